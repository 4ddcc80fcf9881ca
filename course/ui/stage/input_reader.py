"""From the bytes of a terminal to messages, whatever the bytes are."""

from __future__ import annotations

import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from course.ui.stage.strings import Strings
from course.ui.textual_private import CellParser

if TYPE_CHECKING:
    from course.ui.stage.replies import Replies

LONGEST_PASTE = 2000
"""Characters that may come without making a message; a longer paste is cut up."""
PIECE = 32
"""Characters that are parsed at a time; what is wrong takes no more along that came with it."""
STUCK = 1.0
"""Seconds after which what began must have become a message: a paste without an end never does."""
ESCAPE = "escape"
"""The one key that is also the start of longer ones."""
PENDING = 0.01
"""Seconds between two looks at what may be a whole key already, such as a lone Escape."""
TOLD = (
    events.Key,
    events.MouseDown,
    events.MouseUp,
    events.MouseMove,
    events.MouseScrollUp,
    events.MouseScrollDown,
    events.Paste,
    TerminalSupportsSynchronizedOutput,
)
"""All that a terminal tells unasked. Its size comes from the kernel: anybody can type bytes."""


class InputReader:
    """Starts afresh after whatever cannot be understood; nothing here raises."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._replies: Replies | None = None
        self._until = 0.0
        self._strings = Strings()
        self._waiting = 0
        self._since: float | None = None
        self._decode = _decoder()
        self._restart()

    def feed(self, data: bytes) -> list[Message]:
        """The messages that these bytes complete."""
        found: list[Message] = []
        text, replies = self._decode(data), self._replies
        if replies is not None and self._clock() > self._until:
            replies.close()
        for part in (text,) if replies is None else replies.sift(text):
            if isinstance(part, str):
                self._parse(self._sifted(part), found)
                continue
            # Textual's parser would take the figures of an answer for keys.
            if replies is not None and replies.took_back:
                self._begin_anew()
                self._strings.forget()
            found.append(part)
        is_held = self._strings.is_open or (replies is not None and replies.is_open)
        is_open = bool(self._waiting) or is_held
        if not is_open:
            self._since = None
        elif self._since is None:
            self._since = self._clock()
        return found

    def expect(self, replies: Replies, within: float) -> None:
        """The terminal was asked something, and answers within so many seconds: from now on answers
        are told as well."""
        self._replies, self._until = replies, self._clock() + within

    def _sifted(self, text: str) -> str:
        left = self._strings.sift(text)
        if self._strings.took_back:
            self._begin_anew()
        return left

    def _begin_anew(self) -> None:
        self._parser, self._waiting, self._since = CellParser(), 0, None

    def _parse(self, text: str, found: list[Message]) -> None:
        for at in range(0, len(text), PIECE):
            piece = text[at : at + PIECE]
            self._waiting += len(piece)
            self._take(self._parser.feed(piece), found)
            if self._waiting > LONGEST_PASTE:
                self._restart()

    def tick(self) -> list[Message]:
        """The messages that time completes, such as a lone Escape; to be called often."""
        found: list[Message] = []
        self._take(self._parser.tick(), found)
        if found or self._left == 0.0:
            # Nothing can be in the middle of what has just been given up.
            self._restart()
        whole = [each.key for each in found if isinstance(each, events.Key)] == [ESCAPE]
        # Anything else is what a sequence was made of that was cut, and nobody pressed that.
        return found if whole else []

    @property
    def patience(self) -> float | None:
        """Seconds after which `tick` may have something to tell; None if it waits for nothing."""
        return PENDING if self._parser.is_open else self._left

    @property
    def _left(self) -> float | None:
        """Seconds until what was begun is given up; None if nothing was."""
        if self._since is None:
            return None
        return max(STUCK - (self._clock() - self._since), 0.0)

    def skip(self) -> None:
        """Bytes were left out: what they began is forgotten."""
        self._restart()

    def _take(self, messages: Iterable[Message], found: list[Message]) -> None:
        told = 0
        try:
            for each in messages:
                told += 1
                if type(each) in TOLD:
                    found.append(each)
        # Textual's parser fails in many ways on bytes that no terminal sends.
        except Exception:
            self._restart()
            return
        if told:
            self._waiting, self._since = 0, None

    def _restart(self) -> None:
        self._parser = CellParser()
        self._decode = _decoder()
        self._strings.forget()
        if self._replies is not None:
            self._replies.forget()
        self._waiting = 0
        self._since = None


def _decoder() -> Callable[[bytes], str]:
    return getincrementaldecoder("utf-8")("replace").decode
