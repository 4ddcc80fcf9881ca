"""Faults at random moments of a visit: how soon the next person can begin, and what they can see.

`python -m tests.monkey.faults --rounds 200`
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pyte

from tests.monkey.events import HEIGHT, WIDTH
from tests.monkey.machine import FailedError, Machine
from tests.paths import ROOT
from tests.processes import PATIENCE

SUPERVISED = ("-m", "tests.monkey.supervised")
TEA = str(ROOT / "tests" / "fixtures" / "tea")
FAULTS = ("kill", "stop", "raise", "hang", "abort")
SHORTEST = 14
"""Characters of a line from which on it tells what a person saw."""
WIPE = b"\x1b[2J"


@dataclass(frozen=True)
class Outcome:
    """One fault and what came of it."""

    fault: str
    seconds: float
    """From the fault to the attract screen."""


def round_of(seed: int) -> Outcome:
    """One visit with one fault. Raises FailedError."""
    chance = random.Random(seed)
    fault, moment = FAULTS[seed % len(FAULTS)], chance.uniform(0, 2.5)
    with tempfile.TemporaryDirectory(prefix="fault") as name:
        inside = fault in ("raise", "hang")
        arguments = ["--quick", *(["--fault", fault] if inside else [])]
        machine = Machine(Path(name), "--modules", TEA, *arguments, start=SUPERVISED)
        try:
            machine.until("press any key")
            private = _visit(machine, chance)
            _let_pass(machine, moment)
            if inside:
                machine.go_wrong()
            else:
                number = {"kill": "SIGKILL", "stop": "SIGSTOP", "abort": "SIGABRT"}[fault]
                os.kill(_child(machine.pid), getattr(signal, number))
            return Outcome(fault, _until_nobody(machine, private))
        finally:
            _end(machine)


def _visit(machine: Machine, chance: random.Random) -> set[str]:
    """Begin, answer something; gives the lines that only this person may see."""
    machine.press(b" ")
    machine.until("I have a code")
    public = _lines(machine)
    machine.press(b"1")
    machine.until("If you are called away")
    seen = _lines(machine)
    for _ in range(chance.randint(1, 4)):
        machine.press(chance.choice([b"9", b"9", b"1", b"2"]))
        lines = _lines(machine)
        # On a busy machine nobody may be thought to be there meanwhile: what comes then is for all.
        if any("press any key" in line for line in lines):
            break
        seen |= lines
    return seen - public


def _lines(machine: Machine) -> set[str]:
    lines = (line.strip(" │┃╭╮╰╯─━┏┓┗┛") for line in machine.lines())
    return {line for line in lines if len(line) >= SHORTEST}


def _until_nobody(machine: Machine, private: set[str]) -> float:
    """Every frame from the first wipe on is searched; gives the seconds until nobody is there."""
    began = time.monotonic()
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.ByteStream(screen)
    machine.seen = b""
    wiped = False
    while time.monotonic() - began < PATIENCE:
        if not machine.read(0.05):
            continue
        drawn, machine.seen = machine.seen, b""
        if not wiped and WIPE in drawn:
            wiped, drawn = True, drawn[drawn.index(WIPE) :]
        if not wiped:
            continue
        stream.feed(drawn)
        text = "\n".join(screen.display)
        if found := [line for line in private if line in text]:
            raise FailedError(f"the next person sees {found}")
        if "press any key" in text:
            return time.monotonic() - began
    raise FailedError("nobody could begin: " + "\n".join(screen.display))


def _let_pass(machine: Machine, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        machine.read(0.02)


def _child(pid: int) -> int:
    return int(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0])


def _end(machine: Machine) -> None:
    children = Path(f"/proc/{machine.pid}/task/{machine.pid}/children")
    found = [int(each) for each in children.read_text().split()] if children.exists() else []
    machine.close()
    for each in found:
        try:
            os.kill(each, signal.SIGKILL)
        except ProcessLookupError:
            continue


def rounds(seeds: range, tell: Callable[[str], object] = print) -> Iterator[Outcome]:
    """One round after the other. Raises FailedError, with the seed."""
    for seed in seeds:
        try:
            outcome = round_of(seed)
        except FailedError as error:
            raise FailedError(f"seed {seed}, {FAULTS[seed % len(FAULTS)]}: {error}") from error
        tell(f"seed {seed}: {outcome.fault}, back after {outcome.seconds:.1f} s")
        yield outcome


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.monkey.faults")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    seconds: dict[str, list[float]] = {}
    for one in rounds(range(asked.first, asked.first + asked.rounds)):
        seconds.setdefault(one.fault, []).append(one.seconds)
    for fault, each in seconds.items():
        print(f"{fault}: {len(each)}, p50 {median(each):.1f} s, worst {max(each):.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
