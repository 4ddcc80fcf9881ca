"""The terminal between two runs of the course: nobody's keys act, and nothing is left to read."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import termios
import textwrap
import time
from contextlib import suppress

_MODES = (1000, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 2004, 2026, 2031, 2048)
"""Mouse reports, focus, bracketed paste, held-back frames, reports of theme and size."""

WIPE = (
    # A program that was killed may have left a sequence or a string half written.
    b"\x18\x1b\\"
    + b"".join(b"\x1b[?%dl" % mode for mode in _MODES)
    # Keyboard reports of every kind; clear the second screen, then leave it.
    + b"\x1b[<9u\x1b[>4;0m\x1b[?1049h\x1b[2J\x1b[?1049l"
    # All the rest by a full reset; the last one is the lines that were scrolled away.
    + b"\x1bc\x1b[0m\x1b[?25l\x1b[H\x1b[2J\x1b[3J"
)
"""Brings a terminal back to how it was switched on, with nothing on it."""

_QUESTION = b"\x1b[c"
_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
_OWN = b"\x1b[?25h"
_WIDEST = 70
_SIZE = (80, 24)

# Places in what tcgetattr gives.
_IFLAG, _OFLAG, _LFLAG, _CC = 0, 1, 3, 6


class TerminalGoneError(Exception):
    """There is no terminal any more."""


class Terminal:
    """The terminal at a file descriptor."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        try:
            self._found = termios.tcgetattr(fd)
        except termios.error as error:
            raise TerminalGoneError from error

    def quiet(self) -> None:
        """No key acts or shows; what was typed and drawn but not yet taken is dropped.

        Raises TerminalGoneError.
        """
        try:
            attributes = termios.tcgetattr(self._fd)
            attributes[_IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.BRKINT)
            attributes[_IFLAG] |= termios.ICRNL
            attributes[_OFLAG] |= termios.OPOST | termios.ONLCR
            attributes[_LFLAG] &= ~(
                termios.ISIG | termios.ICANON | termios.ECHO | termios.ECHONL | termios.IEXTEN
            )
            # Without a key for them, no driver's line discipline can find one.
            attributes[_CC][termios.VMIN] = 1
            attributes[_CC][termios.VTIME] = 0
            termios.tcsetattr(self._fd, termios.TCSANOW, attributes)
            # Whoever pressed ctrl+s before the course was up has stopped all output.
            termios.tcflow(self._fd, termios.TCOON)
            termios.tcflush(self._fd, termios.TCIOFLUSH)
        except termios.error as error:
            raise TerminalGoneError from error

    def wipe(self) -> None:
        """Leave nothing of what was shown. Raises TerminalGoneError."""
        self.quiet()
        self._write(WIPE)

    def page(self, lines: list[str]) -> None:
        """Nothing but these lines, in the middle. Raises TerminalGoneError."""
        try:
            width, height = os.get_terminal_size(self._fd)
        except OSError:
            width, height = _SIZE
        width, height = width or _SIZE[0], height or _SIZE[1]
        self.wipe()
        self._write(_laid_out(lines, width, height).encode())

    def release(self) -> None:
        """Give the terminal back as it was found, with nothing on it."""
        with suppress(TerminalGoneError, termios.error):
            self.wipe()
            self._write(_OWN)
            termios.tcsetattr(self._fd, termios.TCSANOW, self._found)

    def is_there(self) -> bool:
        """Whether there still is a terminal."""
        try:
            termios.tcgetattr(self._fd)
        except termios.error:
            return False
        return True

    def answers(self, within: float) -> bool:
        """Whether it answers a question within so many seconds; what else comes is dropped.

        Raises TerminalGoneError.
        """
        self.quiet()
        said = b""
        until = time.monotonic() + within
        try:
            # One that takes nothing any more cannot be asked without waiting for it.
            if select.select([], [self._fd], [], within)[1]:
                os.write(self._fd, _QUESTION)
            while (left := until - time.monotonic()) > 0 and not _ANSWER.search(said):
                if select.select([self._fd], [], [], left)[0]:
                    said = (said + os.read(self._fd, 1024))[-1024:]
        except OSError:
            return False
        return _ANSWER.search(said) is not None

    def cell(self) -> tuple[int, int, int, int] | None:
        """The pixels of a cell and of all of them, across and down; None if it does not say."""
        try:
            packed = fcntl.ioctl(self._fd, termios.TIOCGWINSZ, bytes(8))
        except OSError:
            return None
        rows, columns, width, height = struct.unpack("HHHH", packed)
        if not (rows and columns and width and height):
            return None
        return width // columns, height // rows, width, height

    def hand_to(self, group: int) -> None:
        """Make a process group the one in front: it may read, and a hang-up reaches it."""
        # Where this is not our controlling terminal nobody can be in front, and none has to be.
        with suppress(OSError):
            os.tcsetpgrp(self._fd, group)

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._fd, data) :]
            except OSError as error:
                raise TerminalGoneError from error


def _laid_out(lines: list[str], width: int, height: int) -> str:
    room = max(min(width - 2, _WIDEST), 1)
    wrapped = [part for line in lines for part in textwrap.wrap(line, room) or [""]][:height]
    top = max((height - len(wrapped)) // 2, 0) + 1
    placed = []
    for number, line in enumerate(wrapped):
        left = max((width - len(line)) // 2, 0) + 1
        placed.append(f"\x1b[{top + number};{left}H{line}")
    return "".join(placed)
