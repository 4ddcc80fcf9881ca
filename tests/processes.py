"""What runs on this machine, as far as tests have to know, and waiting for it."""

import os
import select
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

PATIENCE = 60.0
"""Seconds after which what never came counts as missing; a guard, not a measurement."""

STANDSTILL = 2.0
"""Seconds between two looks that count at most: beyond them the machine stood still, and what is
waited for did, too."""


class Patience:
    """How long is waited for something that a test awaits; a guard, not a measurement."""

    def __init__(self, seconds: float = PATIENCE) -> None:
        self._left = seconds
        self._looked = time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether it is used up; to be asked again and again."""
        now = time.monotonic()
        self._left -= min(now - self._looked, STANDSTILL)
        self._looked = now
        return self._left < 0


def state(pid: int) -> str:
    """The letter of /proc for a process, or nothing if there is none; Z is a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def children() -> set[int]:
    """The processes of which this one is the parent, zombies too."""
    found = set()
    # Not the files themselves: one that is looked for may be gone with its process meanwhile.
    for path in (each / "stat" for each in Path("/proc").glob("[0-9]*")):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == os.getpid():
            found.add(int(path.parent.name))
    return found


def open_files() -> int:
    """How many files this process holds open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    patience = Patience()
    while not holds():
        assert not patience.is_over, "it never came"
        time.sleep(0.005)


def first_line(reading: int) -> str:
    """What comes first through a pipe, which is closed then; nothing if whoever writes has gone."""
    with os.fdopen(reading) as told:
        came, _, _ = select.select([told], [], [], PATIENCE)
        assert came, "whoever should write to the pipe never did"
        return told.readline().strip()


def returns(call: Callable[[], Result]) -> Result:
    """What a call gives; one that never returns fails the test and does not hold it up."""
    found: list[Result] = []
    thread = threading.Thread(target=lambda: found.append(call()), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert found, "it never returned"
    return found[0]
