"""The two rows below the page: what is on show, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from course.errors import Problem

KEYS = (
    ("s", "size"),
    ("t", "look"),
    ("l", "language"),
    ("f", "findings"),
    ("a", "answers"),
    ("r", "sources"),
    ("g", "grade"),
    ("p", "plain"),
    ("b n", "page"),
    ("q", "end"),
    ("u d", "scroll"),
)
SHORT = {"language": "lang", "findings": "check"}
"""The same in a narrow window."""


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
    item: str, size: Size, look: str, saved: str, counted: Counted | None, *, is_shown: bool
) -> Content:
    """What is on show, and whether that is what was saved."""
    told = str(counted) if counted is not None else "checking"
    if not is_shown:
        told = f"NOT SHOWN, {told}"
    parts = [item, f"{size.width}x{size.height} {look}", f"saved {saved}" if saved else "", told]
    style = "bold" if is_shown else "bold reverse"
    *before, last = [part for part in parts if part]
    return Content.assemble("  ".join(before), "  ", (f" {last} ", style))


def keys(told: str, width: int) -> Content:
    """The keys, as many as there is room for; the one in use is marked."""
    is_wide = sum(len(what) + 4 for _, what in KEYS) <= width
    gap = "  " if is_wide else " "
    parts: list[str | tuple[str, str]] = []
    for key, what in KEYS:
        shown = what if is_wide else SHORT.get(what, what)
        style = "underline" if key == told else ""
        parts += [(key, "bold $accent"), (f" {shown}{gap}", style)]
    return Content.assemble(*parts)


def next_of(every: Sequence[str], now: str) -> str:
    """The one after this one, and the first one after the last."""
    return every[(every.index(now) + 1) % len(every)] if now in every else every[0]
