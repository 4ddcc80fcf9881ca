"""Every screen of a course is drawn for `prolo check`, and there is a bar for whoever waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from course.content.checks.fit import TooHigh
from course.content.model import Course
from course.language import Words
from course.ui.fit import too_high

_BAR = 30
"""The cells of the bar."""


def drawn(course: Course, tongues: Mapping[str, Words]) -> Iterator[TooHigh]:
    """What does not fit a small screen, with a bar where somebody waits for it."""
    return too_high(course, tongues, bar("Drawing every screen"))


def bar(what: str) -> Callable[[int, int], None] | None:
    """Shows how much is done of something, on one line that is gone in the end; None where nobody
    waits for it."""
    if not sys.stderr.isatty():
        return None

    def progress(done: int, of: int) -> None:
        filled = "#" * (_BAR * done // of)
        line = f"{what} [{filled:<{_BAR}}] {100 * done // of} %"
        shown = line if done < of else " " * len(line) + "\r"
        print(f"\r{shown}", end="", file=sys.stderr, flush=True)

    return progress
