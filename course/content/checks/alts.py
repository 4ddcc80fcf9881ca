"""What stands for a figure says what it shows, and no label is numbered by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content import prose
from course.content.checks.answers import SmallWords
from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.scope import PIECE, TEXT
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, compiled, either
from course.content.kinds.figures import DrawingFigure, MapFigure
from course.content.kinds.figures.figure import FigureKind
from course.content.kinds.piece import Piece
from course.content.source.binding import Text
from course.errors import Problem


class Pointing(Words, frozen=True):
    """What points at a picture in place of telling what is in it."""

    pointing: Phrases

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """Such words, and no others."""
        return compiled(rf"\W*(?:{either(self.pointing)}\W*)+")


_TABLE = """\
# a page
figure:
  kind: table
  caption: Rain and sea. [^book]
  alt: {alt}
  columns: [Water, Taste]
  rows:
    - [Rain, Sweet]
    - [Sea, Salty]
"""


@rule(
    "F21",
    "The alternative text of a figure says what it shows",
    why="Who cannot see the figure hears these words in its place, and nothing else.",
    source=f"{PEMAT}; {PROJECT}",
    scope=TEXT,
    words=Pointing,
    bad=_TABLE.format(alt="See the table below."),
    good=_TABLE.format(alt="Rain is sweet, and the sea is salty."),
)
def check_alt(text: Told[Text], words: Pointing) -> Iterator[Problem]:
    """A problem at each alternative text that only points at the figure."""
    if text.path[-1] == "alt" and words.alone.fullmatch(text.it.node.text):
        what = "This only says that there is a figure."
        yield text.problem(what, "Say in words what can be learned from it.")


LEAST, FEWEST = 0.4, 7
"""The share of the words in a figure that its alternative text has, where there are so many."""


@rule(
    "F24",
    "The alternative text of a figure says what stands in it",
    why=(
        "Who cannot see a table, a timeline or steps hears these words in their place. If they "
        "name the figure alone, that reader misses all of it."
    ),
    source=f"{PEMAT}; {PROJECT}",
    scope=PIECE,
    words=SmallWords,
    severity="warning",
    bad=_TABLE.format(alt="Two kinds of water, side by side.").replace("Sweet", "Sweet and soft"),
    good=_TABLE.format(alt="Rain is sweet and soft, and the sea is salty.").replace(
        "Sweet", "Sweet and soft"
    ),
)
def check_says_it(piece: Told[Piece], words: SmallWords) -> Iterator[Problem]:
    """A problem at an alternative text with few of the words that stand in its figure."""
    it = piece.it
    if not isinstance(it, FigureKind) or isinstance(it, (DrawingFigure, MapFigure)):
        return  # F19 holds a drawing to each of its labels, and the spots of a map are pages.
    there = words.others_of(" ".join(map(prose.plain, (*it.labels, *it.texts))))
    said = there & words.others_of(it.alt)
    if len(there) >= FEWEST and len(said) < LEAST * len(there):
        what = f"The figure has {len(there)} words that matter, and this text {len(said)} of them."
        cure = "Say what each row, step or point of it says, in the same words."
        yield piece.problem(what, cure, "alt")


_NUMBERED = re.compile(r"\s*(?P<number>\(?(?:\d{1,2}|[A-Ea-e])[.)])(?=\s+\S)")
_LISTED = ("options", "steps", "rows", "pairs", "points", "bars", "groups", "checklist")
_NAMES = ("label", "text", "left", "right", "at")


@rule(
    "F22",
    "No step, label or answer is numbered by hand",
    why=(
        "The screen numbers what has an order, and shuffles answers: a number of the author's "
        "stands beside another one, and soon in the wrong place."
    ),
    source=PROJECT,
    scope=TEXT,
    severity="warning",
    bad=CHOICE.replace("text: It makes", 'text: "1. It makes').replace("wet, right", 'wet", right'),
    good=CHOICE,
)
def check_numbers(text: Told[Text]) -> Iterator[Problem]:
    """A problem at each part of a list that begins with its number or letter."""
    if len(text.path) < 3 or text.path[-1] not in _NAMES or text.path[-3] not in _LISTED:
        return
    if found := _NUMBERED.match(text.it.node.text):
        yield text.problem(f'"{found["number"]}" numbers this by hand.', "Leave the number out.")
