"""Walks through a course by putting a visit at one place after another.

The real screens of one running app show each place; no key is pressed on the way, so that a whole
walk takes seconds.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.screen import Screen

from course.ui.course_app import CourseApp
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.lesson import LessonScreen
from tests.ui.places import Places, Stop

PATIENCE = 20.0
"""Seconds; a guard, not a measurement."""


class Walker:
    """Shows one stop after another in a running app."""

    def __init__(self, app: CourseApp) -> None:
        self.app = app

    @property
    def screen(self) -> CourseScreen[Any]:
        screen = self.app.screen
        assert isinstance(screen, CourseScreen)
        return screen

    async def to(self, stop: Stop) -> CourseScreen[Any]:
        """Show a stop and wait until it is drawn."""
        if stop.visit is not None and isinstance(self.screen, LessonScreen):
            self.screen._visit = stop.visit()
            # Nobody came here by one of the cards, which would keep the focus and the place.
            self.screen.set_focus(None)
            self.screen.show()
        else:
            self.app.switch_screen(stop.open())
        await settle(self.app)
        return self.screen

    async def more(self) -> bool:
        """Press More, if it is there."""
        bar = self.screen._bar
        if "more" not in (bar["next"].action, bar["extra"].action):
            return False
        self.screen.action_more()
        await settle(self.app)
        return True


async def settle(app: App[None]) -> None:
    """Wait until nothing is left to do; Pilot.pause waits for a quiet machine instead."""
    quiet = 0
    end = time.monotonic() + PATIENCE
    while quiet < 2:
        if time.monotonic() > end:
            raise AssertionError("the screen never came to rest")
        await asyncio.sleep(0)
        screen = app.screen
        busy = _is_busy(app, screen)
        quiet = 0 if busy else quiet + 1
        if not _has_messages(app, screen):
            screen._on_timer_update()


def _has_messages(app: App[None], screen: Screen[Any]) -> bool:
    pumps = [app, screen, *screen.walk_children()]
    return any(pump._message_queue.qsize() or pump._next_callbacks for pump in pumps)


def _is_busy(app: App[None], screen: Screen[Any]) -> bool:
    return bool(
        _has_messages(app, screen)
        or screen._layout_required
        or screen._callbacks
        or screen._dirty_widgets
        or screen._repaint_required
    )


def _draw_nothing(screen: Screen[Any]) -> None:
    screen._dirty_widgets.clear()
    screen._compositor._dirty_regions.clear()


@asynccontextmanager
async def walking(places: Places, size: tuple[int, int], theme: str) -> AsyncIterator[Walker]:
    """The app, running on a screen of that size."""
    app = places.app()
    # What is on the screen is asked for once it has settled; nobody sees the frames on the way.
    unseen = patch.object(Screen, "_compositor_refresh", _draw_nothing)
    with unseen:
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            await pilot.pause()
            yield Walker(app)
