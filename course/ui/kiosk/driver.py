"""The terminal as a kiosk needs it: no key, no paste and no signal ends or stops the program."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, TextIO, cast

from textual import events
from textual.message import Message

from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.ui.kiosk.echo import QUESTION, Echo
from course.ui.kiosk.ending import Ending
from course.ui.kiosk.signals import ignore_signals
from course.ui.stage.driver import WokenDriver
from course.ui.stage.input_reader import InputReader
from course.ui.stage.replies import Replied
from course.ui.textual_private import BareDriver

if TYPE_CHECKING:
    from textual.app import App

MOST_IN_FLIGHT = 24
"""Inputs that may wait for their turn; what comes on top is dropped. No person is that quick."""
READ = 1024
"""Bytes at a time."""
USUAL_SIZE = (80, 24)
_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")


class Kiosk(Protocol):
    """What the app is to its driver."""

    ending: Ending
    echo: Echo

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn in the app and in what it shows."""


class KioskDriver(BareDriver, WokenDriver):
    """One terminal, and the person before it, who may press anything."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,  # noqa: ARG002 - it would write every key to a file
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=False, mouse=mouse, size=size)
        self._kiosk = cast(Kiosk, app)
        # Each is counted up by one thread only, so that no count is ever lost.
        self._sent = 0
        self._arrived = 0
        ignore_signals(self._kiosk.ending.end)

    @property
    def can_suspend(self) -> bool:
        return False

    def start_application_mode(self) -> None:
        self._kiosk.ending.terminal.remember()
        super().start_application_mode()
        self._kiosk.ending.terminal.drop_frames = self.drop_frames
        self._kiosk.echo = Echo(self._ask_again)
        # Textual has just set some of them otherwise.
        ignore_signals(self._kiosk.ending.end)

    def terminal_size(self) -> tuple[int, int]:
        # From the terminal itself: COLUMNS and LINES may say anything.
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            return USUAL_SIZE
        width, height = width or USUAL_SIZE[0], height or USUAL_SIZE[1]
        return min(width, allowlist.LARGEST[0]), min(height, allowlist.LARGEST[1])

    def _ask_again(self) -> None:
        # The first answer says whether there are pictures, and must be the one to that question.
        if self.may_ask_again:
            self.write(QUESTION)

    # What could leave the terminal

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """There is no browser."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Nothing is saved."""

    # What comes in

    def run_input_thread(self) -> None:
        """Read until the program ends."""
        try:
            super().run_input_thread()
        # Whatever it is: nothing would come in any more, and Textual would draw it with its values.
        except BaseException as error:
            self._kiosk.ending.journal.error("input", error)
            self._kiosk.ending.end(Status.INPUT_LOST)

    def read(self) -> bytes | None:
        """Some of what the terminal has sent. The program ends where there is no more to read."""
        try:
            data = os.read(self.fileno, READ)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self._kiosk.ending.end(Status.INPUT_LOST)
            return None
        return data

    def understood(self, reader: InputReader, data: bytes) -> list[Message]:
        if self.in_flight >= MOST_IN_FLIGHT:
            # Parsing a flood would take longer than the flood itself.
            if _ANSWER.search(data):
                self._kiosk.echo.answered()
            reader.skip()
            return []
        return super().understood(reader, data)

    def process_message(self, message: Message) -> None:
        if isinstance(message, Replied) and message.attributes is not None:
            self._kiosk.echo.answered()
        super().process_message(message)

    def send_message(self, message: Message) -> None:
        if isinstance(message, events.Event) and self.in_flight >= MOST_IN_FLIGHT:
            return
        self._sent += 1
        self.hand_over(message).add_done_callback(self._count_arrived)

    def _count_arrived(self, _sent: object) -> None:
        self._arrived += 1

    @property
    def in_flight(self) -> int:
        """How many messages wait, on the way to the app and to what it shows."""
        return self._sent - self._arrived + self._kiosk.waiting
