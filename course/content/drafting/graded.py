"""How hard a page or question is to read, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from course.content import wording
from course.content.checks import runner
from course.content.checks.reading import Grade
from course.content.model import Course
from course.content.reading import meter_for, sentences_of


class Sentence(Struct, frozen=True):
    """A sentence without its marks."""

    text: str
    words: int
    grade: float


class Graded(Struct, frozen=True):
    """What a page or question asks of its reader."""

    grade: float
    words: int
    sentences: tuple[Sentence, ...]
    """The hardest first."""
    hardest: tuple[str, ...]
    """Its longest words."""


def graded(course: Course, module_id: str, item: str) -> Graded | None:
    """The grade of a page or question; None where its language has no such measure, or if there is
    no such item."""
    words = runner.vocabulary(course.language).get(Grade)
    texts = tuple(_texts(course, module_id, item))
    if words is None or not texts:
        return None
    meter = meter_for(course.glossary, words.medicines.names)
    measured = meter.measure(texts)
    sentences = [
        Sentence(each, (one := meter.measure([each])).words, one.grade)
        for text in texts
        for each in sentences_of(text)
    ]
    hard = sorted(sentences, key=lambda each: -each.grade)
    return Graded(measured.grade, measured.words, tuple(hard), tuple(meter.hardest(texts)))


def _texts(course: Course, module_id: str, item: str) -> Iterable[str]:
    module = next((each for each in course.modules if each.id == module_id), None)
    for page in module.pages if module else ():
        if page.id == item:
            yield from wording.of_page(page)
            yield from wording.of_signs(page, course.triage)
            item = page.check.question if page.check else ""
    for question in module.questions if module else ():
        if question.id == item:
            yield from wording.of_question(question)
