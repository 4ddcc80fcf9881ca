"""Where a picture and its labels stand in a panel: labels beside it or below it, each with a line.

All is counted in cells of the panel, from 0, and in the units of the picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.geometry import Region

from course.content.kinds.figures import Drawn, Label
from course.ui.paint.placed import Placed

if TYPE_CHECKING:
    from course.ui.pixels.document import Lead

LEAST = 12
"""Columns of a picture, at least."""
GAP = 1
"""Columns between a label and the picture, and between two labels below it."""
ROUND = 8
"""Units that stay free around what is drawn."""
LEVEL = 0.12
"""How much of a picture's height labels may differ, to stand in one row below it."""
APART = 0.6
"""How far they are apart then, of the width that each would have for itself."""

Word = tuple[int, int, str]
"""The row and the column at which a label begins, and the label."""


class Laid(NamedTuple):
    """A picture with its labels: rows, what is written in them, and where the picture stands."""

    rows: int
    words: tuple[Word, ...]
    placed: Placed


class View(NamedTuple):
    """A part of a picture in cells: how many it takes, and what of it fills them."""

    columns: int
    rows: int
    left: int
    top: int
    width: int
    height: int

    def row(self, y: float) -> int:
        """The row in which a point stands."""
        return min(max(int((y - self.top) / self.height * self.rows), 0), self.rows - 1)

    def column(self, x: float) -> int:
        """The column in which a point stands."""
        return min(max(int((x - self.left) / self.width * self.columns), 0), self.columns - 1)

    def y(self, row: int) -> int:
        """The middle of a row, in units."""
        return round(self.top + (row + 0.5) * self.height / self.rows)

    def x(self, column: float) -> int:
        """The left edge of a column, in units."""
        return round(self.left + column * self.width / self.columns)

    def placed(self, name: str, column: int, leads: Sequence[Lead] = ()) -> Placed:
        """The picture from the first row of the panel on, and from a column."""
        box = self.left, self.top, self.width, self.height
        return Placed(name, Region(column, 0, self.columns, self.rows), box, tuple(leads))


def view(
    drawn: Drawn, cell: tuple[int, int], columns: int, rows: int, *, spread: bool = False
) -> View:
    """As large as it can be in so many cells; `spread` takes all the columns."""
    left, top, right, bottom = drawn.box
    width, height = right - left + 2 * ROUND, bottom - top + 2 * ROUND
    # A screen may have no room at all.
    columns, rows = max(columns, 1), max(rows, 1)
    # Pixels of a unit.
    scale = min(columns * cell[0] / width, rows * cell[1] / height)
    wide = columns if spread else min(columns, ceil(width * scale / cell[0]))
    high = min(rows, ceil(height * scale / cell[1]))
    across, down = wide * cell[0] / scale, high * cell[1] / scale
    edges = round((left + right - across) / 2), round((top + bottom - down) / 2)
    return View(wide, high, *edges, round(across), round(down))


def lay_out(
    name: str,
    drawn: Drawn,
    labels: Sequence[Label],
    cell: tuple[int, int],
    size: tuple[int, int],
) -> Laid | None:
    """A picture and its labels in at most so many columns and rows; None if these are too few."""
    if _is_level(drawn, labels):
        return _below(name, drawn, labels, cell, size)
    return _beside(name, drawn, labels, cell, size)


def alone(name: str, drawn: Drawn, cell: tuple[int, int], size: tuple[int, int]) -> Laid:
    """The picture without labels in the middle of at most so many columns and rows."""
    seen = view(drawn, cell, *size)
    return Laid(seen.rows, (), seen.placed(name, (size[0] - seen.columns) // 2))


def _is_level(drawn: Drawn, labels: Sequence[Label]) -> bool:
    """Whether the points stand beside each other in one row, so that words can stand below it."""
    if len(labels) < 2:
        return False
    across = sorted(label.at[0] for label in labels)
    down = [label.at[1] for label in labels]
    least = min(after - before for before, after in pairwise(across))
    return max(down) - min(down) <= LEVEL * drawn.height and least >= APART * drawn.width / len(
        labels
    )


def _beside(
    name: str, drawn: Drawn, labels: Sequence[Label], cell: tuple[int, int], size: tuple[int, int]
) -> Laid | None:
    columns, rows = size
    left = [label for label in labels if label.at[0] < drawn.width / 2]
    right = [label for label in labels if label.at[0] >= drawn.width / 2]
    before, behind = _widest(left), _widest(right)
    room = columns - before - behind
    if room < LEAST or rows < max(len(left), len(right)):
        return None
    seen = view(drawn, cell, room, rows)
    if seen.rows < max(len(left), len(right)):
        return None
    start = (columns - before - seen.columns - behind) // 2 + before
    words: list[Word] = []
    leads = []
    for side, edge in ((left, 0), (right, seen.columns)):
        ordered = sorted(side, key=lambda label: label.at[1])
        wanted = [seen.row(label.at[1]) for label in ordered]
        for label, row in zip(ordered, _apart(wanted, [1] * len(side), seen.rows), strict=True):
            size_of = cell_len(label.text)
            column = start + seen.columns + GAP if edge else start - GAP - size_of
            words.append((row, column, label.text))
            leads.append(((seen.x(edge), seen.y(row)), (label.at[0], label.at[1])))
    return Laid(seen.rows, tuple(words), seen.placed(name, start, leads))


def _below(
    name: str, drawn: Drawn, labels: Sequence[Label], cell: tuple[int, int], size: tuple[int, int]
) -> Laid | None:
    columns, rows = size[0], size[1] - 1
    ordered = sorted(labels, key=lambda label: label.at[0])
    sizes = [cell_len(label.text) for label in ordered]
    if columns < max(sum(sizes) + 2 * GAP * (len(sizes) - 1), LEAST) or rows < 1:
        return None
    seen = view(drawn, cell, columns, rows, spread=True)
    wanted = [
        seen.column(each.at[0]) - size // 2 for each, size in zip(ordered, sizes, strict=True)
    ]
    starts = _apart(wanted, [size + 2 * GAP for size in sizes], columns + 2 * GAP)
    words = [(seen.rows, at, each.text) for at, each in zip(starts, ordered, strict=True)]
    bottom = seen.top + seen.height
    leads = [
        ((seen.x(at + size / 2), bottom), (each.at[0], each.at[1]))
        for at, size, each in zip(starts, sizes, ordered, strict=True)
    ]
    return Laid(seen.rows + 1, tuple(words), seen.placed(name, 0, leads))


def _widest(labels: Sequence[Label]) -> int:
    return max((cell_len(label.text) + GAP for label in labels), default=0)


def _apart(wanted: Sequence[int], sizes: Sequence[int], end: int) -> list[int]:
    """Where things begin that have sizes, as near as can be to where they are wanted.

    None begins before 0 or ends behind `end`, and none stands over the one before it. They fit.
    """
    found: list[int] = []
    free = 0
    for want, size in zip(wanted, sizes, strict=True):
        found.append(max(want, free))
        free = found[-1] + size
    limit = end
    for index in reversed(range(len(found))):
        found[index] = min(found[index], limit - sizes[index])
        limit = found[index]
    return found
