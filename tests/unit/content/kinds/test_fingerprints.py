"""The marks of questions and answers stay: what clinics have kept of their visits rests on them.

`questions.json` holds the questions of two courses as they were on the day on which it was written,
each with its fingerprint and its keys. It is not to be written anew. Stories of danger signs are
left out: they said then by themselves what to do, and the table of danger signs says it now, so no
answer to one of that day counts for one of today.
"""

import msgspec
import pytest

from course.content import loader
from course.content.kinds.questions import Question
from tests.paths import FIXTURES, TEA


class Kept(msgspec.Struct):
    """A question as it was, and what was kept under."""

    course: str
    module: str
    fingerprint: str
    keys: list[str]
    question: msgspec.Raw

    @property
    def read(self) -> Question:
        """The question, as the program of today reads it."""
        question: Question = msgspec.json.decode(self.question, type=Question)
        return question


KEPT = msgspec.json.decode((FIXTURES / "questions.json").read_bytes(), type=list[Kept])


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.fingerprint)
def test_a_question_keeps_its_fingerprint_and_its_keys(kept: Kept) -> None:
    assert kept.read.fingerprint == kept.fingerprint
    assert [each.key for each in kept.read.named] == kept.keys


def test_a_course_read_from_its_files_has_the_same_fingerprints() -> None:
    kept = {(one.module, one.read.id): one.fingerprint for one in KEPT if one.course == "tea"}
    now = {
        (module.id, question.id): question.fingerprint
        for module in loader.load(TEA).modules
        for question in module.questions
    }
    assert kept.items() <= now.items()
