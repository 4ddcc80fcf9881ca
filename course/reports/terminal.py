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


def watched(things: Iterable[T], count: Callable[[], int], doing: str) -> Iterator[T]:
    """The things, one by one, with a bar on the terminal; silent when stderr is none.

    `count` says how many there are; it is asked only if there is a bar.
    """
    if not sys.stderr.isatty():
        yield from things
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # a thread that would only make slow bars move sooner
    yield from tqdm(things, total=count(), desc=doing, unit="", leave=False, dynamic_ncols=True)


@contextmanager
def output() -> Iterator[None]:
    """Whatever is printed in here: a reader who has seen enough ends it quietly.

    Characters that the terminal cannot show become question marks. Raises CourseError if a person
    breaks it off.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except KeyboardInterrupt:
        raise CourseError("Stopped before the end. The same command again does the rest.") from None


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
