"""Every screen of a course fits a small one: what is said of those that do not.

How high a screen is, only whoever draws it knows. So they hand over what does not fit, and here it
is told to its author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import Struct

from course.content.checks.draft import LanguageDraft
from course.content.checks.rule import PROJECT, declare
from course.content.model import Course
from course.content.source.nodes import Path
from course.errors import Problem
from course.language import Words

SIZES = ((60, 22), (80, 24))
"""Columns and rows of the small screens: a kiosk at 1024 by 768, and a plain terminal."""

RULE = declare(
    "F14",
    "Every screen of the course is all in sight at 60 columns and 22 rows, and at 80 and 24",
    why=(
        "What is below the edge of a screen is missed. Each page is drawn as people see it, and so "
        "is each question, with its hint and with what is said to each answer, each spot, the "
        "results and the end; once with all settings of a clinic and once with none. A course that "
        "does not open is not drawn."
    ),
    source=PROJECT,
    bad="""\
# a page
text: |
  Water is wet. [^book]

  It is wet at the top. [^book]

  It is wet in the middle. [^book]

  It is wet at the bottom. [^book]

  It is wet in the lake. [^book]

  It is wet in the sea. [^book]

  It is wet in a glass. [^book]

  It is wet in your hands. [^book]

  It is wet in the rain. [^book]
""",
    good="# a page\ntext: Water is wet. [^book]\n",
)


class TooHigh(Struct, frozen=True):
    """A screen with more rows than there is room for, at one size or more."""

    module: str
    """Empty for what no module holds."""
    path: Path
    """Where its text stands, in the file of the module or of the course."""
    shown: str
    """What it is, as in "This page"."""
    over: tuple[int, ...]
    """Rows for which there is no room, at each of `SIZES`."""
    cure: str


Measure = Callable[[Course, Mapping[str, Words]], Iterable[TooHigh]]
"""What of a course does not fit, as it is drawn with the words of each language."""


def check(edition: LanguageDraft, found: Iterable[TooHigh]) -> Iterator[Problem]:
    """A problem at each screen that does not fit."""
    for each in found:
        if each.module in edition.borrowed:
            continue  # It was drawn as part of its own language.
        file = edition.modules[each.module] if each.module else edition.draft.course
        sizes = [
            f"{rows} {'row' if rows == 1 else 'rows'} too many at {columns}x{height}"
            for rows, (columns, height) in zip(each.over, SIZES, strict=True)
            if rows
        ]
        what = f"{each.shown} has {' and '.join(sizes)}."
        problem = file.problem(each.path, what, each.cure)
        yield replace(problem, code=RULE.code, severity=RULE.severity)
