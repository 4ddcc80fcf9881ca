"""The terminal as a kiosk needs it: no key, no paste and no signal ends or stops the program."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import termios
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, cast

from textual import events
from textual.app import ScreenStackError
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from course.kiosk.log import Log
from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.ui.kiosk.ending import Terminal
from course.ui.stage.input_reader import InputReader

if TYPE_CHECKING:
    from textual.app import App

MOST_IN_FLIGHT = 24
"""Inputs that may wait for their turn; what comes on top is dropped. No person is that quick."""
READ = 1024
"""Bytes at a time."""
TICK = 0.1
"""Seconds for which a read waits."""
_NEVER_IGNORED = {
    signal.SIGKILL,
    signal.SIGSTOP,
    # Broken memory and broken code: going on would be worse.
    signal.SIGSEGV,
    signal.SIGBUS,
    signal.SIGFPE,
    signal.SIGILL,
    signal.SIGABRT,
    signal.SIGTRAP,
    signal.SIGSYS,
    # What the program itself lives by.
    signal.SIGCHLD,
    signal.SIGWINCH,
    signal.SIGTERM,
    signal.SIGHUP,
    signal.SIGCONT,
}


def ignore_signals(end: Callable[[Status], object]) -> None:
    """Ignore every signal but those that end the program for a reason, which call `end`."""
    for number in signal.valid_signals() - _NEVER_IGNORED:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCONT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, lambda *_: end(Status.TERMINATED))
    signal.signal(signal.SIGHUP, lambda *_: end(Status.INPUT_LOST))


class Kiosk(Protocol):
    """What the app is to its driver."""

    journal: Log
    terminal: Terminal

    def end(self, status: Status) -> NoReturn:
        """End the program, from any thread."""


class KioskDriver(LinuxDriver):
    """One terminal, and the person before it, who may press anything."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,  # noqa: ARG002
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        # Debugging would write every key to a file.
        super().__init__(app, debug=False, mouse=mouse, size=size)
        self._kiosk = cast(Kiosk, app)
        # Each is counted up by one thread only, so that no count is ever lost.
        self._sent = 0
        self._arrived = 0
        self._harden()

    @property
    def can_suspend(self) -> bool:
        return False

    def start_application_mode(self) -> None:
        self._kiosk.terminal.remember()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._kiosk.terminal.writer = self._writer_thread
        self._harden()

    def _harden(self) -> None:
        ignore_signals(self._kiosk.end)
        self._auto_restart = False

    @classmethod
    def _patch_lflag(cls, attrs: int) -> int:
        return super()._patch_lflag(attrs) & ~termios.ISIG

    def _enable_bracketed_paste(self) -> None:
        """There is nothing to paste into."""

    def _query_in_band_window_resize(self) -> None:
        """The size comes from the kernel."""

    def _get_terminal_size(self) -> tuple[int, int]:
        # From the terminal itself: COLUMNS and LINES may say anything.
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            return 80, 24
        return min(width or 80, allowlist.LARGEST[0]), min(height or 24, allowlist.LARGEST[1])

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """There is no browser."""

    def deliver_binary(self, *_arguments: object, **_more: object) -> None:
        """Nothing is saved."""

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except BaseException as error:
            self._kiosk.journal.error("input", error)
            self._kiosk.end(Status.INPUT_LOST)

    def run_input_thread(self) -> None:
        """Read until the program ends; ends it when there is no more to read."""
        reader = InputReader()
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], TICK)
            if ready:
                try:
                    data = os.read(self.fileno, READ)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                if not data:
                    self._kiosk.end(Status.INPUT_LOST)
                    return
                if self._in_flight() >= MOST_IN_FLIGHT:
                    # Parsing a flood would take longer than the flood itself.
                    reader.skip()
                    continue
                self._tell(reader.feed(data))
            self._tell(reader.tick())

    def _tell(self, messages: list[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def send_message(self, message: Message) -> None:
        if isinstance(message, events.Event) and self._in_flight() >= MOST_IN_FLIGHT:
            return
        self._sent += 1
        sent = asyncio.run_coroutine_threadsafe(self._app._post_message(message), loop=self._loop)
        sent.add_done_callback(self._count_arrived)

    def _count_arrived(self, _sent: object) -> None:
        self._arrived += 1

    def _in_flight(self) -> int:
        """How many messages wait, on the way to the app and to what it shows."""
        waiting = self._sent - self._arrived + self._app.message_queue_size
        with suppress(ScreenStackError):
            screen = self._app.screen
            waiting += screen.message_queue_size
            # Asked once: meanwhile the screen may give the focus to something else, or to nothing.
            focused = screen.focused
            if focused is not None:
                waiting += focused.message_queue_size
        return waiting
