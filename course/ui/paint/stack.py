"""Things below each other in a column, and what of them can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from textual.geometry import Region

from course.ui.paint.brush import Brush, Line
from course.ui.paint.placed import Placed
from course.views.model import Block, Passage
from course.views.press import Press

FILLED = 6
"""Rows that a panel has above and below what is on it, at most: a large one looks empty."""
Patch = tuple[Region, list[Line]]
"""Cells that look different while something is pointed out, and where they are."""


Read = tuple[Passage, Region]
"""What is read aloud at once, and where it stands."""


class Key(Struct, frozen=True):
    """Something that can be pressed."""

    press: Press
    region: Region
    held: Callable[[], Sequence[Patch]]
    """What is drawn anew while it is pointed out; its regions count like `region`."""

    def moved(self, x: int, y: int) -> Key:
        """The same key, so many columns and rows further on."""

        def held() -> Sequence[Patch]:
            return [(region.translate((x, y)), lines) for region, lines in self.held()]

        return Key(self.press, self.region.translate((x, y)), held)


class Item(Struct):
    """Rows of one width that belong together."""

    rows: list[Line]
    keys: tuple[Key, ...] = ()
    echoes: tuple[Key, ...] = ()
    """What is pointed out together with a key elsewhere, and takes a touch that comes near."""
    pictures: tuple[Placed, ...] = ()
    """What is drawn over its cells; regions count from its first row and column."""
    gap: int = 1
    """Empty rows before it, where there is room for them."""
    least: int = 1
    """Empty rows before it, where there is none."""
    whole: bool = False
    """Whether it is a picture or a card, which is not cut where it can be shown whole."""
    edges: tuple[Line, Line] | None = None
    """A row above it and one below, where there is room for those of each item."""
    grown: Callable[[int], Item] | None = None
    """The same in at most so many rows, which are more than it has, where it can be larger."""
    filler: Line | None = None
    """A row that can be put above and below its rows, where there is room for a larger picture."""
    read: tuple[Read, ...] = ()
    """What of it is read aloud at once."""


class Laid(Struct):
    """A body, or a part of it, as it stands: rows of one width."""

    width: int
    rows: list[Line] = []
    keys: list[Key] = []
    echoes: list[Key] = []
    pictures: list[Placed] = []
    wholes: list[tuple[int, int]] = []
    """The first row of what is not cut, and how many rows it has."""
    starts: list[int] = []
    """The first row of each item."""
    pinned: tuple[int, int] | None = None
    """The rows that never leave the sight of what is below: from, and to before."""
    read: list[Read] = []

    @property
    def height(self) -> int:
        """Its rows."""
        return len(self.rows)

    @property
    def blanks(self) -> list[bool]:
        """Of each row, whether nothing is written in it."""
        return [all(cells.text.isspace() for cells in row) for row in self.rows]


class Stack:
    """Items from top to bottom."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.items: list[Item] = []

    def add(self, *items: Item) -> Stack:
        """Put items below those that are there."""
        self.items += items
        return self

    def height(self, *, tight: bool) -> int:
        """Its rows, with or without the gaps that can be spared."""
        gaps = [item.least if tight else item.gap for item in self.items[1:]]
        return sum(len(item.rows) for item in self.items) + sum(gaps)

    def laid(self, brush: Brush, room: int) -> Laid:
        """The rows, with as many gaps as `room` rows leave."""
        spare = room - self.height(tight=True)
        filled = max(room - self.height(tight=False), 0)
        edged = sum(item.edges is not None for item in self.items)
        has_edges = filled >= 2 * edged > 0
        filled -= 2 * edged if has_edges else 0
        found = Laid(self.width)
        for number, item in enumerate(self.items):
            gap = 0
            if number:
                more = max(min(item.gap - item.least, spare), 0)
                spare -= more
                gap = item.least + more
            found.rows += [brush.blank(self.width)] * gap
            y = found.height
            found.starts.append(y)
            if item.grown is not None and filled:
                before, item = item, grown(item, item.grown, filled)
                filled -= len(item.rows) - len(before.rows)
            rows, above = item.rows, 0
            if item.edges is not None and has_edges:
                rows, above = [item.edges[0], *rows, item.edges[1]], 1
            elif item.filler is not None and filled:
                more = min(filled, FILLED)
                above = more // 2
                rows = [item.filler] * above + rows + [item.filler] * (more - above)
                filled -= more
            found.rows += rows
            found.keys += [key.moved(0, y + above) for key in item.keys]
            found.echoes += [key.moved(0, y + above) for key in item.echoes]
            found.read += moved(item.read, 0, y + above)
            found.pictures += [each.moved(0, y + above) for each in item.pictures]
            if item.whole:
                found.wholes.append((y, len(rows)))
        return found


def read(block: Block, rows: int, part: int = 0, first: int = 0) -> Read:
    """A part of a block, on so many rows from the `first` one on."""
    return Passage(block, part), Region(0, first, 1, rows)


def moved(read: Iterable[Read], x: int, y: int) -> list[Read]:
    """The same passages, so many columns and rows further on."""
    return [(passage, region.translate((x, y))) for passage, region in read]


def grown(item: Item, larger: Callable[[int], Item], more: int) -> Item:
    """An item in at most so many rows more; what is read of it is read of all of it."""
    found = larger(len(item.rows) + more)
    found.read = tuple((passage, Region(0, 0, 1, len(found.rows))) for passage, _ in item.read)
    return found


def make_taller(panel: Item, rows: int) -> None:
    """Give a panel so many rows more, half of them above its words."""
    edge, above = panel.rows[0], rows // 2
    panel.rows = [edge] * above + panel.rows + [edge] * (rows - above)
    panel.read = tuple(moved(panel.read, 0, above))


def below(brush: Brush, found: Laid, other: Laid, gap: int) -> None:
    """Put `other` below what is found, with so many empty rows between."""
    if not other.rows:
        return
    if found.rows:
        found.rows += [brush.blank(found.width)] * gap
    y = found.height
    found.rows += other.rows
    found.keys += [key.moved(0, y) for key in other.keys]
    found.echoes += [key.moved(0, y) for key in other.echoes]
    found.read += moved(other.read, 0, y)
    found.pictures += [each.moved(0, y) for each in other.pictures]
    found.wholes += [(y + row, count) for row, count in other.wholes]


def lowered(brush: Brush, laid: Laid, rows: int) -> Laid:
    """The same, so many rows further down; for a body of which nothing moves."""
    found = Laid(laid.width, [brush.blank(laid.width)] * rows)
    below(brush, found, laid, 0)
    return found


def beside(brush: Brush, parts: Sequence[Laid], gutter: int) -> Laid:
    """Columns side by side, their tops aligned."""
    found = Laid(sum(part.width for part in parts) + gutter * (len(parts) - 1))
    height = max(part.height for part in parts)
    for row in range(height):
        line: Line = []
        for number, part in enumerate(parts):
            line += brush.blank(gutter) if number else []
            line += part.rows[row] if row < part.height else brush.blank(part.width)
        found.rows.append(line)
    x = 0
    for part in parts:
        found.keys += [key.moved(x, 0) for key in part.keys]
        found.echoes += [key.moved(x, 0) for key in part.echoes]
        found.read += moved(part.read, x, 0)
        found.pictures += [each.moved(x, 0) for each in part.pictures]
        found.wholes += part.wholes
        x += part.width + gutter
    return found
