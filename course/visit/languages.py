"""Answers that were given in one language, for whoever goes on in another one.

What is kept of an answer are keys made from the words that were shown. The same question has its
parts in the same order in every language, so a key leads to the one that stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from course.content.kinds.questions import Question
from course.content.model import Course
from course.visit.route import rounds
from progress.records import Answer

_KEY = re.compile(r"[0-9a-f]{8}")


def in_the_words_of(
    course: Course, editions: Iterable[Course], answers: Iterable[Answer]
) -> Iterator[Answer]:
    """The answers, those to the wording of another language as if given in that of `course`.

    `editions` is only gone through if there are such answers.
    """
    known: list[Course] | None = None
    for answer in answers:
        mine = _question(course, answer)
        if mine is None or mine.fingerprint == answer.hash:
            yield answer
            continue
        if known is None:
            known = [*editions]
        theirs = (_question(other, answer) for other in known)
        said = next((each for each in theirs if each and each.fingerprint == answer.hash), None)
        yield answer if said is None else _retold(answer, said, mine)


def _question(course: Course, answer: Answer) -> Question | None:
    try:
        module = rounds(course).get(answer.module) or course.module(answer.module)
        return module.question(answer.question)
    except KeyError:
        return None


def _retold(answer: Answer, said: Question, mine: Question) -> Answer:
    pairs = zip(said.named, mine.named, strict=False)
    keys = {theirs.key: ours.key for theirs, ours in pairs}
    choice = _KEY.sub(lambda key: keys.get(key[0], key[0]), answer.choice)
    return msgspec.structs.replace(answer, choice=choice, hash=mine.fingerprint)
