"""The texts of pages, figures and questions, in the order in which they are read.

Whoever reads through a course (for its citations, its glossary terms, its grade) asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.content.kinds.figures import Figure
from course.content.kinds.questions import Question
from course.content.model import Page
from course.content.signs import Sign


def of_figure(figure: Figure) -> Iterator[str]:
    """The texts with markup, the caption last, as it stands below."""
    yield from figure.texts
    yield figure.caption


def labels_of_figure(figure: Figure) -> Iterator[str]:
    """The short texts without markup."""
    yield from figure.labels


def of_page(page: Page) -> Iterator[str]:
    """The texts of a page, without its title and the labels of its figure."""
    if page.text:
        yield page.text
    if page.figure:
        yield from of_figure(page.figure)
    if page.why:
        yield page.why
    if page.callout:
        yield page.callout.text
    for item in page.checklist or ():
        yield item.text


def of_signs(page: Page, signs: Mapping[str, Sign]) -> Iterator[str]:
    """The rows of the table of danger signs that a page shows, each sign with its reason.

    Where it shows those after shots in the reader's own place: the rows of every place.
    """
    for name, row in signs.items():
        if page.triage and page.triage.is_shown(name, row):
            yield from (row.sign, row.why)


def of_question(question: Question) -> Iterator[str]:
    """What is asked, the hint, and each answer with its reason."""
    yield from (question.ask, question.hint)
    yield from question.texts
