"""The sheets that are kept, so that a page that was seen before is not drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from course.content.model import Picture
from course.ui.paint.sheet import Kit, Sheet
from course.views.context import Context
from course.views.model import View

MOST = 64
"""Sheets that are kept; the one that was not asked for the longest goes first."""
Key = tuple[View, Size, str, str]


class Sheets:
    """One sheet for each view, size, theme and language."""

    def __init__(self, paint: Callable[[Sequence[Content], int], list[Strip]]) -> None:
        self._paint = paint
        self._kept: dict[Key, Sheet] = {}

    def of(self, view: View, size: Size, theme: str, context: Context) -> Sheet:
        """The sheet of a view, as it was kept or made now."""
        key = (view, size, theme, context.words.language)
        sheet = self._kept.pop(key, None)
        if sheet is None:
            kit = Kit(context.words, _Pictures(context), self._paint)
            sheet = Sheet(view, size, kit)
        self._kept[key] = sheet
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        return sheet

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()

    def __len__(self) -> int:
        return len(self._kept)


class _Pictures(Mapping[str, Picture]):
    """The pictures of a course, which is not decoded before one of them is drawn."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __getitem__(self, name: str) -> Picture:
        return self._context.course.pictures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._context.course.pictures)

    def __len__(self) -> int:
        return len(self._context.course.pictures)
