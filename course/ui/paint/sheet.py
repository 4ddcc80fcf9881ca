"""A view drawn for one size of the screen in one theme: rows of cells, and what can be pressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.geometry import Region, Size
from textual.strip import Strip

from course.ui.paint import bar
from course.ui.paint.body import Body
from course.ui.paint.brush import Line
from course.ui.paint.compose import compose
from course.ui.paint.draft import Draft
from course.ui.paint.grid import SMALLEST, grid
from course.ui.paint.head import head
from course.ui.paint.keys import ROOMY
from course.ui.paint.kit import Kit
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Laid, lowered
from course.ui.paint.text import marks, wrapped
from course.ui.paint.window import Window, patched
from course.views.forward import forward
from course.views.model import Advice, Drawing, Passage, View
from course.views.press import Pick, Press

if TYPE_CHECKING:
    from course.ui.paint.whole import Whole

__all__ = ["Kit", "Sheet", "Slot"]

HEADS = 3
"""Heads with a title that is not large: with two empty rows around it, with one, with none."""
READ = "▌"
"""Stands before each row of what is read aloud."""
SPARE, FAR, FURTHER = 3, 2, 5
"""The part of the rows to spare that is above a short body, and how many these are at most, so that
it does not leave its title; and so many where it would leave a large screen empty below it."""
LINES = 2
"""Of a large title, at most, where no picture has a use for the rows."""
WHOLE = ("attract", "notice")
"""Layouts with nothing to press: whatever a person does on them is a sign of them."""


def _chosen(heads: list[Laid], bottom: int, body: Body, has_cards: bool) -> Laid:
    """The first head that leaves enough rows above the row `bottom`.

    Where none does, cards have all the rows that there are, and else the highest thing that is not
    cut has enough.
    """
    fits = [head for head in heads if head.height + body.height() <= bottom]
    if not fits and not has_cards:
        fits = [head for head in heads[-HEADS:] if head.height + body.whole() <= bottom]
    return fits[0] if fits else heads[-1]


def _too_small(kit: Kit, size: Size) -> list[Strip]:
    """The words that ask for a larger window."""
    lines = wrapped(kit.words("top.too_small"), size.width)[: size.height]
    rows = [""] * ((size.height - len(lines)) // 2)
    rows += [" " * ((size.width - line.cell_length) // 2) + line.plain for line in lines]
    rows += [""] * (size.height - len(rows))
    return [Strip(kit.brush.line(row, size.width), size.width) for row in rows]


class Slot(NamedTuple):
    """Something that can be pressed, and where it stands."""

    press: Press
    region: Region
    """In cells of the screen; of the body it may stand outside of the window."""
    part: Literal["body", "bar", "top"]


class Sheet:
    """A view, laid out once: kept by whoever shows it, and used again. Equal views look equal.

    `top` is everywhere how many rows of the body are above those on show.
    """

    def __init__(self, view: View, size: Size, kit: Kit) -> None:
        self._view, self._size, self._kit = view, size, kit
        self._brush = kit.brush
        self._at = grid(size)
        self._numbers = marks(view.cites, fewer_signs=self._brush.fewer_signs)
        self._bars: dict[tuple[bool, bool, Press | None], list[Strip]] = {}
        self._is_too_small = size.width < SMALLEST.width or size.height < SMALLEST.height
        self._is_whole = self._is_too_small or view.layout in WHOLE
        self._head, self._below = Laid(0), list[Strip]()
        self._window = Window(Laid(0), [], Strip([]), Region(0, 0, *size))
        if not self._is_whole:
            self._lay_out()
        self._above = self._strips(self._head.rows)

    def _lay_out(self) -> None:
        view, at, kit, brush = self._view, self._at, self._kit, self._brush
        cited = self._cited()
        # Where a large title, or rows to spare, would push something out of sight, they go.
        heads = [head(view, at, kit, spare=spare) for spare in reversed(range(HEADS))]
        large = [head(view, at, kit, lines=1)] if at.tall else []
        is_drawn = view.mapped or any(isinstance(each, Drawing | Advice) for each in view.blocks)
        several = [head(view, at, kit, lines=LINES)] if at.tall and not is_drawn else []
        bottom = at.bottom - len(cited)

        def composed(heads: list[Laid]) -> Body:
            """The body between the first or the last of some heads and the bottom."""
            room, most = bottom - heads[0].height, bottom - heads[-1].height
            return compose(Draft(view, at, kit, self._numbers, room, most))

        body = composed([*several, *large, *heads])
        if several and several[0].height + body.height() > bottom:
            several = []
            body = composed([*large, *heads])
        self._head = _chosen([*several, *large, *heads], bottom, body, bool(view.cards))
        room = bottom - self._head.height
        laid = body.laid(brush, room)
        # A verdict stands in the same place whatever there is to say about it.
        if at.tall and kit.cell is not None and laid.height < room and view.verdict is None:
            far = FURTHER if room >= ROOMY else FAR
            laid = lowered(brush, laid, min((room - laid.height) // SPARE, far))
        *strips, blank = self._strips([*laid.rows, brush.blank(at.columns)])
        region = Region(at.left, self._head.height, at.columns, room)
        self._window = Window(laid, strips, blank, region)
        # The names of the sources belong to no picture and no card that may stand above them.
        self._below = [*[blank] * (at.bar - at.bottom), *self._strips(cited)]

    def _cited(self) -> list[Line]:
        """The row that names the sources, where there are any."""
        if not self._view.cites or self._at.low:
            return []
        # Not on the way to the first screen.
        from course.ui.paint.sources import sources

        return [sources(self._kit, self._view.cites, self._at.columns)]

    def _strips(self, rows: list[Line]) -> list[Strip]:
        """Rows of the columns that are used, as wide as the screen."""
        margin, width = self._brush.blank(self._at.left), self._size.width
        return [Strip([*margin, *row, *margin], width) for row in rows]

    def _whole(self, wandered: int) -> Whole:
        """A screen without buttons."""
        # Not on the way to the first screen.
        from course.ui.paint.whole import whole

        height = self._size.height
        return whole(
            Draft(self._view, self._at, self._kit, self._numbers, height, height), wandered
        )

    @property
    def last(self) -> int:
        """The furthest `top`; 0 where all of the body fits."""
        return self._window.last

    @property
    def over(self) -> int:
        """Rows of the body for which there is no room; 0 where all of it fits."""
        return self._window.over

    @property
    def window(self) -> Region:
        """Where on the screen the body is on show."""
        return self._window.region

    def rows(
        self,
        top: int,
        held: Press | None,
        *,
        speaking: bool = False,
        passage: Passage | None = None,
        wandered: int = 0,
    ) -> list[Strip]:
        """Every row of the screen, as wide as it; `held` is pointed out.

        `speaking`: something is read aloud, and Listen ends it; `passage` is what of it is read
        now. `wandered`: how often a screen that nobody uses has moved on.
        """
        if self._is_too_small:
            return _too_small(self._kit, self._size)
        if self._is_whole:
            return [Strip(row, self._size.width) for row in self._whole(wandered).rows]
        above = self._above
        if held is not None and self._head.keys:
            found = patched(above, self._head.keys, held, self._at.left, range(len(above)))
            above = [found.get(row, strip) for row, strip in enumerate(above)]
        body = self._window.rows(top, held)
        rows = [*above, *body, *self._below, *self._bar(top, held, speaking)]
        return self._marked(rows, top, passage) if passage is not None else rows

    def _marked(self, rows: list[Strip], top: int, passage: Passage) -> list[Strip]:
        """The same rows, with a bar beside those that are read aloud."""
        titled = [region for found, region in self._head.read if found == passage]
        found = [(self._at.left, y) for region in titled for y in range(region.y, region.bottom)]
        for x, y in (*found, *self._window.heard(top, passage)):
            strip, bar = rows[y], Strip([self._brush.cells(READ, "$accent")], 1)
            rows[y] = Strip.join([strip.crop(0, x - 1), bar, strip.crop(x, strip.cell_length)])
        return rows

    def _bar(self, top: int, held: Press | None, speaking: bool) -> list[Strip]:
        at = self._at
        buttons = self._buttons(top, speaking)
        if all(each.press != held for each in buttons):
            held = None
        key = (top < self.last, speaking, held)
        if key not in self._bars:
            rows = bar.draw(self._brush, at, buttons, held)
            rows += [self._brush.blank(at.size.width)] * (at.size.height - at.bar - len(rows))
            self._bars[key] = [Strip(row, at.size.width) for row in rows]
        return self._bars[key]

    def _buttons(self, top: int, speaking: bool = False) -> list[bar.Place]:
        return bar.places(self._view, self._at, self._kit.words, top < self.last, speaking)

    def slots(self, top: int) -> tuple[Slot, ...]:
        """Everything that can be pressed, in the order of reading."""
        if self._is_whole:
            return ()
        left = self._at.left
        return (
            *(Slot(key.press, key.region.translate((left, 0)), "top") for key in self._head.keys),
            *(Slot(press, region, "body") for press, region in self._window.slots(top)),
            *(Slot(each.press, each.region, "bar") for each in self._buttons(top)),
        )

    def at(self, x: int, y: int, top: int) -> Press | None:
        """What a touch presses: what stands there, or the number on a picture that it is near."""
        is_shown = self.window.y <= y < self.window.bottom
        for slot in self.slots(top):
            if slot.region.contains(x, y) and (slot.part != "body" or is_shown):
                return slot.press
        return self._window.near(x, y, top)

    def pictures(
        self, top: int, held: Press | None = None, *, wandered: int = 0
    ) -> tuple[Placed, ...]:
        """The pictures that are wholly on show, with their regions on the screen; `held` is pointed
        out on them too. `wandered` as for the rows."""
        if self._is_whole:
            return () if self._is_too_small else self._whole(wandered).pictures
        found, shown = self._window.pictures(top), self._view.mapped
        if shown is None or not found:
            return found
        # Not on the way to the first screen.
        from course.ui.paint.layouts.mapped import pointed

        return tuple(pointed(shown, each, held) for each in found)

    def coming(self) -> Iterator[tuple[Placed, ...]]:
        """The pictures that are on show first, and then as each place is pointed out on them, and
        none."""
        held = self.first_held(0)
        yield self.pictures(0, held)
        if self._view.mapped:
            yield self.pictures(0)
        for name in self._view.mapped.places if self._view.mapped else ():
            yield self.pictures(0, Pick(name))

    def more(self, top: int) -> int:
        """Where More leads: a card or a line that is cut off comes to the top."""
        return self._window.more(top)

    def less(self, top: int) -> int:
        """Where Back leads while something is hidden above: to where More came from."""
        return self._window.less(top)

    def reveal(self, top: int, what: Press | Passage) -> int:
        """The nearest `top` at which all of what is pressed, or is read aloud, is on show."""
        return self._window.reveal(top, what)

    def first_held(self, top: int) -> Press | None:
        """What is pointed out when the view is new; None where nothing is to be pressed."""
        offered = {
            slot.press
            for slot in self.slots(top)
            if slot.part != "body" or self.window.contains_region(slot.region)
        }
        order = forward(self._view, self._kit.words("question.tried"))
        return next((press for press in order if press in offered), None)
