"""The right answer is one that nobody is harmed by, and the one that its reason tells of."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import prose
from course.content.checks.amounts import Amounts
from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import ITEMS, PROJECT, rule
from course.content.checks.scope import QUESTION
from course.content.kinds.questions import Estimate, Question
from course.content.kinds.questions.one_right import OneRight
from course.errors import Problem


@rule(
    "Q15",
    "An answer that could harm is not the right one",
    why="must_fix says that somebody could come to harm by an answer. Both cannot be meant.",
    source=PROJECT,
    scope=QUESTION,
    bad=CHOICE.replace("right: true", "right: true, must_fix: true"),
    good=CHOICE,
)
def check_harm(question: Told[Question]) -> Iterator[Problem]:
    """A problem at each answer that is right and must be put right."""
    if isinstance(question.it, OneRight):
        for index, each in enumerate(question.it.alternatives):
            if each.right and each.must_fix:
                what = "This answer is right, and says that it could harm."
                cure = "Look which answer is the right one; delete must_fix at it."
                yield question.problem(what, cure, question.it.listed, index, "right")


_GUESS = """\
# a question
- id: many
  kind: estimate
  ask: About how many of 100 people like water?
  of: 100
  counts: people
  ranges:
    - {{from: 0, to: 30, because: "It was 80 of 100. [^book]"}}
    - {{from: 31, to: 60, because: "It was 80 of 100. [^book]"}}
    - {{from: 61, to: 100, right: true, because: "It was {number} of 100. [^book]"}}
  hint: Think of your friends.
  page: wet
"""


@rule(
    "Q16",
    "The range that is right holds the number that its reason tells",
    why="Else who guessed well is told that it was wrong.",
    source=ITEMS,
    scope=QUESTION,
    words=Amounts,
    bad=_GUESS.format(number=20),
    good=_GUESS.format(number=80),
)
def check_range(question: Told[Question], words: Amounts) -> Iterator[Problem]:
    """A problem at a right range whose reason begins with a number that is not in it."""
    if not isinstance(question.it, Estimate):
        return
    for index, each in enumerate(question.it.ranges):
        told = next(words.of(prose.plain(each.because)), None)
        if each.right and told and not each.start <= told.number <= each.end:
            what = f"The reason tells of {told.number:g}, and this range does not hold it."
            cure = "Look which range is the right one, or correct the number."
            yield question.problem(what, cure, "ranges", index, "right")
