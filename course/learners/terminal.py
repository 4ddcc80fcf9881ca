"""Manners at the terminal: progress bars, closed pipes, and errors in words."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from course.errors import CourseError, UsageError
from progress.errors import Damaged, NoSuchLearner, ProgressError

T = TypeVar("T")
_BAR = 30
"""Cells of a progress bar."""


def with_progress_bar(things: Iterable[T], count: Callable[[], int], doing: str) -> Iterator[T]:
    """The things, one by one, with a bar on the terminal; silent when stderr is none.

    `count` says about how many there are; it is asked only if there is a bar.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from things
        return
    total, shown = max(count(), 1), ""
    try:
        for done, each in enumerate(things):
            part = min(done / total, 1.0)
            bar = f"{doing} [{'#' * int(part * _BAR):{_BAR}}] {part:4.0%}"
            if bar != shown:
                sys.stderr.write(f"\r{bar}")
                sys.stderr.flush()
                shown = bar
            yield each
    finally:
        sys.stderr.write(f"\r{' ' * len(shown)}\r")
        sys.stderr.flush()


@contextmanager
def output() -> Iterator[None]:
    """Whatever is printed in here: a reader who has seen enough ends it quietly.

    Characters that the terminal cannot show become question marks. Raises CourseError if nothing
    more can be written, or if a person breaks it off.
    """
    if sys.stdout is None:  # as after `>&-`
        raise CourseError("There is no standard output to write to. Send it to a file or a screen.")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_what_is_left()
    except OSError as error:
        if error.filename is not None:  # it was another file
            raise
        _drop_what_is_left()
        raise CourseError(
            f"The output cannot be written ({error.strerror}), and is not whole. "
            "Check that the disk is not full, or send it somewhere else."
        ) from error
    except KeyboardInterrupt:
        raise CourseError("Stopped before the end. The same command again does the rest.") from None


def _drop_what_is_left() -> None:
    """Python flushes once more when it ends, and would complain then."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def as_course_errors() -> Iterator[None]:
    """Turn what can go wrong with kept progress into what the command line says.

    Raises UsageError for a code that nobody has, CourseError for the rest.
    """
    try:
        yield
    except NoSuchLearner:
        raise UsageError("Nothing is saved under this code. Check the nine digits.") from None
    except Damaged:
        raise CourseError(
            "No copy of this visit is sound. Put one back from a backup, or forget the visit."
        ) from None
    except ProgressError as error:
        raise CourseError(str(error)) from error
