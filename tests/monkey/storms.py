"""A storm over one kiosk, and what must hold in it and after it."""

from __future__ import annotations

import json
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from progress.errors import NoSuchLearner
from progress.learners import LearnerStore
from tests.monkey.events import storm
from tests.monkey.machine import FailedError, Machine
from tests.paths import ROOT

BATCH = 8
"""Events between two looks at what is drawn."""
LOOK = 800
"""Events between two looks at whether the program lives."""
WARM_UP = 0.2
"""The part of a storm after which memory should grow no more."""
WITH_PICTURES = 0.5
"""The same where pictures are shown: they are kept, up to a number that is reached later."""
MOST_GROWTH = 20.0
"""Megabytes."""
MODULES = (ROOT / "tests" / "fixtures" / "tea", ROOT / "modules")
QUICK = ("--times", "3", "1.5", "1.5", "20")
"""So that people come and go in a storm."""


DELIBERATE = 3
"""The seeds, modulo 4, in which quick presses count as one, as they do for people."""


@dataclass
class Report:
    """What was seen in one storm."""

    seed: int
    events: int
    handled: int = 0
    answers: int = 0
    visits: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory: list[float] = field(default_factory=list)
    pictures: int = 0

    @property
    def growth(self) -> float:
        """Megabytes, from the end of the warm-up to the end."""
        start = int(len(self.memory) * (WITH_PICTURES if self.pictures else WARM_UP))
        early, late = self.memory[start : start + 5], self.memory[-5:]
        return median(late) - median(early) if early and late else 0.0

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: {self.events} events, {self.handled} handled, {self.visits} codes, "
            f"{self.answers} answers, {self.seconds:.0f} s, slowest redraw {self.slowest:.2f} s, "
            f"memory {self.growth:+.1f} MB of {self.memory[-1]:.0f} MB, {self.pictures} pictures"
        )


def run(seed: int, count: int, *, pictures: bool = False) -> Report:
    """One storm, in a terminal that shows `pictures` or in one that shows none.

    Raises FailedError.
    """
    report = Report(seed, count)
    with tempfile.TemporaryDirectory(prefix="storm") as name:
        quick = ["--quick"] if seed % 4 != DELIBERATE else []
        # The small course has no pictures.
        modules = str(MODULES[1 if pictures else seed % 2])
        machine = Machine(Path(name), "--modules", modules, *QUICK, *quick, pictures=pictures)
        try:
            machine.until("press any key")
            began = time.monotonic()
            for number, event in enumerate(storm(seed, count, pictures=pictures), start=1):
                machine.do(event)
                if number % BATCH == 0:
                    machine.keep_up()
                if number % LOOK == 0:
                    report.slowest = max(report.slowest, machine.must_live())
                    report.memory.append(machine.memory)
            report.seconds = time.monotonic() - began
            # It still does what it is for: everybody goes, and the next one may come.
            machine.until("press any key")
            report.handled = int(machine.handled.read_text())
            report.pictures = machine.sight.pictures
        finally:
            machine.close()
        report.answers, report.visits = _nothing_lost(machine)
        if strays := machine.strays():
            raise FailedError(f"wrote {strays}")
    if report.memory and report.growth >= MOST_GROWTH:
        raise FailedError(f"memory grew by {report.growth:.1f} MB: {report}")
    return report


def _nothing_lost(machine: Machine) -> tuple[int, int]:
    """Every answer that was taken is on the disk, although the plug was pulled."""
    store = LearnerStore(machine.data / "learners")
    taken: dict[str, list[tuple[str, str]]] = {}
    lines = machine.ledger.read_text().splitlines() if machine.ledger.exists() else []
    for line in lines:
        code, question, choice = json.loads(line)
        if question:
            taken.setdefault(code, []).append((question, choice))
        else:
            taken.pop(code, None)
    for code, answers in taken.items():
        try:
            kept = [(each.question, each.choice) for each in store.open(code).answers()]
        except NoSuchLearner:
            raise FailedError(f"nothing is kept of {answers}") from None
        if kept != answers:
            raise FailedError(f"answers lost: {answers} became {kept}")
    return sum(map(len, taken.values())), sum(1 for _ in store.codes())
