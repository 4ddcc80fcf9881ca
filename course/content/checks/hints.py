"""A hint leads to the answer, and is not the answer."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import prose
from course.content.checks.answers import SmallWords
from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import ITEMS, PROJECT, rule
from course.content.checks.scope import QUESTION
from course.content.kinds.questions import Question
from course.content.kinds.questions.one_right import OneRight
from course.content.model import CourseFile
from course.errors import Problem


@rule(
    "Q17",
    "A hint does not give the answer away",
    why=(
        "It is read before the second try. Who finds the right option in it has learned to match "
        "words, and we learn nothing of what they know."
    ),
    source=f"{ITEMS}; {PROJECT}",
    scope=QUESTION,
    words=SmallWords,
    severity="warning",
    bad=CHOICE.replace("Put a hand into it.", "It makes your hands wet.").replace(
        "It makes you wet,", "It makes hands wet,"
    ),
    good=CHOICE,
)
def check(question: Told[Question], words: SmallWords) -> Iterator[Problem]:
    """A problem at a hint with the words of the right option, its number, or whom to call."""
    it, hint = question.it, prose.plain(question.it.hint)
    called = next((each for each in _called(question) if each in hint.split()), "")
    given = it.given_away(hint, words.others_of) if isinstance(it, OneRight) else called
    if given:
        what = f'The hint gives the answer away: "{given}".'
        cure = "Say where to look, or what to think of, in other words than the answer."
        yield question.problem(what, cure, "hint")


def _called(question: Told[Question]) -> Iterator[str]:
    """Of a question that asks how fast: the number to call in an emergency, with what may stand
    behind it."""
    if question.it.kind != "triage":
        return
    for _, course in question.draft.course.each(CourseFile):
        yield from (f"{course.emergency_number}{end}" for end in ("", ".", "?", ","))
