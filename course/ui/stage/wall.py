"""Where pictures hang over the cells of the screen, and what of the screen is drawn anew."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from course.ui.paint.placed import Placed
from course.ui.stage.gallery import Gallery, Wanted
from course.ui.stage.hung import Hung, Screenful, following, stale, strips
from course.ui.stage.sight import Cell, Sight

if TYPE_CHECKING:
    from course.content.compiled import Edition
    from course.ui.pixels.picture import Way


class PictureCame(Message):
    """A picture was drawn that is on show."""


class Wall:
    """The screen of a terminal that shows pictures."""

    def __init__(self, stage: Widget, sight: Sight) -> None:
        """`stage` is told by PictureCame."""
        self._sight = sight
        self._stage = stage
        self._gallery = Gallery(self._tell)
        self._screen = Screenful([])
        self._hung: dict[Hashable, Hung] = {}
        self.unseen: frozenset[str] = frozenset()
        """The names of pictures that could not be drawn when they were to be shown."""

    @property
    def cell(self) -> Cell | None:
        """The pixels of a cell, its width and height; None if nobody knows any more."""
        return self._sight.cell

    def hang(self, placed: Iterable[Placed], theme: Theme, edition: Edition) -> tuple[Hung, ...]:
        """Those of some pictures that are drawn already; the others will come.

        Until one comes on which only another place is pointed out, the one of before stays.
        """
        wanted = [(each, found) for each in placed if (found := self._wanted(each, theme, edition))]
        drawn = self._gallery.show(found for _, found in wanted)
        before, self._hung = self._hung, {}
        for (each, known), done in zip(wanted, drawn, strict=True):
            # All but the place that is pointed out.
            alike = each.region, known.key[:-1]
            if done is not None and done.text:
                self._hung[alike] = Hung(each.region, done.text, self._farewell(done.number))
            elif done is not None:
                self.unseen |= {each.name}
            elif alike in before:
                self._hung[alike] = before[alike]
        return tuple(self._hung.values())

    def prepare(self, pages: Iterator[Iterable[Placed]], theme: Theme, edition: Edition) -> None:
        """Draw the pictures of pages that may come soon, while nobody presses anything."""
        self._gallery.prepare(
            [found for each in page if (found := self._wanted(each, theme, edition))]
            for page in pages
        )

    def rest(self) -> None:
        """Leave the machine to a person."""
        self._gallery.rest()

    def painted(self, rows: Sequence[Strip], hung: tuple[Hung, ...]) -> list[Strip]:
        """What is written on the screen now; only for that may it be asked."""
        self._screen = following(self._screen, rows, hung)
        return strips(self._screen)

    def stale(self, rows: Sequence[Strip], hung: tuple[Hung, ...]) -> list[Region] | None:
        """What is to be drawn anew; None for all of the screen."""
        before = self._screen
        if len(before.rows) != len(rows) or not (hung or before.hung):
            return None
        return stale(before, following(before, rows, hung))

    def _tell(self) -> None:
        """From another thread, perhaps when the app has ended."""
        with suppress(RuntimeError):
            self._stage.post_message(PictureCame())

    def _wanted(self, placed: Placed, theme: Theme, edition: Edition) -> Wanted | None:
        cell, way = self._sight.cell, self._sight.way
        if cell is None or way is None:
            return None
        size = placed.region.size
        of = placed.name, placed.svg, size, cell, way, theme.name, placed.box, placed.leads

        def draw(number: int) -> str:
            return _draw(placed, theme, edition, cell, way, number)

        return Wanted((*of, placed.on, placed.badges), draw, passing=bool(placed.svg))

    def _farewell(self, number: int) -> str:
        if self._sight.way != "kitty":
            return ""
        from course.ui.pixels.kitty import remove

        return remove(number)


def _draw(placed: Placed, theme: Theme, edition: Edition, cell: Cell, way: Way, number: int) -> str:
    # Only where there is a picture.
    from course.ui.pixels.picture import Look, Piece, draw
    from course.ui.styles.drawings import colors, css

    size = placed.region.size
    piece = Piece(placed.box, placed.leads, (size.width, size.height), cell, placed.badges)
    look = Look(colors(theme), css(theme, placed.on))
    svg = placed.svg or edition.svg(placed.name).decode("utf-8", "replace")
    return draw(svg, piece, look, way, number)
