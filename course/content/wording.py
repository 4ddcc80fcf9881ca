"""The texts of figures and questions, in the order in which they are read.

Whoever reads through a course (for its citations, its glossary terms, its grade) asks here, so that
a new kind of figure or question is made known in one place.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.content.model import (
    Choice,
    DrawingFigure,
    Figure,
    MapFigure,
    Match,
    Order,
    Page,
    PeopleFigure,
    Question,
    RangesFigure,
    Reflect,
    Rows,
    StepsFigure,
    TableFigure,
    TimelineFigure,
    Triage,
)


def of_figure(figure: Figure) -> Iterator[str]:
    """The texts with markup, the caption last, as it stands below."""
    match figure:
        case StepsFigure():
            yield from (step.text for step in figure.steps)
        case TimelineFigure():
            yield from (point.text for point in figure.points)
        case TableFigure():
            yield from (cell for row in figure.rows for cell in row)
        case MapFigure():
            yield from (spot.text for spot in figure.spots)
        case RangesFigure() | PeopleFigure() | DrawingFigure():
            pass
    yield figure.caption


def labels_of_figure(figure: Figure) -> Iterator[str]:
    """The short texts without markup."""
    match figure:
        case StepsFigure():
            yield from (step.label for step in figure.steps)
        case TimelineFigure():
            for point in figure.points:
                yield from (point.at, point.label)
        case RangesFigure():
            yield from (bar.label for bar in figure.bars)
        case PeopleFigure():
            yield from (group.label for group in figure.groups)
        case TableFigure():
            yield from figure.columns
        case MapFigure():
            yield from (spot.label for spot in figure.spots)
        case DrawingFigure():
            pass


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


def of_question(question: Question) -> Iterator[str]:
    """What is asked, the hint, and each answer with its reason."""
    yield from (question.ask, question.hint)
    match question:
        case Choice():
            for option in question.options:
                yield from (option.text, option.because)
        case Rows():
            for row in question.rows:
                yield from (row.text, row.because)
        case Triage(because=reasons):
            yield from (reasons.emergency, reasons.call, reasons.home)
        case Order():
            for step in question.steps:
                yield from (step.text, step.because)
        case Match():
            for pair in question.pairs:
                yield from (pair.left, pair.right, pair.because)
        case Reflect():
            yield question.model
