"""Things that happen one after another, as a numbered column."""

from __future__ import annotations

from textual.content import Content

from course.content.kinds.figures import StepsFigure
from course.ui.paint.figures.rows import joined, padded
from course.ui.paint.text import Numbering, indented, inline

GAP = Content("  ")
RAIL = Content.styled(" │ ", "$quiet")
NO_RAIL = Content("   ")


def draw(figure: StepsFigure, width: int, numbers: Numbering) -> list[Content]:
    """The lines of the figure, `width` cells wide."""
    labels = [Content.styled(step.label, "bold") for step in figure.steps]
    texts = [inline(step.text, numbers) for step in figure.steps]
    column = max(label.cell_length for label in labels)
    room = width - RAIL.cell_length - column - 2 * GAP.cell_length
    if all(text.cell_length <= room for text in texts):
        steps = [
            [_number(number) + GAP + padded(label, column) + GAP + text]
            for number, (label, text) in enumerate(zip(labels, texts, strict=True), start=1)
        ]
    else:
        steps = [
            _step(number, label, text, width, is_last=number == len(labels))
            for number, (label, text) in enumerate(zip(labels, texts, strict=True), start=1)
        ]
    return joined(steps, RAIL)


def _number(number: int) -> Content:
    # Not on a filled block: what looks like that can be pressed.
    return Content.styled(f" {number} ", "bold $accent")


def _step(number: int, label: Content, text: Content, width: int, is_last: bool) -> list[Content]:
    rail = (NO_RAIL if is_last else RAIL) + GAP
    return [
        *indented(label, width, _number(number) + GAP, rail),
        *indented(text, width, rail, rail),
    ]
