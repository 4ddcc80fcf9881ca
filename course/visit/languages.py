"""Answers that were given in one language, for whoever goes on in another one.

What is kept of an answer are keys made from the words that were shown. The same question has its
parts in the same order in every language, so a key leads to the one that stands in its place. Where
a translation has other parts, nothing is retold, and the question is asked anew. So it is where a
question was edited, unless its author says that the edit changed no meaning (`minor`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from course.content.kinds.questions import Question
from course.content.model import Course
from course.visit.route import ROUNDS, rounds
from progress.records import Answer

_KEY = re.compile(r"[0-9a-f]{8}")


def in_the_words_of(
    course: Course, editions: Iterable[Course], answers: Iterable[Answer]
) -> Iterator[Answer]:
    """The answers, those to the wording of another language as if given in that of `course`.

    Without those that their question does not have: a file may have been changed by hand, and
    there is nothing to say to them. `editions` is only gone through if there are such answers to
    another wording.
    """
    known: list[Course] | None = None
    for answer in answers:
        mine = _question(course, answer)
        if mine is None:
            yield answer
            continue
        if mine.fingerprint == answer.hash:
            if _has(mine, answer):
                yield answer
            continue
        if known is None:
            known = [*editions]
        theirs = (_question(other, answer) for other in known)
        said = next((each for each in theirs if each and each.fingerprint == answer.hash), None)
        retold = None if said is None else _retold(answer, said, mine)
        if retold is None and mine.minor:
            retold = _as_before(answer, mine)
        yield answer if retold is None else retold


def _question(course: Course, answer: Answer) -> Question | None:
    try:
        module = rounds(course).get(answer.module) or course.module(answer.module)
        return module.question(answer.question)
    except KeyError:
        return None


def _has(question: Question, answer: Answer) -> bool:
    """Whether a question has such an answer and, but in a round, something to say to it."""
    try:
        question.grade(answer.choice)
        if answer.module not in ROUNDS:
            question.reason(answer.choice)
    except KeyError:
        return False
    return True


def _as_before(answer: Answer, mine: Question) -> Answer | None:
    """The same answer to an earlier wording that meant the same; None where it is not known which.

    An option that was worded anew has another key. Only of a right answer it is known which one.
    """
    same = msgspec.structs.replace(answer, hash=mine.fingerprint)
    right = [each.key for each in mine.offered()] if mine.form == "one" else []
    for choice in (answer.choice, *(right if answer.result == "right" else [])):
        retold = msgspec.structs.replace(same, choice=choice)
        if _has(mine, retold) and mine.grade(choice) == answer.result:
            return retold
    return None


def _retold(answer: Answer, said: Question, mine: Question) -> Answer | None:
    """The same answer to the question in other words; None where that would be another answer."""
    if said.kind != mine.kind or len(said.named) != len(mine.named):
        return None
    pairs = zip(said.named, mine.named, strict=True)
    keys = {theirs.key: ours.key for theirs, ours in pairs}
    choice = _KEY.sub(lambda key: keys.get(key[0], key[0]), answer.choice)
    retold = msgspec.structs.replace(answer, choice=choice, hash=mine.fingerprint)
    same = _has(mine, retold) and mine.grade(choice) == answer.result
    return retold if same else None
