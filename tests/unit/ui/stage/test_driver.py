"""The driver that is woken: it waits for nothing but a key or the end."""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message import Message

from course.ui.course_app import CourseApp
from course.ui.stage.driver import WokenDriver
from tests.desk import navigator_for
from tests.paths import TEA

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminal")
tty = pytest.importorskip("tty", reason="Windows has no pseudo-terminal")

PATIENCE = 20.0
"""Seconds; a guard, not a measurement."""


class Told(WokenDriver):
    """Keeps what it would tell the app."""

    def __init__(self, app: App[None], terminal: int) -> None:
        super().__init__(app)
        self.fileno = terminal
        self.told: list[Message] = []
        self.came = threading.Condition()

    def process_message(self, message: Message) -> None:
        with self.came:
            self.told.append(message)
            self.came.notify_all()

    def start(self) -> None:
        self._key_thread = threading.Thread(target=self.run_input_thread, daemon=True)
        self._key_thread.start()

    def ended(self) -> bool:
        assert self._key_thread is not None
        self._key_thread.join(PATIENCE)
        return not self._key_thread.is_alive()

    def keys(self, count: int) -> list[str]:
        """The first keys that were told, once there are so many."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.told) >= count, PATIENCE)
            return [each.key for each in self.told if isinstance(each, events.Key)]


@pytest.fixture
async def terminal() -> AsyncIterator[tuple[int, Told]]:
    """What a person types into, and the driver that reads it."""
    before = {each: signal.getsignal(each) for each in (signal.SIGTSTP, signal.SIGCONT)}
    person, program = pty.openpty()
    tty.setraw(program)
    driver = Told(App[None](), program)
    driver._mouse = False
    yield person, driver
    driver.close()
    os.close(person)
    os.close(program)
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """How long each wait for input may take."""
    found: list[float | None] = []
    wait = select.select

    def seen(*lists: Any) -> Any:
        found.append(lists[3])
        return wait(*lists)

    monkeypatch.setattr("course.ui.stage.driver.select.select", seen)
    return found


async def test_it_ends_when_it_is_told_to_without_having_looked(
    terminal: tuple[int, Told], waits: list[float | None]
) -> None:
    _, driver = terminal
    driver.start()
    driver.disable_input()
    assert driver.ended()
    assert set(waits) <= {None}


async def test_it_can_be_started_again_and_ended_again(
    terminal: tuple[int, Told], waits: list[float | None]
) -> None:
    person, driver = terminal
    for _ in range(3):
        driver.start()
        driver.disable_input()
        driver.disable_input()
        assert driver.ended()
    driver.start()
    os.write(person, b"9")
    assert driver.keys(1) == ["9"]
    driver.disable_input()
    assert driver.ended()
    assert set(waits) <= {None}


async def test_a_lone_escape_is_told_though_nothing_follows(terminal: tuple[int, Told]) -> None:
    person, driver = terminal
    driver.start()
    os.write(person, b"\x1b")
    assert driver.keys(1) == ["escape"]
    os.write(person, b"\x1b[A9")
    assert driver.keys(3) == ["escape", "up", "9"]
    driver.disable_input()
    assert driver.ended()


async def test_it_ends_when_nobody_can_type_any_more(terminal: tuple[int, Told]) -> None:
    _, driver = terminal
    reading, writing = os.pipe()
    driver.fileno = reading
    driver.start()
    os.close(writing)
    assert driver.ended()
    os.close(reading)


async def test_a_driver_of_another_system_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Elsewhere(Driver):
        """As on Windows."""

    navigator = navigator_for(TEA, tmp_path)
    assert CourseApp(navigator).driver_class is WokenDriver
    monkeypatch.setattr(App, "get_driver_class", lambda _app: Elsewhere)
    assert CourseApp(navigator).driver_class is Elsewhere
