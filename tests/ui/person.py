"""Somebody at the screen, who reads it, presses keys and taps."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import Callable

from textual import events
from textual.geometry import Region, Size
from textual.pilot import Pilot

from course.ui.course_app import CourseApp
from course.ui.stage.stage import Stage
from course.ui.stage.targets import Target
from course.views.model import signs
from course.views.press import Go, Spot
from tests.processes import Patience

PATIENCE = 20.0
"""Seconds after which what never came counts as missing; a guard, not a measurement."""
LATER = 3600.0
QUIET = 10
"""Turns of the loop without a message, after which nothing is on its way."""
CHARACTERS = {"enter": "\r", "space": " ", "escape": "\x1b", "backspace": "\x7f", "tab": "\t"}
NAMES = {"?": "question_mark", "*": "asterisk", "/": "slash", "-": "minus"}
DRAWN = "╭╮╰╯│─━┃┏┓┗┛▌▐▀▄█▆▁▜▟▶\n"
"""What is drawn around words."""


class Person:
    """Presses one thing after the other, each once the screen has answered the one before."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def app(self) -> CourseApp:
        app = self.pilot.app
        assert isinstance(app, CourseApp)
        return app

    @property
    def stage(self) -> Stage:
        return self.app.stage

    # What is seen

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as they are drawn, each as wide as the screen."""
        return rows_of(self.stage)

    @property
    def text(self) -> str:
        """Everything on the screen, as it is drawn."""
        return "\n".join(self.rows)

    @property
    def words(self) -> str:
        """What is on the screen, without frames and line ends."""
        return " ".join("".join(" " if c in DRAWN else c for c in self.text).split())

    @property
    def held(self) -> str:
        """What is pointed out says this; empty if nothing is."""
        targets, held = self.stage.targets(), self.stage.state.held
        return next((each.label for each in targets if each.press == held), "")

    @property
    def labels(self) -> list[str]:
        """What can be pressed."""
        return [each.label for each in self.stage.targets()]

    def target(self, label: str) -> Target | None:
        """What can be pressed and says `label`."""
        return next((each for each in self.stage.targets() if label in each.label), None)

    # What is done

    async def begin(self) -> None:
        """Choose all of the course on the first screen, by its key, and go on from the code."""
        await self.press(signs(self.stage.state.view)[Go(Spot.START)], "9")

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.app.post_message(key_event(key))
            await rest(self.app)

    async def press_at(self, key: str, *times: float) -> None:
        """Press a key at each of these times, in seconds from a later one than now."""
        start = time.monotonic() + LATER
        for each in times:
            event = key_event(key)
            event.time = start + each
            self.app.post_message(event)
        await rest(self.app)

    async def click(self, x: int, y: int) -> None:
        """Tap a cell of the screen."""
        for kind in (events.MouseDown, events.MouseUp):
            self.app.post_message(mouse(kind, x, y))
            await rest(self.app)

    async def tap(self, label: str) -> None:
        """Tap what says `label`; more of the screen is asked for until it is in view."""
        for _ in range(10):
            found = self.target(label)
            if found is not None and Region(0, 0, *self.stage.size).contains_region(found.region):
                await self.click(*middle(found.region))
                return
            await self.press("pagedown")
        raise AssertionError(f"nothing to tap says {label!r}:\n{self.text}")

    async def choose(self, label: str) -> None:
        """Tap what says `label`, here or, where it has no room here, in Help."""
        if self.target(label) is None:
            await self.press("?")
        await self.tap(label)

    async def until(self, words: str, key: str = "9", at_most: int = 40) -> None:
        """Press a key until the screen says something."""
        for _ in range(at_most):
            if words in self.words:
                return
            await self.press(key)
        raise AssertionError(f"{words!r} never came:\n{self.text}")

    async def press_while(
        self, holds: Callable[[], object], key: str | Callable[[], str], at_most: int = 400
    ) -> None:
        """Press a key, or the one that fits the screen, as long as something is so."""
        for _ in range(at_most):
            if not holds():
                return
            await self.press(key if isinstance(key, str) else key())
        raise AssertionError(f"it never came to an end:\n{self.text}")

    async def resize(self, width: int, height: int) -> None:
        """Make the window larger or smaller."""
        size = Size(width, height)
        self.app.post_message(events.Resize(size, size))
        await wait_until(lambda: self.stage.size == size)
        await rest(self.app)


def rows_of(stage: Stage) -> list[str]:
    """The rows of the screen as they are drawn."""
    width, height = stage.size
    strips = stage.render_lines(Region(0, 0, width, height))
    assert len(strips) == height, f"{len(strips)} rows on a screen of {height}"
    assert all(strip.cell_length == width for strip in strips), "a row of another width"
    return [strip.text for strip in strips]


def key_event(key: str) -> events.Key:
    """A key as a terminal tells it: a character, or a key by its name."""
    if len(key) == 1:
        named = NAMES.get(key) or unicodedata.name(key).lower().replace(" ", "_")
        return events.Key(key if key.isalnum() else named, key)
    return events.Key(key, CHARACTERS.get(key))


def mouse(kind: type[events.MouseEvent], x: int, y: int, button: int = 1) -> events.MouseEvent:
    """Something that a mouse or a finger does, as a terminal tells it."""
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)


def middle(region: Region) -> tuple[int, int]:
    """The cell in the middle."""
    return region.x + region.width // 2, region.y + region.height // 2


async def rest(app: CourseApp) -> None:
    """Wait until no message is on its way in the app."""
    quiet = 0
    patience = Patience(PATIENCE)
    while quiet < QUIET:
        if patience.is_over:
            raise AssertionError("the app never came to rest")
        await asyncio.sleep(0)
        pumps = [app, *app.screen_stack, app.stage]
        quiet = 0 if any(each.message_queue_size for each in pumps) else quiet + 1


async def wait_until(comes: Callable[[], object]) -> None:
    """Wait until something is so."""
    patience = Patience(PATIENCE)
    while not comes():
        if patience.is_over:
            raise AssertionError("it never came to be so")
        await asyncio.sleep(0.002)
