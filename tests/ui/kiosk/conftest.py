"""The kiosk app under the pilot, with a clock of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from course.clinic import Clinic
from course.content.compiled import Library
from course.flow.kiosk import KioskNavigator
from course.kiosk.log import Log
from course.kiosk.policy import allowlist
from course.kiosk.policy.pin import Tries, hash_pin
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from course.ui.kiosk.app import KioskApp
from course.ui.kiosk.ending import Ending
from course.ui.kiosk.staff import MachineStaff
from course.ui.stage import state
from course.visit.reception import Reception
from tests.paths import TEA
from tests.ui.conftest import SIZES
from tests.ui.person import Person, rest

PIN = "271828"
HASHED = hash_pin(PIN)

ATTRACT = "does not ask for your name"
WELCOME = "I have a code"
CODE = "If you are called away"
ASKING = "If nobody answers"
ENDS = "It has been very long"
PAD = "type the PIN"
COUNTER = "Visits kept"
OUT_OF_ORDER = "This screen is out of order"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class NotedEnding(Ending):
    """Notes how the program would have ended first."""

    status: Status | None = None

    def end(self, status: Status) -> None:
        self.status = self.status or status


class Guest(Person):
    """A person at a kiosk; time passes only when they let it."""

    def __init__(self, pilot: Pilot[None], clock: Clock, data: Path) -> None:
        super().__init__(pilot)
        self.clock = clock
        self.data = data

    @property
    def app(self) -> KioskApp:
        app = self.pilot.app
        assert isinstance(app, KioskApp)
        return app

    @property
    def ended(self) -> Status | None:
        """How the program would have ended; None while it runs."""
        assert isinstance(self.app.ending, NotedEnding)
        return self.app.ending.status

    def shows(self, words: str) -> bool:
        return words in self.words

    async def wait(self, seconds: float) -> None:
        """Let time pass, as the app sees it."""
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(self.clock.now + 1.0, end)
            self.app.tick()
            await rest(self.app)

    async def tell(self, *told: events.Event) -> None:
        """Have the terminal tell something."""
        for each in told:
            self.app.post_message(each)
            await rest(self.app)

    async def enter(self) -> str:
        """Come, and begin a visit; gives its code."""
        await self.press("space", "1")
        return self.app.kiosk.visit.record.code

    async def unlock(self) -> None:
        """Open the page for staff."""
        await self.press(allowlist.STAFF_KEY, *PIN)
        await self.tap("OK")


Coming = Callable[..., AbstractAsyncContextManager[Guest]]


@pytest.fixture
def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Coming:
    """Opens a kiosk; the same data folder for a whole test."""
    # A person in a test is quicker than any finger.
    monkeypatch.setattr(state, "ONE_PRESS", 0.0)

    @asynccontextmanager
    async def open_kiosk(
        size: tuple[int, int] = SIZES[0],
        hashed: str | None = HASHED,
        voice: Any = None,
        **more: Any,
    ) -> AsyncIterator[Guest]:
        clock, settings = Clock(), Settings(tmp_path, **more)
        ending = NotedEnding(Log(settings.log))
        library = Library(TEA, None)

        def desk() -> Reception:
            folder = tmp_path / "learners"
            return Reception(lambda each: library.edition(each).course, library.languages, folder)

        staff = MachineStaff(settings, ending.end)
        tries = Tries(settings.tries, clock)
        navigator = KioskNavigator(library, Clinic(staff_pin_hash=hashed), desk, staff, tries)
        app = KioskApp(navigator, settings, ending, lambda _language: voice, clock=clock)
        async with app.run_test(size=size) as pilot:
            await rest(app)
            yield Guest(pilot, clock, tmp_path)

    return open_kiosk
