"""The program in a real pseudo-terminal, with a terminal emulator in place of a person's eyes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from functools import partial
from types import TracebackType

import pyte

from tests.paths import ROOT
from tests.processes import Patience, until
from tests.rest import turns, until_answered, until_rest
from tests.sixels import Shown, Splitter

ENTER, ESCAPE = b"\r", b"\x1b"
ARROWS = {"up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D"}
FOCUS = "▶"
"""Stands on every screen that is fully drawn, before what Enter presses."""
APART = 0.3
"""Seconds between two presses; quicker ones count as one press that bounced."""
PROGRAM = [sys.executable, str(ROOT / "app.py")]
QUICK = [sys.executable, "-m", "tests.quick"]
"""The same program, for which they are several."""


class Terminal:
    """One run of the program on a screen of `width` by `height` cells."""

    def __init__(
        self,
        *arguments: str,
        width: int = 80,
        height: int = 24,
        quick: bool = False,
        command: list[str] | None = None,
        surroundings: Mapping[str, str] = {},
    ) -> None:
        """Start `command`, or the program; `quick` says that presses need not be apart.

        `surroundings` are variables besides those that it would have anyway.
        """
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self._splitter = Splitter()
        self.pictures: list[Shown] = []
        self.raw = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            words = command or (QUICK if quick else PROGRAM)
            usual = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            # They would say another size than the terminal does; the workers of pytest have them.
            usual.pop("COLUMNS", None)
            usual.pop("LINES", None)
            # The terminal is this one, wherever the tests run.
            usual.pop("TMUX", None)
            os.execve(words[0], [*words, *arguments], {**usual, **surroundings})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.set_blocking(self._fd, False)
        self._ended = False
        self._apart = 0.0 if quick else APART
        self._last_answer = 0.0
        self._at_rest: tuple[int, ...] | None = None
        self._lines: list[str] | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._fd)

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = list(self.screen.display)
        return self._lines

    @property
    def text(self) -> str:
        """What is on the screen, with the blanks between words made one."""
        return " ".join(" ".join(self.lines).split())

    def read(self, seconds: float = 0.02) -> bool:
        """Take in what the program has drawn; says whether there was anything."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            drawn = os.read(self._fd, 65536)
        except OSError:
            drawn = b""
        self.raw += drawn
        # The emulator knows no private-mode reports; they draw nothing.
        for part in self._splitter.feed(drawn):
            if isinstance(part, Shown):
                self.pictures.append(part)
            else:
                self._stream.feed(part)
        self._lines = None
        return bool(drawn)

    def settle(self) -> None:
        """Read until the program has nothing left to do."""
        if self._at_rest and self._at_rest == turns(self.pid) and not self.read(0):
            return
        self._at_rest = until_rest(self.pid, self.read)
        assert self._at_rest is not None, "it never rests:\n" + "\n".join(self.lines)

    def until(self, *words: str) -> str:
        """Wait until one of `words` is on the screen; gives the one that came."""
        patience = Patience()
        while not patience.is_over:
            for each in words:
                if each in self.text:
                    self.settle()
                    if each in self.text:
                        return each
            self.read(0.05)
        raise AssertionError(f"{words} never came:\n" + "\n".join(self.lines))

    def write(self, text: str) -> None:
        """Type `text`, whether there is a program that reads it or not."""
        self._write(text.encode())

    def _write(self, typed: bytes) -> None:
        patience = Patience()
        while typed:
            try:
                typed = typed[os.write(self._fd, typed) :]
            except BlockingIOError:
                assert not patience.is_over, "it took no input:\n" + "\n".join(self.lines)
                self.read(0.02)

    def type(self, text: str) -> None:
        """Type `text` at once, as a scanner or a held key does, and see what comes of it."""
        self.write(text)
        self.settle()

    def sign(self, words: str) -> str:
        """The key of the card with these words."""
        found = re.search(rf"([1-8]) {{2,4}}(?:▶ )?{re.escape(words)}", "\n".join(self.lines))
        assert found, f"{words!r} is not offered:\n" + "\n".join(self.lines)
        return found[1]

    def press(self, *keys: bytes | str) -> None:
        """Press one key after the other, each once the screen has answered the one before."""
        for key in keys:
            typed = key.encode() if isinstance(key, str) else key
            while time.monotonic() - self._last_answer < self._apart:
                self.read(0.02)
            write = partial(self._write, typed)
            self._at_rest = until_answered(self.pid, write, self.read)
            assert self._at_rest is not None, f"{key!r} was not answered:\n" + "\n".join(self.lines)
            self._last_answer = time.monotonic()

    def click(self, words: str) -> None:
        """A left click in the middle of `words`, wherever they stand on the screen."""
        for row, line in enumerate(self.lines):
            if (column := line.find(words)) >= 0:
                at = f"{column + 1 + len(words) // 2};{row + 1}"
                self.press(f"\x1b[<0;{at}M\x1b[<0;{at}m")
                return
        raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(self.lines))

    def kill(self) -> None:
        """End the program without a chance to tidy up."""
        if not self._ended:
            os.kill(self.pid, signal.SIGKILL)
            until(lambda: os.waitpid(self.pid, os.WNOHANG)[0])
            self._ended = True

    def wait(self) -> int:
        """The exit status, once the program has ended by itself."""
        patience = Patience()
        while not patience.is_over:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._ended = True
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program did not end:\n" + "\n".join(self.lines))
