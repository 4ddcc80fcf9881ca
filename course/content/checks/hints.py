"""A hint leads to the answer, and is not the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content import prose
from course.content.checks.answers import SmallWords
from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import ITEMS, PROJECT, rule
from course.content.checks.scope import QUESTION
from course.content.kinds.questions import Choice, Estimate, Question, Triage
from course.content.model import CourseFile
from course.errors import Problem

FEWEST = 2
"""So many words that the right option alone has must come back: one may be what the page is about.
"""
_NUMBER = re.compile(r"\d+")


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
    if given := _given(question, words):
        what = f'The hint gives the answer away: "{given}".'
        cure = "Say where to look, or what to think of, in other words than the answer."
        yield question.problem(what, cure, "hint")


def _given(question: Told[Question], words: SmallWords) -> str:
    """What of the answer the hint says; empty if nothing."""
    it, hint = question.it, prose.plain(question.it.hint)
    match it:
        case Choice():
            return _option(it, hint, words)
        case Estimate():
            right = next((each for each in it.ranges if each.right), None)
            said = [int(number) for number in _NUMBER.findall(hint)]
            inside = [each for each in said if right and right.start <= each <= right.end]
            return str(inside[0]) if inside else ""
        case Triage():
            return next((each for each in _called(question) if each in hint.split()), "")
        case _:
            return ""


def _option(choice: Choice, hint: str, words: SmallWords) -> str:
    right = " ".join(each.text for each in choice.options if each.right)
    others = [prose.plain(choice.ask), *(o.text for o in choice.options if not o.right)]
    alone = words.others_of(right).difference(*map(words.others_of, others))
    is_said = len(alone) >= FEWEST and alone <= words.others_of(hint)
    return right if is_said else ""


def _called(question: Told[Question]) -> Iterator[str]:
    """The number to call in an emergency, with what may stand behind it."""
    for _, course in question.draft.course.each(CourseFile):
        yield from (f"{course.emergency_number}{end}" for end in ("", ".", "?", ","))
