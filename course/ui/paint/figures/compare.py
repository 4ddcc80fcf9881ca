"""Choices side by side; where their columns would be too narrow to read, one after the other."""

from __future__ import annotations

from textual.content import Content

from course.content.kinds.figures import CompareFigure
from course.ui.paint.figures.canvas import Canvas
from course.ui.paint.figures.rows import BLANK, beside, joined, longest_word
from course.ui.paint.text import indented, inline

GAP = 3
LEAST = 14
"""Cells of a column that can be read without the eye jumping at every word."""
INDENT = Content("  ")


def draw(figure: CompareFigure, canvas: Canvas) -> list[Content]:
    """The lines of the figure; all columns of choices are equally wide."""
    options = [Content.styled(option, "bold $accent") for option in figure.options]
    labels = [Content.styled(row.label, "bold") for row in figure.rows]
    cells = [[inline(cell, canvas.numbers) for cell in row.cells] for row in figure.rows]
    names = _names(labels, canvas.width)
    room = (canvas.width - names) // len(options) - GAP
    told = [*options, *(cell for row in cells for cell in row)]
    if room < max(LEAST, *(longest_word(each.plain) for each in told)):
        return _one_after_the_other(options, labels, cells, canvas.width)
    return _side_by_side(options, labels, cells, names, min(room, max(map(_length, told))))


def _length(text: Content) -> int:
    return text.cell_length


def _names(labels: list[Content], width: int) -> int:
    """The cells for what is told: as much as it takes, at most a quarter, but no word is cut."""
    words = max(longest_word(label.plain) for label in labels)
    return min(max(map(_length, labels)), max(width // 4, words))


def _side_by_side(
    options: list[Content],
    labels: list[Content],
    cells: list[list[Content]],
    names: int,
    column: int,
) -> list[Content]:
    widths = [names, *[column] * len(options)]
    total = sum(widths) + GAP * len(options)
    lines = [*_row([BLANK, *options], widths), Content.styled("━" * total, "$accent")]
    for number, (label, row) in enumerate(zip(labels, cells, strict=True)):
        if number:
            lines.append(Content.styled("─" * total, "$quiet"))
        lines += _row([label, *row], widths)
    return lines


def _row(cells: list[Content], widths: list[int]) -> list[Content]:
    wrapped = [cell.wrap(width) for cell, width in zip(cells, widths, strict=True)]
    return beside(wrapped, widths, GAP)


def _one_after_the_other(
    options: list[Content], labels: list[Content], cells: list[list[Content]], width: int
) -> list[Content]:
    parts: list[list[Content]] = []
    for number, option in enumerate(options):
        lines = option.wrap(width)
        for label, row in zip(labels, cells, strict=True):
            told = label + Content(": ") + row[number]
            lines += indented(told, width, INDENT, INDENT + INDENT)
        parts.append(lines)
    return joined(parts, BLANK)
