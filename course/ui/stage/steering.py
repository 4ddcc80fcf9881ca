"""Where an arrow key leads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual.widget import Widget

W = TypeVar("W", bound=Widget)


def nearest(start: Widget | None, targets: Iterable[W], direction: str) -> W | None:
    """The target that lies nearest in that direction, or None if none does.

    A cell to the side counts four times, so that "down" prefers what is right below.
    """
    found: list[tuple[float, W]] = []
    for target in targets:
        if start is None:
            return target
        if target is start:
            continue
        a, b = start.region, target.region
        right = (b.x + b.width / 2) - (a.x + a.width / 2)
        down = (b.y + b.height / 2) - (a.y + a.height / 2)
        ahead, aside = {
            "up": (-down, right),
            "down": (down, right),
            "left": (-right, down),
            "right": (right, down),
        }[direction]
        if direction in ("left", "right"):
            # Rows are apart when they do not overlap at all: left never jumps a row.
            if b.y >= a.bottom or b.bottom <= a.y:
                continue
        elif b.y < a.bottom and b.bottom > a.y:
            continue
        if ahead > 0:
            found.append((ahead + 0.25 * abs(aside), target))
    return min(found, key=lambda each: each[0])[1] if found else None
