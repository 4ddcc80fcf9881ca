"""Where an arrow key leads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from textual.geometry import Region

Direction = Literal["up", "down", "left", "right"]


def nearest(start: Region, targets: Iterable[Region], direction: Direction) -> Region | None:
    """The target that lies nearest in that direction, or None if none does.

    A cell to the side counts four times, so that "down" prefers what is right below.
    """
    found: list[tuple[float, Region]] = []
    for target in targets:
        right = (target.x + target.width / 2) - (start.x + start.width / 2)
        down = (target.y + target.height / 2) - (start.y + start.height / 2)
        ahead, aside = {
            "up": (-down, right),
            "down": (down, right),
            "left": (-right, down),
            "right": (right, down),
        }[direction]
        overlaps = target.y < start.bottom and target.bottom > start.y
        # Rows are apart when they do not overlap at all: left never jumps a row.
        if overlaps != (direction in ("left", "right")):
            continue
        if ahead > 0:
            found.append((ahead + 0.25 * abs(aside), target))
    return min(found, key=lambda each: each[0])[1] if found else None
