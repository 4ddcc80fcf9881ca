"""The two rows below the page: what is on show, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from course.errors import Problem

KEYS = (
    ("q", "end"),
    ("f", "findings"),
    ("u d", "scroll"),
    ("b n", "page"),
    ("s", "size"),
    ("a", "answers"),
    ("r", "sources"),
    ("g", "grade"),
    ("t", "look"),
    ("l", "language"),
    ("p", "plain"),
)
"""Those that are needed most come first: a narrow window has no room for the last."""
SHORT = {"language": "lang", "findings": "check", "sources": "cites"}
"""The same in a narrow window."""
PADDING = 2
"""Columns at the ends of the first row that stay empty."""


class Counted(NamedTuple):
    """How many findings there are."""

    errors: int
    warnings: int

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Counted:
        """Those of some findings."""
        errors = sum(each.severity == "error" for each in problems)
        return cls(errors, len(problems) - errors)

    def __str__(self) -> str:
        if not any(self):
            return "no faults"
        named = ((self.errors, "error"), (self.warnings, "warning"))
        return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in named if n)


def state(
    item: str,
    size: Size,
    look: str,
    saved: str,
    counted: Counted | None,
    *,
    is_shown: bool,
    room: int,
) -> Content:
    """What is on show, and whether that is what was saved, in as many cells as there is room for.

    What nobody misses goes first: the time of the save, the colors, the size, the folder.
    """
    told = str(counted) if counted is not None else "checking"
    last = f" {told if is_shown else f'NOT SHOWN, {told}'} "
    at, when = f"{size.width}x{size.height}", f"saved {saved}" if saved else ""
    left = max(room - len(last), 0)
    ways = ([item, f"{at} {look}", when], [item, f"{at} {look}"], [item, at], [item])
    rows = ["".join(f"{part}  " for part in parts if part) for parts in ways]
    if left < len(item) // 2:
        # There is room for the name of the file alone, or for a part of it.
        name = item.partition(" ")[0].rpartition("/")[2].removesuffix(".yaml")
        rows.append(f"{name[: left - 1]} " if left > 1 else "")
    row = next((each for each in rows if len(each) <= left), f"...{rows[-1][3 - left :]}")
    style = "bold" if is_shown else "bold reverse"
    return Content.assemble(row, (last, style))


def keys(told: str, width: int) -> Content:
    """The keys, as many as there is room for; the one in use is marked."""
    is_wide = sum(len(key) + len(what) + 3 for key, what in KEYS) <= width
    gap = "  " if is_wide else " "
    parts: list[str | tuple[str, str]] = []
    left = width + len(gap)
    for key, what in KEYS:
        shown = what if is_wide else SHORT.get(what, what)
        left -= len(f"{key} {shown}{gap}")
        if left < 0:
            break
        style = "underline" if key == told else ""
        parts += [(key, "bold $accent"), (f" {shown}", style), gap]
    return Content.assemble(*parts[:-1])


def next_of(every: Sequence[str], now: str) -> str:
    """The one after this one, and the first one after the last."""
    return every[(every.index(now) + 1) % len(every)] if now in every else every[0]
