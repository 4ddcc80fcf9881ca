"""A scale with round numbers, and bars drawn on it to a part of a cell."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

EIGHTHS = " ▏▎▍▌▋▊▉█"
FULL = EIGHTHS[-1]
"""Drawn on its own colour: some terminals leave a hair between the blocks of two rows."""
MOST_PARTS = 5


@dataclass(frozen=True)
class Scale:
    """From 0 up. Each tick stands in the middle of a cell, and all are the same way apart."""

    step: int
    """From tick to tick, in what is counted."""
    parts: int
    """How many steps there are."""
    cells: int
    """The cells from tick to tick."""

    @property
    def width(self) -> int:
        """How wide what is drawn on it is, in cells."""
        return self.parts * self.cells + 1

    @property
    def ticks(self) -> list[int]:
        """The values at the ticks."""
        return [self.step * number for number in range(self.parts + 1)]

    def eighth(self, value: int) -> int:
        """Where a value lies, in eighths of a cell from the left."""
        return 4 + round(8 * self.cells * value / self.step)

    def row(self, start: int, end: int) -> Content:
        """A bar, with faint lines at the ticks to its sides."""
        # Blocks grow from the left only; the one that begins in mid-cell is the right half.
        left, right = 4 * round(self.eighth(start) / 4), self.eighth(end)
        if start == end:
            # So that one single number is seen too.
            left, right = left - 4, left + 4
        right = max(right, left + 4)
        cells = [self._cell(number, left, right) for number in range(self.width)]
        return Content("").join(cells)

    def rule(self) -> Content:
        """Only the faint lines at the ticks."""
        return Content("").join(self._blank(number) for number in range(self.width))

    def axis(self) -> Content:
        """The line at the foot."""
        between = "─" * (self.cells - 1)
        inner = "┴".join([between] * self.parts)
        return Content.styled(f"└{inner}┘", "$quiet")

    def _blank(self, number: int) -> Content:
        return Content.styled("┊", "$quiet") if number % self.cells == 0 else Content(" ")

    def _cell(self, number: int, left: int, right: int) -> Content:
        first, last = max(left - 8 * number, 0), min(right - 8 * number, 8)
        if first >= 8 or last <= 0:
            return self._blank(number)
        if (first, last) == (0, 8):
            return Content.styled(FULL, "$accent on $accent")
        return Content.styled("▐" if first else EIGHTHS[last], "$accent")


def fitting(highest: int, room: int, label: int) -> Scale:
    """A scale up to `highest` in `room` cells, whose ticks have labels of `label` cells."""
    most = max(min(MOST_PARTS, (room - 1) // (label + 2)), 1)
    step = _round_step(max(highest, 1), most)
    parts = -(-max(highest, 1) // step)
    return Scale(step, parts, max((room - 1) // parts, 1))


def _round_step(highest: int, most: int) -> int:
    """The least of 1, 2, 25, 5, 10 ... with which `most` steps reach `highest`."""
    power = 1
    while True:
        for tenths in (10, 20, 25, 50):
            step, rest = divmod(tenths * power, 10)
            if rest == 0 and step * most >= highest:
                return step
        power *= 10
