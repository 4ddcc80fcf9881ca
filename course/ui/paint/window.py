"""The part of a screen in which a body moves: what is shown of it, and where More leads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from textual.geometry import Region
from textual.strip import Strip

from course.ui.paint.placed import Placed
from course.ui.paint.stack import Key, Laid
from course.views.model import Passage
from course.views.press import Press

NEAR = (4, 2)
"""Columns and rows within which a touch still means a number on a picture."""


def patched(
    strips: Sequence[Strip], keys: Iterable[Key], held: Press, left: int, shown: Collection[int]
) -> dict[int, Strip]:
    """The rows among those shown that look different while `held` is pointed out.

    `left` is the column of the strips from which on the keys count.
    """
    found: dict[int, Strip] = {}
    for key in keys:
        if key.press != held:
            continue
        for region, lines in key.held():
            x = left + region.x
            for row, line in zip(range(region.y, region.bottom), lines, strict=True):
                if row in shown:
                    strip = found.get(row, strips[row])
                    after = strip.crop(x + region.width, strip.cell_length)
                    found[row] = Strip.join([strip.crop(0, x), Strip(line, region.width), after])
    return found


def _regions(laid: Laid, what: Press | Passage) -> list[Region]:
    """Where something that is pressed or read aloud stands."""
    if not isinstance(what, Passage):
        return [key.region for key in laid.keys if key.press == what]
    keys = [key.region for key in laid.keys if key.press == what.of]
    return keys + [region for found, region in laid.read if found == what]


class Window:
    """`top` is everywhere how many rows of the body are above those on show.

    What is pinned stays at the top of the window once it would move out of it: as many of its last
    rows as leave room for any one thing below that can be pressed.
    """

    def __init__(self, laid: Laid, strips: Sequence[Strip], blank: Strip, region: Region) -> None:
        """`strips` are the rows of the body as wide as the screen; `region` is on the screen."""
        self._laid = laid
        self._strips = strips
        self._blank = blank
        self.region = region
        first, end = laid.pinned or (0, 0)
        highest = max((k.region.height for k in laid.keys if k.region.y >= end), default=1)
        self._pinned = max(min(end - first, self.room - highest), 0)
        self._pinned_from = end - self._pinned

    @property
    def room(self) -> int:
        """Rows on show at once."""
        return self.region.height

    @property
    def last(self) -> int:
        """The furthest `top`."""
        return self._stops[-1]

    @property
    def over(self) -> int:
        """Rows for which there is no room; 0 where all is on show at once."""
        return max(self._laid.height - self.room, 0)

    def more(self, top: int) -> int:
        """Where More leads: what is cut off comes to the top."""
        return next((stop for stop in self._stops if stop > top), self.last)

    def less(self, top: int) -> int:
        """Where one came from by More."""
        return next((stop for stop in reversed(self._stops) if stop < top), 0)

    @cached_property
    def _stops(self) -> list[int]:
        stops = [0]
        while stops[-1] + self.room < self._laid.height:
            stops.append(self._next(stops[-1]))
        return stops

    def _next(self, top: int) -> int:
        bottom = top + self.room
        shown = top + self._stuck(top)
        cut = [row for row, count in self._laid.wholes if shown < row < bottom < row + count]
        row = min([*cut, bottom])
        blank = self._laid.blanks
        if row == bottom and not (blank[row] or blank[row - 1] or self._is_edge(row)):
            # A line is shown twice, so that the eye finds its place.
            row -= 1
        while row < self._laid.height - 1 and blank[row]:
            row += 1
        goal = row
        if self._pinned and row > self._pinned_from:
            goal = max(row - self._pinned, self._pinned_from)
        goal = goal if goal > top else top + max(self.room - self._pinned - 1, 1)
        return self._filled(goal, top) if self._pinned else goal

    def _filled(self, goal: int, top: int) -> int:
        """The last answers with as many of those before them as there is room for."""
        fullest = max(self._laid.height - self.room, top + 1)
        return next((row for row in range(fullest, goal) if not self._cuts(row)), goal)

    def _cuts(self, top: int) -> bool:
        """Whether something that is better not cut begins above the first row on show."""
        shown = top + self._stuck(top)
        return any(row < shown < row + count for row, count in self._laid.wholes)

    def _is_edge(self, row: int) -> bool:
        return any(row in (first, first + count) for first, count in self._laid.wholes)

    def _stuck(self, top: int) -> int:
        """Rows that what is pinned covers."""
        return self._pinned if top > self._pinned_from else 0

    def reveal(self, top: int, what: Press | Passage) -> int:
        """The nearest `top` at which all of what is pressed, or is read aloud, is on show."""
        regions = _regions(self._laid, what)
        if not regions or any(self._is_shown(region, top) for region in regions):
            return top
        first = regions[0]
        stops = [stop for stop in self._stops if self._is_shown(first, stop)]
        return min(stops, key=lambda stop: abs(stop - top), default=min(first.y, self.last))

    def _is_shown(self, region: Region, top: int) -> bool:
        first = top + self._stuck(top)
        return first <= region.y and region.bottom <= top + self.room

    def heard(self, top: int, passage: Passage) -> list[tuple[int, int]]:
        """Where on the screen what is read aloud begins in each of its rows that are on show."""
        return [
            (self.region.x + region.x, self.region.y + at)
            for region in _regions(self._laid, passage)
            for at, row in enumerate(self._shown(top))
            if region.y <= row < region.bottom
        ]

    def _shown(self, top: int) -> list[int]:
        """The rows on show, from the top of the window on."""
        stuck = self._stuck(top)
        pinned = range(self._pinned_from, self._pinned_from + stuck)
        return [*pinned, *range(top + stuck, top + self.room)]

    def rows(self, top: int, held: Press | None) -> list[Strip]:
        """What is on show, as many rows as there is room for, with what is held pointed out."""
        shown = self._shown(top)
        changed: dict[int, Strip] = {}
        if held is not None:
            keys = (*self._laid.keys, *self._laid.echoes)
            changed = patched(self._strips, keys, held, self.region.x, set(shown))
        return [
            changed.get(row) or (self._strips[row] if row < len(self._strips) else self._blank)
            for row in shown
        ]

    def slots(self, top: int) -> list[tuple[Press, Region]]:
        """What can be pressed, on the screen. What is pinned hides what it covers."""
        stuck = self._stuck(top)
        found = []
        for key in self._laid.keys:
            region = key.region.translate((self.region.x, self.region.y - top))
            hidden = self.region.y + stuck - region.y
            if stuck and hidden >= region.height:
                # As far above the window as the body has to move until it is on show.
                region = region.translate((0, -stuck))
            elif stuck and hidden > 0:
                region = Region(region.x, region.y + hidden, region.width, region.height - hidden)
            found.append((key.press, region))
        return found

    def pictures(self, top: int) -> tuple[Placed, ...]:
        """The pictures that are wholly on show, on the screen, and that nothing pinned covers."""
        first = top + self._stuck(top)
        return tuple(
            each.moved(self.region.x, self.region.y - top)
            for each in self._laid.pictures
            if first <= each.region.y and each.region.bottom <= top + self.room
        )

    def near(self, x: int, y: int, top: int) -> Press | None:
        """What a touch beside everything that can be pressed is meant for, if it comes near."""
        row = y - self.region.y
        if not 0 <= row < self.room:
            return None
        found = []
        for number, key in enumerate(self._laid.echoes):
            aside = abs(key.region.x + key.region.width // 2 + self.region.x - x)
            off = abs(key.region.y - top - row)
            if aside <= NEAR[0] and off <= NEAR[1]:
                # A row is about as high as two columns are wide.
                found.append((aside**2 + (2 * off) ** 2, number, key.press))
        return min(found)[2] if found else None
