"""The terminal, left at once: what reads it is woken, and does not look ten times a second."""

from __future__ import annotations

import os
import select
import threading
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from course.ui.stage.input_reader import InputReader

if TYPE_CHECKING:
    from course.ui.stage.sight import Sight

READ = 4096
"""Bytes at a time."""
LATER = 0.3
"""Seconds after which the terminal is asked whether it shows pictures: the first frame is out."""


class WokenDriver(LinuxDriver):
    """Waits for a key or for the end, for as long as it takes, and for both at once."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._waking, self._wake = os.pipe()
        os.set_blocking(self._waking, False)
        self._reader = InputReader()
        self._sight: Sight | None = None
        self._asking: threading.Timer | None = None

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual gives it no types
        if self._sight is None:
            self._asking = threading.Timer(LATER, self._ask)
            self._asking.daemon = True
            self._asking.start()

    def _ask(self) -> None:
        """Ask whether there can be pictures. The answer comes among the keys, or not at all."""
        # Not on the way to the first screen.
        from course.ui.stage.measure import cell
        from course.ui.stage.replies import Replies
        from course.ui.stage.sight import PATIENCE, Sight

        self._sight = Sight(os.environ, lambda: cell(self.fileno))
        # A kiosk asks more, and later.
        self._reader.expect(Replies(), PATIENCE)
        if question := self._sight.question():
            self.write(question)

    @property
    def may_ask_again(self) -> bool:
        """Whether the question about pictures is settled, so that another answer is none to it."""
        return self._sight is not None and not self._sight.waits

    def disable_input(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        os.write(self._wake, b"\0")
        super().disable_input()

    def close(self) -> None:
        super().close()
        os.close(self._waking)
        os.close(self._wake)

    def run_input_thread(self) -> None:
        reader = self._reader
        # What was begun before it was suspended does not come to its end.
        reader.skip()
        self._drain()
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno, self._waking], [], [], reader.patience)
            found: list[Message] = []
            if self.fileno in ready:
                data = self.read()
                if data is None:
                    return
                found = self.understood(reader, data)
            # What was begun and does not end is given up, however much comes after it.
            for message in (*found, *reader.tick()):
                self.process_message(message)

    def read(self) -> bytes | None:
        """Some of what the terminal has sent; None at its end."""
        return os.read(self.fileno, READ) or None

    def understood(self, reader: InputReader, data: bytes) -> list[Message]:
        """What these bytes tell."""
        return reader.feed(data)

    def process_message(self, message: Message) -> None:
        """Tell the app; of what the terminal answers only that it shows pictures."""
        if self._sight is not None:
            # They are loaded where it was asked.
            from course.ui.stage.replies import Replied
            from course.ui.stage.sight import PicturesFound

            if isinstance(message, Replied):
                if self._sight.told(message):
                    self.send_message(PicturesFound(self._sight))
                return
        super().process_message(message)

    def _drain(self) -> None:
        """Forget that it was woken before: it may be started again after it was suspended."""
        try:
            while os.read(self._waking, READ):
                pass
        except BlockingIOError:
            pass
