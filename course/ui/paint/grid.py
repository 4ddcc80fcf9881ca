"""The arithmetic of sizes: where everything stands on a screen of so many cells."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from textual.geometry import Region, Size

SMALLEST = Size(40, 15)
"""Below it the course asks for a larger window."""
MEDIUM, WIDE = 56, 112
"""Columns from which on there is a margin, and from which on two columns stand side by side."""
CENTERED = 120
"""Columns that are used at most."""
LOW, TALL = 22, 31
"""Rows below which no row is spared, and from which on a wide screen has letters of blocks."""
TEXT = 70
"""Columns of running text, at most."""
BUTTON = 3
"""Rows of a button."""


class Grid(Struct, frozen=True):
    """Rows and columns of one screen, counted from 0."""

    size: Size
    left: int
    """The first column that is used."""
    columns: int
    """How many are used."""
    header: int
    """The row of the section; progress stands below it."""
    title: int
    bar: int
    """The first row of the buttons."""
    bottom: int
    """The row below the last one of the body, where nothing stands at its foot."""
    wide: bool
    tall: bool
    """Whether headings are letters of blocks."""

    @property
    def chip(self) -> int:
        """Columns of the sign of a card."""
        return 5 if self.wide else 3

    @property
    def gutter(self) -> int:
        """Columns between two columns."""
        return 4 if self.wide else 2

    @property
    def low(self) -> bool:
        """Whether every row counts."""
        return self.size.height < LOW

    def halves(self, left: int = 0) -> tuple[int, int]:
        """Columns of two columns side by side, `left` of a hundred parts for the first one."""
        room = self.columns - self.gutter
        first = room * left // 100 if left else room // 2
        return first, room - first

    def button(self, place: int) -> Region:
        """Where a button of the bar stands: Back 0, Listen 1, Help 2, Sources 3, Next 4.

        Only a wide screen has the places 1 and 3.
        """
        if self.size.width < MEDIUM:
            back, next_, gap = 11, 15, 1
            middle = self.columns - back - next_ - 2 * gap
            x, wide = {0: (0, back), 2: (back + gap, middle), 4: (self.columns - next_, next_)}[
                place
            ]
            return Region(self.left + x, self.bar, wide, BUTTON)
        wide = 20 if self.wide else 16
        x = (self.columns - wide) * place // 4
        return Region(self.left + x, self.bar, wide, BUTTON)


@lru_cache(maxsize=32)
def grid(size: Size) -> Grid:
    """The grid of a screen that is not too small."""
    width, height = size
    wide, tall = width >= WIDE, width >= WIDE and height >= TALL
    left = max(4, (width - CENTERED) // 2) if wide else 2 if width >= MEDIUM else 1
    # What is above and below grows with the screen, so that the eye need not travel.
    spare = max(height - TALL, 0) // 3
    header = spare + (1 if tall else 0)
    bar = height - spare - BUTTON - (1 if tall else 0)
    return Grid(
        size=size,
        left=left,
        columns=width - 2 * left,
        header=header,
        title=header + (2 if height < LOW else 3),
        bar=bar,
        bottom=bar - (1 if tall else 0),
        wide=wide,
        tall=tall,
    )
