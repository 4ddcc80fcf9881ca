"""`prolo --plain`: the course as plain lines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.flow.navigator import Navigator

DUMB = ("", "dumb", "unknown")


def is_needed() -> bool:
    """Whether there is no screen on which a cursor could be moved."""
    if os.name == "posix" and os.environ.get("TERM", "") in DUMB:
        return True
    return not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def run(navigator: Navigator) -> int:
    """Tell the course on standard output; gives the exit status."""
    # Whether it is needed is asked of every start, and it seldom is.
    from course.plain.console import Console
    from course.plain.course import PlainCourse

    return PlainCourse(navigator, Console(sys.stdin, sys.stdout)).run()
