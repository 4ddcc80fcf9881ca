"""Whether what draws the screen still answers: asked in its own language, Wayland."""

from __future__ import annotations

import os
import socket
import struct
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

SILENCE = 4.0
"""Seconds without an answer after which it stands still."""
_DISPLAY, _SYNC, _CALLBACK = 1, 0, 2
"""The first object of every connection, its request for an answer, and the number of ours."""
_QUESTION = struct.pack("=IHHI", _DISPLAY, _SYNC, 12, _CALLBACK)


class Compositor:
    """The compositor that this program is shown by; where there is none, it always answers."""

    def __init__(
        self,
        environment: Mapping[str, str] = os.environ,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        name, folder = environment.get("WAYLAND_DISPLAY"), environment.get("XDG_RUNTIME_DIR")
        self._address = str(Path(folder) / name) if name and folder else ""
        self._link: socket.socket | None = None
        self._asked: float | None = None

    def lives(self) -> bool:
        """Whether it has answered lately; to be asked about twice a second. Never waits."""
        if not self._address:
            return True
        if self._link is None and not self._ask():
            # Nobody takes the question: either it has gone, which shows at once, or it is stuck.
            self._asked = self._asked or self._clock()
        elif self._has_answered():
            self.hang_up()
        return self._asked is None or self._clock() - self._asked < SILENCE

    def _ask(self) -> bool:
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        link.setblocking(False)
        try:
            link.connect(self._address)
            link.send(_QUESTION)
        except OSError:
            link.close()
            return False
        # A new connection each time: it has to be accepted as well, and nothing is left behind.
        self._link = link
        self._asked = self._asked or self._clock()
        return True

    def _has_answered(self) -> bool:
        if self._link is None:
            return False
        try:
            said = self._link.recv(64)
        except BlockingIOError:
            return False
        except OSError:
            said = b""
        if said:
            self._asked = None
        return True

    def hang_up(self) -> None:
        """Wait for no answer any more."""
        if self._link is not None:
            with suppress(OSError):
                self._link.close()
            self._link = None
