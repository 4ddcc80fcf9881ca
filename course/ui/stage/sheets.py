"""The sheets that are kept, so that a page that was seen before is not drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.theme import Theme

from course.ui.paint.sheet import Kit, Sheet
from course.views.context import Context
from course.views.model import View

if TYPE_CHECKING:
    from course.ui.stage.wall import Wall

MOST = 64
"""Sheets that are kept; the one that was not asked for the longest goes first."""


class Sheets:
    """One sheet for each view, size, look and language."""

    def __init__(self, *, fewer_signs: bool) -> None:
        """`fewer_signs` is for a terminal whose font lacks some."""
        self._fewer_signs = fewer_signs
        self._kits: dict[tuple[object, ...], Kit] = {}
        self._kept: dict[tuple[View, Size, Kit], Sheet] = {}

    def kit(self, theme: Theme, context: Context, wall: Wall | None) -> Kit:
        """What sheets are made with; `wall` is where pictures hang, if there are any."""
        cell, unseen = (wall.cell, wall.unseen) if wall is not None else (None, frozenset[str]())
        known = (theme.name, context.words.language, cell, unseen)
        kit = self._kits.get(known)
        if kit is None:
            few = self._fewer_signs
            kit = Kit(context.edition, theme, fewer_signs=few, cell=cell, unseen=unseen)
            self._kits[known] = kit
        return kit

    def of(self, view: View, size: Size, kit: Kit) -> Sheet:
        """The sheet of a view, as it was kept or made now."""
        sheet = self._kept.pop((view, size, kit), None) or Sheet(view, size, kit)
        self._kept[view, size, kit] = sheet
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        return sheet

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()
        self._kits.clear()

    def __len__(self) -> int:
        return len(self._kept)
