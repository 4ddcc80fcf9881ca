"""The memory of the real kiosk, byte by byte, once somebody has left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.monkey.machine import Machine
from tests.paths import TEA
from tests.processes import Patience

FIRST, ATTRACT = "I have a code", "press any key"


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    started = Machine(tmp_path / "kiosk", "--modules", str(TEA))
    yield started
    started.close()


def copies(pid: int, code: str) -> int:
    """How often a code stands in what a process can write to, in one run or in groups."""
    told = [code.encode(), f"{code[:3]} {code[3:6]} {code[6:]}".encode()]
    found = 0
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            between, rights = line.split()[:2]
            if "w" not in rights:
                continue
            start, end = (int(each, 16) for each in between.split("-"))
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError):
                # It has been given back since, or belongs to the kernel.
                continue
            found += sum(map(held.count, told))
    return found


def until(machine: Machine, words: str, key: bytes) -> None:
    machine.type(key)
    machine.until(words)


def test_no_copy_of_the_code_is_left_in_memory(machine: Machine) -> None:
    machine.until(ATTRACT)
    until(machine, FIRST, b" ")
    until(machine, "If you are called away", b"1")
    (file,) = (machine.data / "learners").glob("*.json")
    code = file.stem
    until(machine, "Write it down", b"1")
    until(machine, "Your way", b"9")
    until(machine, "You can go on later", b"-")
    assert copies(machine.pid, code)
    until(machine, ATTRACT, b"9")
    # The next time it is typed, with a slip that is mended.
    until(machine, FIRST, b" ")
    until(machine, "nine numbers", b"2")
    slip = str((int(code[0]) + 1) % 10)
    until(machine, "Fits", slip.encode() + code[1:].encode())
    until(machine, "Your way", code[0].encode())
    until(machine, "You can go on later", b"-")
    until(machine, ATTRACT, b"9")
    patience = Patience()
    while copies(machine.pid, code):
        assert not patience.is_over, "the code is still in its memory"
        machine.read(0.1)
