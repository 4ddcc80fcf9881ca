"""Where the page and what is told of it stand in a window of any size."""

from __future__ import annotations

from typing import NamedTuple

from textual.geometry import Region, Size

SIZES = (Size(60, 22), Size(80, 24), Size(112, 31))
"""The sizes at which a page is looked at: the smallest, a plain terminal, and a kiosk."""
BARS = 2
"""Rows for what is on show, and for the keys."""
EDGE = 1
"""Columns of the line between a page and what stands beside it."""
BESIDE = 32
"""Columns in which whatever is told of a page reads well."""
NARROW = 18
"""Columns in which findings can still be read."""
BELOW = 6
"""Rows below a page in which something can be told."""


class Places(NamedTuple):
    """What stands where; None for what has no room."""

    page: Region | None
    told: Region | None


def fitting(window: Size) -> list[Size]:
    """Those of the sizes that a window has room for."""
    room = Size(window.width, window.height - BARS)
    return [each for each in SIZES if each.width <= room.width and each.height <= room.height]


def next_size(window: Size, page: Size) -> Size:
    """The size after this one of those for which a window has room; the smallest where none has."""
    fits = fitting(window) or [SIZES[0]]
    return fits[(fits.index(page) + 1) % len(fits)] if page in fits else fits[0]


def places(window: Size, page: Size, *, is_long: bool) -> Places:
    """Where a page of a size stands in a window; `is_long` asks for room to read what is told.

    Without room for both, what is long has all of it. A page for which there is no room is drawn as
    large as the window.
    """
    room = Size(window.width, max(window.height - BARS, 1))
    if page.width > room.width or page.height > room.height:
        whole = Region(0, 0, *room)
        return Places(None, whole) if is_long else Places(whole, None)
    at = Region(0, 0, *page)
    beside = room.width - page.width - EDGE
    below = room.height - page.height
    if beside >= BESIDE:
        return Places(at, Region(page.width + EDGE, 0, beside, room.height))
    if below >= BELOW:
        return Places(at, Region(0, page.height, room.width, below))
    if is_long:
        return Places(None, Region(0, 0, *room))
    if beside >= NARROW:
        return Places(at, Region(page.width + EDGE, 0, beside, room.height))
    return Places(at, None)
