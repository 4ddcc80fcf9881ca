"""The real kiosk in a pseudo-terminal, with a folder for everything that it might write to."""

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
from pathlib import Path

import pyte

from tests.monkey.events import HEIGHT, WIDTH, Event
from tests.monkey.sight import Sight
from tests.paths import ROOT
from tests.processes import PATIENCE
from tests.rest import turns, until_answered, until_rest

NEVER = [b"Traceback", b"\x1b]52", b"\x1b]8;", b"\x1b]1337", b"Error"]
"""What must not be drawn, ever."""
OURS = (
    *("kiosk.log", "kiosk.log.old", "kiosk-tries", "code-tries", "learners"),
    *("clock.json", "housekeeping.json"),
)


class FailedError(Exception):
    """What the storm brought about."""


class Machine:
    """One run of the program; every other folder that it knows is watched as well."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        start: tuple[str, ...] = ("-m", "tests.monkey.start"),
        pictures: bool = False,
    ) -> None:
        """`pictures`: the terminal says that it shows sixels, when it is asked."""
        self.data = folder / "data"
        self.ledger = folder / "ledger"
        self.handled = folder / "handled"
        self._when = folder / "when"
        self._watched = [folder / name for name in ("home", "tmp", "here")]
        for each in self._watched:
            each.mkdir(parents=True)
        home, temporary, here = map(str, self._watched)
        self.drawn = 0
        self.seen = b""
        self.everything = b""
        """What was drawn first, up to a megabyte."""
        self._tail = b""
        self.sight = Sight(pictures=pictures)
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(here)
            for name in [*os.environ]:
                if name.startswith(("XDG", "PYTEST", "COVERAGE")):
                    del os.environ[name]
            os.environ.update(
                TERM="xterm-256color",
                COLORTERM="truecolor",
                HOME=home,
                TMPDIR=temporary,
                PYTHONDONTWRITEBYTECODE="1",
                PYTHONPATH=str(ROOT),
            )
            words = [sys.executable, *start, "--data", str(self.data)]
            words += ["--ledger", str(self.ledger), "--handled", str(self.handled)]
            words += ["--when", str(self._when)]
            os.execv(words[0], [*words, *arguments])
        os.set_blocking(self._fd, False)
        self.resize(WIDTH, HEIGHT)

    def close(self) -> None:
        """Pull the plug."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self._fd)

    # Doing

    def do(self, event: Event) -> None:
        """Let one event happen. Raises FailedError if the program does not take it."""
        if event.kind == "resize":
            self.resize(*event.size)
        else:
            self.type(event.data)

    def go_wrong(self) -> None:
        """Have the fault happen that the program was started with."""
        self._when.touch()

    def resize(self, width: int, height: int) -> None:
        """Give the window so many columns and rows."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, data: bytes) -> None:
        """Write bytes as fast as they are taken."""
        end = time.monotonic() + PATIENCE
        while data:
            try:
                data = data[os.write(self._fd, data) :]
                end = time.monotonic() + PATIENCE
            except BlockingIOError:
                if time.monotonic() > end:
                    raise FailedError(f"took no input for {PATIENCE} s") from None
                self.read(0.01)
            except OSError as error:
                raise FailedError("the terminal was closed") from error

    def press(self, key: bytes) -> None:
        """Type a key, and wait until the program has done all that it does for it."""
        if until_answered(self.pid, lambda: self.type(key), self.read) is None:
            raise FailedError(f"did not answer {key!r}")

    def read(self, seconds: float) -> bool:
        """Take in what is drawn; says whether there was anything."""
        self.sight.answer(self._fd)
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 18)
        except OSError:
            return False
        self.drawn += len(data)
        drawn = self.sight.cells(data)
        if len(self.everything) < 1 << 20:
            self.everything += drawn
        self.seen = (self.seen + drawn)[-(1 << 20) :]
        looked_at = self._tail + drawn
        for each in NEVER:
            if each in looked_at:
                raise FailedError(f"drew {each!r}: {looked_at[-600:]!r}")
        self._tail = looked_at[-16:]
        return bool(data)

    def drain(self, quiet: float, at_most: float) -> None:
        """Read until nothing came for `quiet` seconds."""
        end = time.monotonic() + at_most
        while self.read(quiet) and time.monotonic() < end:
            pass

    def keep_up(self) -> None:
        """Read until the program has taken in all that was typed, and sleeps if only for a moment.

        What comes in too fast is dropped, and how fast that is depends on the machine.
        """
        end = time.monotonic() + PATIENCE
        while self.read(0.001) or turns(self.pid) is None:
            if time.monotonic() > end:
                raise FailedError("never rests")

    def settle(self) -> None:
        """Read until the program has nothing left to do."""
        if until_rest(self.pid, self.read) is None:
            raise FailedError("never rests")

    # Looking

    def must_live(self, within: float = PATIENCE) -> float:
        """Whether another size is drawn; gives the seconds it took. Raises FailedError."""
        self.must_run()
        self.resize(WIDTH - 1, HEIGHT)
        self.settle()
        began, before = time.monotonic(), self.drawn
        self.resize(WIDTH, HEIGHT)
        while self.drawn < before + 500:
            self.read(0.02)
            self.must_run()
            if time.monotonic() - began > within:
                raise FailedError(f"drew nothing for {within} s")
        return time.monotonic() - began

    def must_run(self) -> None:
        """Raises FailedError if the program has ended."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
            log = self.data / "kiosk.log"
            told = log.read_text()[-500:] if log.exists() else ""
            raise FailedError(f"ended with {self.status}: {told}")

    def ended(self, within: float) -> int:
        """The exit status, once it has ended by itself."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self.drain(0.02, 1.0)
                return self.status
        raise FailedError("did not end")

    def text(self) -> str:
        """What is on the screen, with the blanks between words made one."""
        return " ".join(" ".join(self.lines()).split())

    def lines(self) -> list[str]:
        """What is on the screen after it was drawn anew."""
        self.resize(WIDTH - 1, HEIGHT)
        self.settle()
        self.seen = b""
        self.resize(WIDTH, HEIGHT)
        self.settle()
        screen = pyte.Screen(WIDTH, HEIGHT)
        pyte.ByteStream(screen).feed(self.seen)
        return list(screen.display)

    def until(self, words: str, within: float = PATIENCE) -> None:
        """Wait until something is on the screen."""
        end = time.monotonic() + within
        while words not in (text := self.text()):
            self.must_run()
            if time.monotonic() > end:
                raise FailedError(f"{words!r} never came: {text}")

    @property
    def memory(self) -> float:
        """Megabytes that the program holds."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def strays(self) -> list[str]:
        """Every file that is where none belongs."""
        found = [str(path) for each in self._watched for path in each.rglob("*")]
        return found + [str(p) for p in self.data.iterdir() if p.name not in OURS]
