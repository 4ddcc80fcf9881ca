"""`prolo --plain`: the course as plain lines."""

from __future__ import annotations

import os
import sys

from course.flow.navigator import Navigator
from course.plain.console import Console
from course.plain.course import PlainCourse

DUMB = ("", "dumb", "unknown")


def is_needed() -> bool:
    """Whether there is no screen on which a cursor could be moved."""
    if os.name == "posix" and os.environ.get("TERM", "") in DUMB:
        return True
    return not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def run(navigator: Navigator) -> int:
    """Tell the course on standard output; gives the exit status."""
    return PlainCourse(navigator, Console(sys.stdin, sys.stdout)).run()
