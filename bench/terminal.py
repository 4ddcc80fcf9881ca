"""A real pseudo-terminal with a program in it, and a clock that stops at the end of a frame."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

import pyte

from bench.frames import ANSWER, Frame, Splitter, shown_at

Size = tuple[int, int]
"""Columns and rows."""
SIZE: Size = (80, 24)
PATIENCE = 60.0
"""Seconds after which what never came is a fault of the program or of the bench."""
QUIET = 0.12
"""Seconds without a frame after which no other is expected; never part of a time."""
PICTURES = 1.0
"""The same in a terminal that shows pictures: one that was not drawn yet follows its page."""
WHO, DRAWS_SIXELS = b"\x1b[c", b"\x1b[?62;4;22c"
"""A program asks with it what a terminal is; the answer of one that draws sixels."""
LEAVE = "\x11"


@dataclass
class Turn:
    """What a key or a new size led to."""

    sent: float
    frames: list[Frame]

    @property
    def ms(self) -> float:
        """Milliseconds until the last frame was complete. Raises IndexError if none was drawn."""
        return (self.frames[-1].ended - self.sent) * 1000


class Terminal:
    """One run of a program, in a process group of its own.

    What waits for a frame raises RuntimeError if none comes or the program has ended.
    """

    def __init__(
        self, arguments: Sequence[str], more: Mapping[str, str] = {}, cell: Size | None = None
    ) -> None:
        """Start Python with `arguments`, and `more` in its environment.

        `cell` is how many pixels a cell has where the terminal shows pictures.
        """
        self._cell = cell
        self._quiet = PICTURES if cell else QUIET
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[Frame] = []
        self._splitter = Splitter()
        self._answered = self._ended = False
        self.late = 0
        """Frames that came only after the turn before them was taken to be over."""
        self._fd, theirs = pty.openpty()
        _set_size(self._fd, SIZE, cell)
        files = [
            # The leader of a new session takes the first terminal that it opens for its own.
            (os.POSIX_SPAWN_OPEN, 0, os.ttyname(theirs), os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        command = [sys.executable, *arguments]
        self._began = time.perf_counter()
        self.pid = os.posix_spawn(
            command[0], command, {**os.environ, **more}, file_actions=files, setsid=True
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if not self._ended:
            os.killpg(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self._fd)

    def start(self, settle: float = QUIET) -> float:
        """Milliseconds from the start of the process until the frame that shows the first page.

        Returns once nothing was drawn for `settle` seconds.
        """
        return self._shown(self._began, settle)

    def until_drawn(self, then: float) -> None:
        """Wait for the next frame, and `then` seconds more."""
        end = self._wait()[0].ended + then
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def shown(self, key: str, settle: float) -> float:
        """Milliseconds from a key until the frame that shows its change, whatever else is drawn.

        Returns once nothing was drawn for `settle` seconds.
        """
        self.rows()
        sent = self._send(key)
        return self._shown(sent, settle)

    def press(
        self,
        key: str,
        *,
        apart: float = 0.0,
        nothing: float | None = None,
        at_frame: Callable[[], object] = lambda: None,
    ) -> Turn:
        """Send a key; return once it is answered and `apart` seconds have passed.

        `at_frame` is called when the first frame is complete. A turn without a frame is an error,
        unless `nothing` says after how many seconds it is taken for granted.
        """
        return self._turned(lambda: self._send(key), apart, nothing, at_frame)

    def tap(self, key: str, calm: float) -> int:
        """Send a key, wait for a frame and `calm` seconds more; gives the number of frames.

        What is drawn is not remembered.
        """
        self._send(key)
        frames = self._wait() + (self._until_quiet(calm) if calm else self._read(0.0))
        self._unseen.clear()
        return len(frames)

    def resize(self, size: Size) -> Turn:
        """Give the terminal another size; return once the program has drawn for it."""
        self.rows()
        self._screen.resize(lines=size[1], columns=size[0])

        def ask() -> float:
            sent = time.perf_counter()
            _set_size(self._fd, size, self._cell)
            return sent

        return self._turned(ask, 0.0, None, lambda: None)

    def leave(self) -> float:
        """Milliseconds from the key that ends the program until its process is gone."""
        sent = self._send(LEAVE)
        while not self._ended:
            self._read(PATIENCE)
        return (time.perf_counter() - sent) * 1000

    def rows(self) -> list[str]:
        """What is on the screen now."""
        for frame in self._unseen:
            self._stream.feed(frame.cells)
        self._unseen.clear()
        return list(self._screen.display)

    def _send(self, key: str) -> float:
        sent = time.perf_counter()
        os.write(self._fd, key.encode())
        return sent

    def _turned(
        self,
        ask: Callable[[], float],
        apart: float,
        nothing: float | None,
        at_frame: Callable[[], object],
    ) -> Turn:
        self.late += len(self._read(0.0))
        sent = ask()
        frames = self._wait(nothing)
        if frames:
            at_frame()
            frames += self._until_quiet(self._quiet)
        while (left := sent + apart - time.perf_counter()) > 0:
            frames += self._read(left)
        return Turn(sent, frames)

    def _shown(self, since: float, settle: float) -> float:
        screens = [self._screen.display]
        frames = self._wait() + self._until_quiet(settle)
        self._unseen.clear()
        for frame in frames:
            self._stream.feed(frame.cells)
            screens.append(self._screen.display)
        number = max(shown_at(screens), 1)
        return (frames[number - 1].ended - since) * 1000

    def _wait(self, nothing: float | None = None) -> list[Frame]:
        end = time.perf_counter() + (nothing or PATIENCE)
        while (left := end - time.perf_counter()) > 0 and not self._ended:
            if frames := self._read(left):
                return frames
        if nothing and not self._ended:
            return []
        what = "The program has ended." if self._ended else "Nothing was drawn."
        raise RuntimeError(f"{what} This was on the screen:\n" + "\n".join(self.rows()))

    def _until_quiet(self, quiet: float) -> list[Frame]:
        frames: list[Frame] = []
        end = time.perf_counter() + quiet
        while (left := end - time.perf_counter()) > 0 and not self._ended:
            if new := self._read(left):
                frames += new
                end = new[-1].ended + quiet
        return frames

    def _read(self, wait: float) -> list[Frame]:
        if not select.select([self._fd], [], [], min(wait, QUIET))[0]:
            return self._keep(self._splitter.flush())
        data = b""
        with suppress(OSError):  # on Linux it is an error to read when nobody is left to write
            data = os.read(self._fd, 65536)
        if not data:
            self._reap()
            return []
        frames = self._splitter.feed(data, time.perf_counter())
        if self._splitter.asked and not self._answered:
            self._answered = True
            os.write(self._fd, ANSWER)
        if self._cell and WHO in data:
            os.write(self._fd, DRAWS_SIXELS)
        return self._keep(frames)

    def _keep(self, frames: list[Frame]) -> list[Frame]:
        self._unseen += frames
        return frames

    def _reap(self) -> None:
        os.waitpid(self.pid, 0)
        self._ended = True


def _set_size(fd: int, size: Size, cell: Size | None) -> None:
    columns, rows = size
    width, height = cell or (0, 0)
    pixels = columns * width, rows * height
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, *pixels))
