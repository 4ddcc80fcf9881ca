"""The course that an author writes, and what they are told to do next."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from course.errors import UsageError
from course.locations import Locations

WIDTH = 79
"""The columns of what is told."""


def folder_of(asked: argparse.Namespace, where: Locations) -> Path:
    """The folder of the author's own course. Raises UsageError: the course in use is not theirs."""
    folder = where.modules if asked.modules is not None else Path()
    if (folder / "course.yaml").exists():
        return folder
    if asked.modules is not None:
        raise UsageError(
            f"In {folder} is no course.yaml. Begin a course in a new folder with prolo new course, "
            "or name that of your own."
        )
    raise UsageError(
        "Here is no course.yaml. Go to the folder of your course first, or name it with --modules."
    )


def tell_next(steps: Iterable[str]) -> None:
    """Print what to do next, step by step."""
    print("\nWhat to do next:")
    for number, step in enumerate(steps, start=1):
        lines = fill(
            step,
            WIDTH,
            initial_indent=f"  {number}. ",
            subsequent_indent="     ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        print(lines)
