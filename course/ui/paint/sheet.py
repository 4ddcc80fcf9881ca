"""A view drawn for one size of the screen in one theme: rows of cells, and what can be pressed."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textual.geometry import Region, Size
from textual.strip import Strip

from course.ui.paint import bar, focus, top
from course.ui.paint.brush import Line
from course.ui.paint.compose import compose
from course.ui.paint.grid import SMALLEST, grid
from course.ui.paint.kit import Kit
from course.ui.paint.sources import sources
from course.ui.paint.stack import Laid
from course.ui.paint.text import wrapped
from course.ui.paint.window import Window
from course.views.model import View
from course.views.press import Press

__all__ = ["Kit", "Sheet", "Slot"]


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
        self._is_too_small = size.width < SMALLEST.width or size.height < SMALLEST.height
        self._bars: dict[tuple[bool, bool, Press | None], list[Strip]] = {}
        if self._is_too_small:
            self._above = self._strips(self._too_small())
            self._window = Window(Laid(0), [], Strip([]), Region(0, 0, *size))
            self._below: list[Strip] = []
        else:
            self._lay_out()

    def _lay_out(self) -> None:
        view, at, brush = self._view, self._at, self._brush
        numbers = {each: number for number, each in enumerate(view.cites, start=1)}
        cited = [sources(self._kit, view.cites, at.columns)] if view.cites and not at.low else []
        bottom = at.bottom - len(cited)
        body = compose(view, at, self._kit, numbers)
        above = self._head(large=at.tall)
        if at.tall and bottom - len(above) < body.height():
            # Where the letters of the title would push something out of sight, they are smaller.
            above = self._head(large=False)
        room = bottom - len(above)
        laid = body.laid(brush, room)
        self._above = self._strips(above)
        region = Region(at.left, len(above), at.columns, room)
        *strips, blank = self._strips([*laid.rows, brush.blank(at.columns)])
        self._window = Window(laid, strips, blank, region)
        self._below = self._strips([*cited, *[brush.blank(at.columns)] * (at.bar - at.bottom)])

    def _head(self, *, large: bool) -> list[Line]:
        """The rows above the window of the body."""
        view, at, brush = self._view, self._at, self._brush
        blank = brush.blank(at.columns)
        rows = [blank] * at.header
        rows.append(top.header(brush, view.section, view.said, at.columns))
        rows.append(top.progress(brush, view.step, at.columns))
        if view.title:
            rows += [blank] * (at.title - len(rows))
            rows += top.title(brush, view.title, at.columns, large)
            rows += [] if at.low else [blank]
        elif at.tall:
            rows.append(blank)
        return rows

    def _too_small(self) -> list[Line]:
        """The words that ask for a larger window, in the middle of it."""
        width, height = self._size
        lines = wrapped(self._kit.words("top.too_small"), width)[:height]
        rows = [self._brush.blank(width) for _ in range((height - len(lines)) // 2)]
        rows += [
            self._brush.line(" " * ((width - line.cell_length) // 2) + line.plain, width)
            for line in lines
        ]
        return [*rows, *[self._brush.blank(width)] * (height - len(rows))]

    def _strips(self, rows: list[Line]) -> list[Strip]:
        """Rows of the column that is used, as wide as the screen."""
        width, left = self._size.width, 0 if self._is_too_small else self._at.left
        before, after = self._brush.blank(left), self._brush.blank(left)
        return [Strip([*before, *row, *after], width) for row in rows]

    @property
    def room(self) -> int:
        """Rows of the window in which the body moves."""
        return self._window.room

    @property
    def last(self) -> int:
        """The furthest `top`; 0 where all of the body fits."""
        return self._window.last

    @property
    def window(self) -> Region:
        """Where the body is on show."""
        return self._window.region

    def rows(
        self, top: int, held: Press | None, *, speaking: bool = False, wandered: int = 0
    ) -> list[Strip]:
        """Every row of the screen, as wide as it; `held` is pointed out.

        `speaking`: something is read aloud, and Listen ends it. `wandered`: how often the page of
        a machine at which nobody is has moved on.
        """
        if self._is_too_small:
            return self._above
        body = self._window.rows(top, held)
        return [*self._above, *body, *self._below, *self._bar(top, held, speaking)]

    def _bar(self, top: int, held: Press | None, speaking: bool) -> list[Strip]:
        at = self._at
        buttons = self._buttons(top, speaking)
        if held not in [each.press for each in buttons]:
            held = None
        key = (self._window.is_cut(top), speaking, held)
        if key not in self._bars:
            drawn = bar.draw(self._brush, at, buttons, held)
            below = at.size.height - at.bar - len(drawn)
            drawn += [self._brush.blank(at.size.width) for _ in range(below)]
            self._bars[key] = [Strip(row, at.size.width) for row in drawn]
        return self._bars[key]

    def _buttons(self, top: int, speaking: bool = False) -> list[bar.Place]:
        cut = self._window.is_cut(top)
        return bar.places(self._view, self._at, self._kit.words, cut, speaking)

    def slots(self, top: int) -> tuple[Slot, ...]:
        """Everything that can be pressed, in the order of reading."""
        if self._is_too_small:
            return ()
        return (
            *(Slot(press, region, "body") for press, region in self._window.slots(top)),
            *(Slot(each.press, each.region, "bar") for each in self._buttons(top)),
        )

    def more(self, top: int) -> int:
        """Where More leads: a card or a line that is cut off comes to the top."""
        return self._window.more(top)

    def less(self, top: int) -> int:
        """Where Back leads while something is hidden above: to where More came from."""
        return self._window.less(top)

    def reveal(self, top: int, press: Press) -> int:
        """The nearest `top` at which all of what `press` presses is on show."""
        return self._window.reveal(top, press)

    def first_held(self, top: int) -> Press | None:
        """What is pointed out when the view is new; None where nothing is to be pressed."""
        window = self._window.region
        offered = [
            slot.press
            for slot in self.slots(top)
            if slot.part != "body" or window.contains_region(slot.region)
        ]
        return focus.first(self._view, offered, self._kit.words("question.tried"))
