"""Of a hundred people, how many: a filled sign for each of them, an open one for the others."""

from __future__ import annotations

from textual.content import Content

from course.content.kinds.figures import Group, PeopleFigure
from course.language import Words
from course.ui.paint.figures.rows import BLANK, beside

FILLED, OPEN = "●", "○"
GAP = 4
SHAPES = (50, 20, 10)
"""Signs in a row, for groups below each other: as many as there is room for."""
BESIDE = 20
"""Signs in a row, for groups beside each other."""


def draw(figure: PeopleFigure, width: int, words: Words) -> list[Content]:
    """The lines of the figure, `width` cells wide."""
    count = len(figure.groups)
    column = (width - GAP * (count - 1)) // count
    if count > 1 and column < _cells(BESIDE):
        return _below(figure, width, words)
    column = min(column, max(_cells(BESIDE, roomy=count < 3), 30))
    if column < _cells(BESIDE):
        return _below(figure, width, words)
    roomy = column >= _cells(BESIDE, roomy=True)
    labels = [Content.styled(group.label, "bold").wrap(column) for group in figure.groups]
    highest = max(map(len, labels))
    columns = [
        [
            *[BLANK] * (highest - len(label)),
            *label,
            *_signs(group, figure.of, BESIDE, roomy=roomy),
            _told(group, figure.of, words),
        ]
        for group, label in zip(figure.groups, labels, strict=True)
    ]
    return beside(columns, [column] * count, GAP)


def _below(figure: PeopleFigure, width: int, words: Words) -> list[Content]:
    shape = next((each for each in SHAPES if _cells(each) <= width), SHAPES[-1])
    lines: list[Content] = []
    for group in figure.groups:
        if lines:
            lines.append(BLANK)
        told = _told(group, figure.of, words)
        both = Content.styled(group.label, "bold") + Content("  ") + told
        lines += both.wrap(width)
        lines += _signs(group, figure.of, shape)
    return lines


def _told(group: Group, of: int, words: Words) -> Content:
    return Content.styled(words("figure.people", count=group.count, of=of), "bold $accent")


def _cells(in_row: int, roomy: bool = False) -> int:
    """How wide a row of signs is: there is a gap after each ten, or, where roomy, each sign."""
    return 2 * in_row - 1 if roomy else in_row + (in_row - 1) // 10


def _signs(group: Group, of: int, in_row: int, roomy: bool = False) -> list[Content]:
    return [
        _row(min(max(group.count - first, 0), in_row), min(in_row, of - first), roomy)
        for first in range(0, of, in_row)
    ]


def _row(filled: int, signs: int, roomy: bool) -> Content:
    parts: list[Content] = []
    for number in range(signs):
        if number and (roomy or number % 10 == 0):
            parts.append(Content(" "))
        is_filled = number < filled
        parts.append(
            Content.styled(FILLED if is_filled else OPEN, "$accent" if is_filled else "$quiet")
        )
    return Content("").join(parts)
