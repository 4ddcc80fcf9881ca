"""Things side by side, in two or three columns; in little room, one below the other."""

from __future__ import annotations

from textual.content import Content

from course.content.kinds.figures import TableFigure
from course.ui.paint.figures.rows import beside, longest_word
from course.ui.paint.text import Numbering, indented, inline

GAP = 3
STACKED_BELOW = 48
"""Cells below which columns would be too narrow to read."""
LONG_WORD = 14
APART = 10
"""Cells by which a column may be wider than its words."""


def draw(figure: TableFigure, width: int, numbers: Numbering) -> list[Content]:
    """The lines of the figure, `width` cells wide."""
    rows = [[inline(cell, numbers) for cell in row] for row in figure.rows]
    for row in rows:
        row[0] = row[0].stylize("bold")
    head = [Content.styled(column, "bold $accent") for column in figure.columns]
    if width < STACKED_BELOW:
        return _stacked(head, rows, width)
    widths = _widths([head, *rows], width - GAP * (len(head) - 1))
    total = sum(widths) + GAP * (len(head) - 1)
    lines = [*_row(head, widths), Content.styled("━" * total, "$accent")]
    for number, row in enumerate(rows):
        if number:
            lines.append(Content.styled("─" * total, "$quiet"))
        lines += _row(row, widths)
    return lines


def _row(cells: list[Content], widths: list[int]) -> list[Content]:
    wrapped = [cell.wrap(width) for cell, width in zip(cells, widths, strict=True)]
    return beside(wrapped, widths, GAP)


def _widths(rows: list[list[Content]], room: int) -> list[int]:
    """What each column needs; if that is too much, the least filled column gives way first."""
    columns = list(zip(*rows, strict=True))
    widths = [max(cell.cell_length for cell in column) for column in columns]
    least = [max(min(longest_word(c.plain), LONG_WORD) for c in column) for column in columns]
    amounts = [sum(cell.cell_length for cell in column) for column in columns]
    while sum(widths) > room:
        able = [n for n in range(len(widths)) if widths[n] > least[n]]
        # Where no word can give way, the widest column breaks its words.
        number = (
            min(able, key=lambda n: amounts[n] / widths[n])
            if able
            else max(range(len(widths)), key=lambda n: widths[n])
        )
        widths[number] -= 1
    # Where there is more room than the words need, the columns stand further apart.
    apart = min((room - sum(widths)) // len(widths), APART)
    return [max(each, 1) + apart for each in widths]


def _stacked(head: list[Content], rows: list[list[Content]], width: int) -> list[Content]:
    lines = [*head[0].wrap(width), Content.styled("━" * width, "$accent")]
    for number, row in enumerate(rows):
        if number:
            lines.append(Content.styled("─" * width, "$quiet"))
        lines += row[0].wrap(width)
        for title, cell in zip(head[1:], row[1:], strict=True):
            named = Content.styled(f"{title.plain}: ", "$quiet") + cell
            lines += indented(named, width, Content("  "))
    return lines
