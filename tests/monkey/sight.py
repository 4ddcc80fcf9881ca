"""What a terminal that shows sixels says when it is asked, and which pictures it is sent."""

from __future__ import annotations

import os
from contextlib import suppress

from tests.sixels import Shown, Splitter

QUESTION, ANSWER = b"\x1b[16t\x1b[c", b"\x1b[6;18;8t\x1b[?62;4;22c"


class Sight:
    """One that shows them, or that says nothing."""

    def __init__(self, *, pictures: bool) -> None:
        self._splitter = Splitter() if pictures else None
        self._tail = b""
        self._owed = b""
        self.pictures = 0
        """How many were drawn."""

    def cells(self, drawn: bytes) -> bytes:
        """What is drawn, without the pictures."""
        if self._splitter is None:
            return drawn
        parts = [*self._splitter.feed(drawn)]
        self.pictures += sum(isinstance(each, Shown) for each in parts)
        cells = b"".join(each for each in parts if isinstance(each, bytes))
        looked_at = self._tail + cells
        if QUESTION in looked_at:
            self._owed, looked_at = ANSWER, b""
        self._tail = looked_at[-len(QUESTION) :]
        return cells

    def answer(self, terminal: int) -> None:
        """Say what was asked for, as soon as that is taken."""
        with suppress(OSError):
            self._owed = self._owed[os.write(terminal, self._owed) :] if self._owed else b""
