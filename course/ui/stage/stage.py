"""The one widget: it paints the view from kept lines, and knows what is pressed on it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from course.ui.paint.sheet import Sheet
from course.ui.stage.looks import has_fewer_signs
from course.ui.stage.sheets import Sheets
from course.ui.stage.state import BACK, KEYS, State
from course.ui.stage.steering import Direction
from course.ui.stage.targets import Target, targets
from course.views.context import Context
from course.views.model import Passage, View
from course.views.press import Press

if TYPE_CHECKING:
    from course.ui.stage.hung import Hung
    from course.ui.stage.sight import Sight
    from course.ui.stage.wall import Wall

ROLL = 3
"""Rows that a wheel moves on."""
ARROWS: dict[str, Direction] = {"up": "up", "down": "down", "left": "left", "right": "right"}
PAGES = {"pagedown": 1, "pageup": -1}
STEPS = {"tab": 1, "shift+tab": -1}


class Stage(Widget):
    """Draws a view. Nothing is mounted or laid out when another one is shown.

    All is worked out from the size when it is painted, so that a start and a new size of the
    window take no handler and no second frame.
    """

    DEFAULT_CSS = "Stage { width: 100%; height: 100%; }"

    speaking: reactive[bool] = reactive(False, init=False)
    """Whether the page is being read aloud now."""
    passage: reactive[Passage | None] = reactive(None, repaint=False, init=False)
    """What of it is read now; it is shown, and a bar stands beside it."""
    wandered: reactive[int] = reactive(0, init=False)
    """How often what is shown to nobody has changed its place."""
    by_finger: reactive[bool] = reactive(False, init=False)
    """Whether a finger pressed last, where keys are rare: a frame would look like a choice. It goes
    from the glass at once: the next Enter does nothing but show it again."""

    def __init__(self, view: View, context: Context, pressed: Callable[[Press], None]) -> None:
        """`pressed` is told what was pressed, unless it only moves the body."""
        super().__init__()
        self.state = State(view)
        self._course_context = context
        self._pressed = pressed
        self.sheets = Sheets(fewer_signs=has_fewer_signs(os.environ))
        self.wall: Wall | None = None
        """Where pictures hang; None as long as the terminal has not said that it shows any."""
        self._down: Press | None = None
        self.came = 0.0
        """When what is shown came by itself; a press from before was meant for something else."""

    # What is shown

    def show(self, view: View, context: Context, pressed: Press | None) -> None:
        """Show the view to which a press has led; None if it came by itself."""
        self._course_context = context
        if view != self.state.view:
            if self.wall is not None:
                self.wall.rest()
            if pressed is None:
                self.came, self._down = time.monotonic(), None
            self.state.show(view, pressed)
            self._draw()

    def renew(self, view: View, context: Context) -> None:
        """Show the view of now with something changed about it, without moving."""
        self._course_context = context
        if view != self.state.view:
            self.state.view = view
            self._draw()

    def forget(self) -> None:
        """Keep nothing of what was shown before this view."""
        self.state.forget()
        self.sheets.clear()

    def watch_passage(self, passage: Passage | None) -> None:
        if passage is not None:
            self.state.follow(self._settled(), passage)
        self._draw()

    def targets(self) -> tuple[Target, ...]:
        """What can be pressed now, and where; in reading order."""
        sheet = self._settled()
        slots = self.state.offered(sheet)
        return targets(self.state.view, slots, self._course_context.words, speaking=self.speaking)

    # How it is drawn

    def render_lines(self, crop: Region) -> list[Strip]:
        rows, hung = self._drawn()
        rows = (rows if self.wall is None else self.wall.painted(rows, hung))[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == self.size.width:
            return rows
        return [row.crop(crop.x, crop.right) for row in rows]

    def _drawn(self) -> tuple[list[Strip], tuple[Hung, ...]]:
        """Every row of the screen, and the pictures over them."""
        theme, edition = self.app.current_theme, self._course_context.edition
        while True:
            sheet, state = self._settled(), self.state
            rows = sheet.rows(
                state.top,
                _framed(self),
                speaking=self.speaking,
                passage=self.passage,
                wandered=self.wandered,
            )
            if self.wall is None:
                return rows, ()
            unseen = self.wall.unseen
            placed = sheet.pictures(state.top, _framed(self), wandered=self.wandered)
            hung = self.wall.hang(placed, theme, edition)
            # In the place of what cannot be drawn there stands something else.
            if self.wall.unseen == unseen:
                return rows, hung

    def _draw(self) -> None:
        """Draw a frame: all of the screen, or where pictures hang, what differs from before."""
        regions = self.wall.stale(*self._drawn()) if self.wall is not None else None
        if regions is None:
            self.refresh()
        elif regions:
            self.refresh(*regions)

    def _settled(self) -> Sheet:
        kit = self.sheets.kit(self.app.current_theme, self._course_context, self.wall)
        sheet = self.sheets.of(self.state.view, self.size, kit)
        self.state.settle(sheet)
        return sheet

    def see(self, sight: Sight) -> None:
        """Show pictures from now on, and what is shown now once more if it has one."""
        # Not on the way to the first screen.
        from course.ui.stage.wall import Wall

        self.wall = Wall(self, sight)
        if self._settled().pictures(self.state.top):
            self.refresh()

    def look_ahead(self, views: Iterator[View]) -> None:
        """Draw the pictures of views that may come soon, until another one is shown."""
        if self.wall is not None:
            theme, size = self.app.current_theme, self.size
            kit = self.sheets.kit(theme, self._course_context, self.wall)
            here = iter([self._settled()])
            sheets = chain(here, (Sheet(each, size, kit) for each in views))
            pages = chain.from_iterable(each.coming() for each in sheets)
            self.wall.prepare(pages, theme, self._course_context.edition)

    def on_picture_came(self) -> None:
        # Unless the frame of its page has brought it already.
        self._draw()

    # What a person does

    def key(self, event: events.Key) -> bool:
        """Do what a key means here; says whether it means anything."""
        sheet, state, key = self._settled(), self.state, event.key
        was_hidden, self.by_finger = _framed(self) is None, False
        if was_hidden and (key in ARROWS or key in STEPS or KEYS.get(key, BACK) is None):
            # Nobody goes on from, or presses, what is not seen.
            pass
        elif key in ARROWS:
            state.steer(sheet, ARROWS[key])
        elif key in PAGES:
            state.page(sheet, PAGES[key])
        elif key in STEPS:
            state.step(sheet, STEPS[key])
        else:
            press = state.meant(sheet, key, event.character)
            if press is None:
                return False
            self._press(press, event.time)
            if event.is_printable and key != "space":
                state.point_on(self._settled())
            return True
        self._draw()
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._down = self._at(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        press, self._down = self._down, None
        if press is not None and press == self._at(event):
            self._press(press, event.time, points=True)

    def _at(self, event: events.MouseEvent) -> Press | None:
        return self._settled().at(event.x, event.y, self.state.top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.state.roll(self._settled(), ROLL)
        self._draw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.state.roll(self._settled(), -ROLL)
        self._draw()

    def _press(self, press: Press, at: float, *, points: bool = False) -> None:
        """Follow a press made at a time; a tap `points` out what it meets, a key does not."""
        state = self.state
        if at < self.came or state.is_bounce(at):
            return
        if points:
            state.held = press
            self._draw()
        if state.moves(self._settled(), press):
            self._draw()
        else:
            self._pressed(press)


def _framed(stage: Stage) -> Press | None:
    """What is pointed out, if that is shown."""
    return None if stage.by_finger else stage.state.held
