"""What the figures have in common: columns beside each other, and how high a figure may be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

COMFORTABLE = 13
"""Rows that a figure may take so that it fits a screen of 24 rows with its title and caption."""

BLANK = Content("")


def padded(line: Content, width: int) -> Content:
    """The line, filled up with blanks to `width` cells."""
    return line.pad_right(max(width - line.cell_length, 0))


def beside(columns: Sequence[Sequence[Content]], widths: Sequence[int], gap: int) -> list[Content]:
    """Columns of lines as the lines of one figure, their tops aligned."""
    space = Content(" " * gap)
    return [
        space.join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in zip_longest(*columns, fillvalue=BLANK)
    ]


def joined(parts: list[list[Content]], rail: Content) -> list[Content]:
    """Parts one below the other, with a piece of rail between two where there is room for it."""
    airy = sum(map(len, parts)) + len(parts) - 1 <= COMFORTABLE
    lines: list[Content] = []
    for part in parts:
        if lines and airy:
            lines.append(rail)
        lines += part
    return lines


def longest_word(text: str) -> int:
    """The cells that the longest word of a text takes."""
    return max((Content(word).cell_length for word in text.split()), default=0)
