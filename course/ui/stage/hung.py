"""What is on the screen, rows and pictures over them, and what of it is drawn anew. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import ControlType, Segment
from textual.geometry import Region
from textual.strip import Strip

_AT = "\x1b7\x1b[{};{}H"
_BACK = "\x1b8"
_CONTROL = [(ControlType.CURSOR_MOVE_TO, 1, 1)]
"""Says that a segment has no cells of its own."""


class Hung(NamedTuple):
    """A picture that is on show."""

    region: Region
    """In cells of the screen."""
    text: str
    """What shows it, with the cursor in the upper left one of them."""
    farewell: str = ""
    """What takes it away, where to write over its cells is not enough."""


class Screenful(NamedTuple):
    """What was on the screen when it was last drawn."""

    rows: Sequence[Strip]
    hung: tuple[Hung, ...] = ()
    farewells: tuple[tuple[int, str], ...] = ()
    """What takes away the pictures of before, and in which rows that is written."""


def following(before: Screenful, rows: Sequence[Strip], hung: tuple[Hung, ...]) -> Screenful:
    """What is on the screen next."""
    kept = {each.farewell for each in hung} | {""}
    gone = [each for each in before.hung if each.farewell not in kept]
    last = max(len(rows) - 1, 0)
    farewells = tuple((min(each.region.bottom - 1, last), each.farewell) for each in gone)
    if not farewells and before.hung == hung:
        # They may not have been written yet; to write them twice does no harm.
        farewells = before.farewells
    return Screenful(rows, hung, farewells)


def strips(screen: Screenful) -> list[Strip]:
    """The rows, and with the last one that a picture covers the picture itself.

    So it is written in the same frame, after all of the cells that it covers.
    """
    found = list(screen.rows)
    for row, farewell in screen.farewells:
        found[row] = _with(found[row], farewell)
    for region, text, _ in screen.hung:
        row = region.bottom - 1
        found[row] = _with(found[row], _AT.format(region.y + 1, region.x + 1) + text + _BACK)
    return found


def _with(strip: Strip, text: str) -> Strip:
    return Strip([*strip, Segment(text, None, _CONTROL)], strip.cell_length)


def stale(before: Screenful, now: Screenful) -> list[Region]:
    """What differs on the screen, in rows or parts of rows that are written anew."""
    changed = set(before.hung) ^ set(now.hung)
    rows = {row for each in changed for row in _rows(each) if row < len(now.rows)}
    rows |= {row for row, _ in now.farewells if now.farewells != before.farewells}
    parts: dict[int, int] = {}
    for row, (old, new) in enumerate(zip(before.rows, now.rows, strict=True)):
        if row in rows or old is new or old == new:
            continue
        left = min((each.region.x for each in now.hung if row in _rows(each)), default=0)
        if left and _alike(old, new, left):
            parts[row] = left
        else:
            rows.add(row)
    # To write over a cell takes away what a picture shows there.
    while over := [h for h in now.hung if rows & {*_rows(h)} and h.region.bottom - 1 not in rows]:
        rows |= {each.region.bottom - 1 for each in over}
    width = now.rows[0].cell_length if now.rows else 0
    whole = [Region(0, row, width, 1) for row in sorted(rows)]
    return whole + [Region(0, row, left, 1) for row, left in parts.items() if row not in rows]


def _rows(hung: Hung) -> range:
    return range(hung.region.y, hung.region.bottom)


def _alike(old: Strip, new: Strip, left: int) -> bool:
    """Whether two rows are the same from a column on."""
    return _cells(old, left) == _cells(new, left)


def _cells(strip: Strip, left: int) -> list[Segment]:
    return list(strip.crop(left, strip.cell_length).simplify())
