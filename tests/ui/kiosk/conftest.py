"""The kiosk app under the pilot, with a clock of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn, cast

import pytest
from course.ui.screens import course_screen
from textual import events
from textual.pilot import Pilot

from course import language
from course.clinic import Clinic
from course.content import loader
from course.kiosk.policy import allowlist
from course.kiosk.policy.pin import hash_pin
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from course.ui.kiosk.app import KioskApp
from course.views.context import Context
from course.visit.reception import Reception
from tests.paths import FIXTURES
from tests.ui.conftest import SIZES, Person

PIN = "271828"
HASHED = hash_pin(PIN)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class TriedApp(KioskApp):
    """Says how it would have ended."""

    ended: Status | None = None

    def end(self, status: Status) -> NoReturn:
        if self.ended is None:
            self.ended = status
        self.exit()
        return cast(NoReturn, None)  # type: ignore[misc]


class Guest(Person):
    """A person at a kiosk; time passes only when they let it."""

    def __init__(self, pilot: Pilot[None], clock: Clock, data: Path) -> None:
        super().__init__(pilot)
        self.app = cast(TriedApp, pilot.app)
        self.clock = clock
        self.data = data

    def shows(self, kind: type[Any]) -> bool:
        return type(self.app.screen) is kind

    @property
    def screen(self) -> Any:
        return self.app.screen

    async def wait(self, seconds: float) -> None:
        """Let time pass, as the app sees it."""
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(self.clock.now + 1.0, end)
            self.app._tick()
            await self.pilot.pause()
        await self.pilot.pause()

    async def tell(self, *told: events.Event) -> None:
        """Have the terminal tell something."""
        for each in told:
            self.app.post_message(each)
            await self.pilot.pause()
        await self.pilot.pause()

    async def enter(self) -> None:
        """Come, and begin a visit."""
        await self.press("space")
        await self.press("1")

    async def unlock(self) -> None:
        """Open the page for staff."""
        await self.press(allowlist.STAFF_KEY)
        await self.press(*PIN)
        await self.tap("OK")


Coming = Callable[..., AbstractAsyncContextManager[Guest]]


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coming:
    """Opens a kiosk; the same data folder for a whole test."""
    monkeypatch.setattr(course_screen, "ONE_PRESS", 0.0)

    @asynccontextmanager
    async def open_kiosk(
        size: tuple[int, int] = SIZES[0],
        hashed: str | None = HASHED,
        voice: Any = None,
        **more: Any,
    ) -> AsyncIterator[Guest]:
        course = loader.load(FIXTURES / "tea")
        clinic = Clinic(staff_pin_hash=hashed)
        context = Context(course, language.load(course.language), clinic)
        clock = Clock()
        settings = Settings(tmp_path, **more)
        reception = Reception(course, tmp_path / "learners")
        app = TriedApp(context, reception, clinic, settings, clock, lambda: voice)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Guest(pilot, clock, tmp_path)

    return open_kiosk


def mouse(kind: type[events.MouseEvent], x: int, y: int, button: int = 1) -> events.MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
