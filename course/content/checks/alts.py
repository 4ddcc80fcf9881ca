"""What stands for a figure says what it shows, and no label is numbered by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.scope import TEXT
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, compiled, either
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
