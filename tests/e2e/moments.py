"""A visit that breaks off at a random moment: how soon the kiosk is back, and what it still shows.

`python -m tests.e2e.moments 200`, or `make moments`, tries so many and prints the times.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from course.kiosk.supervisor.restarts import FREE
from course.kiosk.supervisor.terminal import WIPE
from tests.processes import PATIENCE
from tests.terminal import ENTER, Terminal

ATTRACT, WELCOME = "Touch the screen", "I have a code"
FORWARD = ("More ↓", "Next →", "Begin →", "Go on →", "Finish →", "Try again", "Return →")
KINDS = ("kill", "stop", "throw")
SHORTEST = 12
"""Characters; a shorter line says nothing about anybody."""
_RUNNER = (
    "import sys; from course.cli import kiosk; "
    "kiosk._START = 'import runpy; "
    'runpy.run_module("tests.e2e.thrown", run_name="__main__")\'; '
    "from course.cli import main; sys.exit(main())"
)


@dataclass(frozen=True)
class Back:
    """One moment: how the visit broke off, on which screen, and the seconds until the welcome."""

    kind: str
    place: str
    seconds: float


class Kiosk:
    """The real kiosk in a pseudo-terminal, under its supervisor."""

    def __init__(self, data: Path, chance: random.Random) -> None:
        self._chance = chance
        self._pipe = data / "throw"
        os.mkfifo(self._pipe)
        os.environ["THROWN"] = str(self._pipe)
        program = [sys.executable, "-c", _RUNNER, "--data-dir", str(data / "kiosk"), "kiosk"]
        self.terminal = Terminal(command=program, width=100, height=32, quick=True)
        self._fresh: set[str] = set()

    def begin(self) -> None:
        """Wait for the first screen, and keep what it says to everybody."""
        self.terminal.until(ATTRACT, WELCOME)
        self._keep_fresh()
        if ATTRACT in self.terminal.text:
            self.terminal.press(ENTER)
            self.terminal.until(WELCOME)
            self._keep_fresh()

    def moment(self) -> Back:
        """Someone comes, goes some way, and then the course breaks."""
        if ATTRACT in self.terminal.text:
            self.terminal.press(ENTER)
        self._walk(self._chance.randint(0, 8))
        end = time.monotonic() + self._chance.uniform(0, 0.4)
        while time.monotonic() < end:
            self.terminal.read(0.01)
        last = [line.strip() for line in self.terminal.lines]
        kind = self._chance.choice(KINDS)
        place = " ".join(last)
        seconds = self._break(kind, {line for line in last if len(line) >= SHORTEST})
        return Back(kind, place, seconds)

    def _walk(self, steps: int) -> None:
        for _ in range(steps):
            on = any(word in self.terminal.text for word in (*FORWARD, "If you are called away"))
            self.terminal.press("9" if on else str(self._chance.randint(1, 3)))

    def _break(self, kind: str, told: set[str]) -> float:
        terminal = self.terminal
        old = self._course()
        before = len(terminal.raw)
        began = time.monotonic()
        if kind == "throw":
            handle = self._opened_pipe()
            os.write(handle, b"!")
            os.close(handle)
        else:
            os.kill(old, signal.SIGKILL if kind == "kill" else signal.SIGSTOP)
        leaks = told - self._fresh
        while time.monotonic() - began < PATIENCE:
            terminal.read(0.01)
            since = terminal.raw.find(WIPE, before)
            if since < 0:
                continue
            shown = {line.strip() for line in terminal.lines}
            assert not shown & leaks, (kind, shown & leaks)
            # The wipe and the page come as one.
            if ATTRACT in terminal.text or WELCOME in terminal.text:
                drawn = terminal.raw[since:].decode("utf-8", "replace")
                assert not [line for line in leaks if line in drawn], kind
                assert self._course() != old
                return time.monotonic() - began
        raise AssertionError(f"{kind}: never came back\n" + "\n".join(terminal.lines))

    def _opened_pipe(self) -> int:
        """The pipe, once the course waits at its other end; it may have just begun."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return os.open(self._pipe, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                assert time.monotonic() < end, "no course waits for an exception"
                self.terminal.read(0.01)

    def _keep_fresh(self) -> None:
        self._fresh |= {line.strip() for line in self.terminal.lines}

    def _course(self) -> int:
        pid = self.terminal.pid
        return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])


def several(data: Path, seed: int, count: int = FREE) -> list[Back]:
    """So many moments with one supervisor; FREE are answered at once."""
    kiosk = Kiosk(data, random.Random(seed))
    with kiosk.terminal:
        kiosk.begin()
        found = [kiosk.moment() for _ in range(count)]
        os.kill(kiosk.terminal.pid, signal.SIGTERM)
        kiosk.terminal.wait()
        return found


def main(count: int) -> None:
    """Print the times of so many moments."""
    found: list[Back] = []
    seed = 0
    while len(found) < count:
        with tempfile.TemporaryDirectory() as folder:
            found += several(Path(folder), seed, min(FREE, count - len(found)))
        seed += 1
        print([round(each.seconds, 2) for each in found[-FREE:]], file=sys.stderr, flush=True)
    for kind in (*KINDS, ""):
        seconds = sorted(each.seconds for each in found if not kind or each.kind == kind)
        if seconds:
            p50, worst = statistics.median(seconds), seconds[-1]
            print(f"{kind or 'all':6} {len(seconds):4}  p50 {p50:.2f} s  worst {worst:.2f} s")
    print(f"different screens: {len({each.place for each in found})}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
