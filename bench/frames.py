"""From the bytes that a program writes to the frames that it draws. Pure.

A terminal that knows synchronized output is told where a frame begins and where it ends, so a frame
is complete at a byte, and nobody has to wait for silence to know it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

ASKED = b"\x1b[?2026$p"
"""A program asks with it whether the terminal knows synchronized output."""
ANSWER = b"\x1b[?2026;2$y"
"""The terminal knows it."""
BEGIN, END = b"\x1b[?2026h", b"\x1b[?2026l"

_TOKEN = re.compile(b"|".join(map(re.escape, (BEGIN, END, ASKED))))
_ESCAPE = re.compile(
    rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\^_=>])"
    rb"|\x1b(\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?)?\Z"
)
"""A whole sequence, or the beginning of one at the end of what has come."""
_PICTURE = re.compile(rb"\x1bP.*?\x1b\\", re.DOTALL)
_LONGEST = max(map(len, (BEGIN, END, ASKED)))
_MOST = 0.95
"""So much of what changes makes a screen; the rest may be a mark that follows."""


@dataclass(frozen=True)
class Frame:
    """One frame, with whatever was written between it and the one before."""

    drawn: bytes
    ended: float
    """When its last byte was read, in seconds of the clock that `Splitter.feed` was given."""

    @property
    def cells(self) -> bytes:
        """What of it is drawn in cells."""
        return _PICTURE.sub(b"", self.drawn)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is drawn with it."""
        return _PICTURE.search(self.drawn) is not None


class Splitter:
    """Takes bytes as they come, cut anywhere, and gives the frames that they complete.

    A program may draw its first frame before it has read that the terminal knows synchronized
    output. What is drawn outside of a frame is taken for one that ended when its last part came.
    """

    def __init__(self) -> None:
        self.asked = False
        """Whether the program has asked for synchronized output."""
        self._bytes = b""
        self._scanned = 0
        self._inside: int | None = None
        self._outside = b""
        """What was written outside of frames since the last one."""
        self._outside_at = 0.0

    def feed(self, data: bytes, now: float) -> list[Frame]:
        """The frames that are complete with `data`, which was read at `now`."""
        self._bytes += data
        complete: list[Frame] = []
        while token := _TOKEN.search(self._bytes, self._scanned):
            if self._inside is None:
                self._look_outside(token.start(), now)
            self._scanned = token.end()
            if token[0] == ASKED:
                self.asked = True
            elif token[0] == BEGIN:
                complete += self.flush(token.start())
                self._inside = self._scanned
            elif self._inside is not None:
                content = self._bytes[self._inside : token.start()]
                self._inside = None
                if _visible(content):
                    complete.append(self._taken(token.end(), now))
        if self._inside is None:
            self._look_outside(len(self._bytes), now)
        # A picture comes in many parts, and none of them is looked through twice.
        self._scanned = max(self._scanned, len(self._bytes) - _LONGEST + 1)
        return complete

    def flush(self, end: int | None = None) -> list[Frame]:
        """What was drawn outside of frames, if anything was, once no more of it comes."""
        if self._inside is not None or not self._outside:
            return []
        return [self._taken(len(self._bytes) if end is None else end, self._outside_at)]

    def _look_outside(self, end: int, now: float) -> None:
        there = _visible(self._bytes[:end])
        if there != self._outside:
            self._outside, self._outside_at = there, now

    def _taken(self, end: int, ended: float) -> Frame:
        drawn, self._bytes = self._bytes[:end], self._bytes[end:]
        self._scanned = max(self._scanned - end, 0)
        self._outside = b""
        return Frame(drawn, ended)


def _visible(drawn: bytes) -> bytes:
    return _ESCAPE.sub(b"", drawn).translate(None, b"\r\n")


def shown_at(screens: Sequence[Sequence[str]]) -> int:
    """Which screen is the first to show the change from the first one to the last.

    Each is a list of rows, all of one size. It is the first from which on nearly all cells that
    change are as they are in the end: a mark that follows later is not waited for. 0 if nothing
    changes.
    """
    cells = ["".join(rows) for rows in screens]
    first, last = cells[0], cells[-1]
    changing = [at for at, cell in enumerate(last) if cell != first[at]]
    found = len(cells) - 1
    for number in reversed(range(len(cells))):
        if sum(cells[number][at] == last[at] for at in changing) < _MOST * len(changing):
            break
        found = number
    return found
