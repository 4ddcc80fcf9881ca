"""What must be at the end of a storm, and whether it is."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from course.fleet import settings
from course.fleet.exchange import VISITS
from course.fleet.hub import Entry, HubAwayError, connect
from course.fleet.naming import Naming
from course.fleet.sealing import Seal
from progress.errors import ProgressError
from progress.inspection import names_of, newest
from progress.learners import LearnerStore
from progress.snapshot import Snapshot
from progress.transfer import unpacked


class Named(NamedTuple):
    """One visit: two clinics may give the same code."""

    clinic: str
    code: str


@dataclass
class Ledger:
    """What was acknowledged, and who was forgotten."""

    kept: dict[Named, set[int]] = field(default_factory=dict)
    """The numbers of the answers that were on a disk."""
    forgotten: dict[Named, bool] = field(default_factory=dict)
    """Whether it is sure that it was noted."""
    twice: set[Named] = field(default_factory=set)
    """Codes that a clinic has given twice, by chance; who got one later answered nothing."""
    moved: int = 0
    acknowledged: int = 0
    _next: int = 1

    def begin(self, visit: Named) -> bool:
        """Whether nobody of that clinic had the code before."""
        if visit in self.kept:
            self.twice.add(visit)
            return False
        self.kept[visit] = set()
        return True

    def numbers(self, count: int) -> list[int]:
        """So many that no answer had yet."""
        self._next += count
        return list(range(self._next - count, self._next))

    def keep(self, visit: Named, numbers: Sequence[int]) -> None:
        self.kept[visit].update(numbers)
        self.acknowledged += len(numbers)

    def forget(self, visit: Named, *, surely: bool) -> None:
        self.forgotten[visit] = surely


async def look(
    keeper: Path, clinics: Sequence[str], folders: Sequence[tuple[str, Path]], ledger: Ledger
) -> list[str]:
    """Everything that is not as it must be, at the hub and at every kiosk.

    `folders` are the kiosks' data, each with its clinic.
    """
    try:
        at_hub = {name: await _at_hub(keeper / name / "keeper") for name in clinics}
    except HubAwayError:
        return ["the hub is away"]
    here: dict[Named, list[Snapshot]] = {}
    for clinic, folder in folders:
        await asyncio.to_thread(_read, clinic, folder / "learners", here)
    faults = []
    for visit, numbers in ledger.kept.items():
        code = visit.code
        naming, held = at_hub[visit.clinic]
        there = held.get(naming.of_code(code))
        copies = here.get(visit, [])
        if visit in ledger.twice and there is not None:
            copies = [each for each in copies if each.learner.created == there.learner.created]
        sure = ledger.forgotten.get(visit)
        if sure is True:
            if there or copies:
                faults.append(
                    f"{code} was forgotten, and is at the hub: {bool(there)}, here: {len(copies)}"
                )
        elif sure is False and not there and not copies:
            continue
        else:
            faults += _faults_of(code, numbers, there, copies)
    return faults


def _faults_of(
    code: str, numbers: set[int], there: Snapshot | None, copies: list[Snapshot]
) -> Iterator[str]:
    if there is None:
        yield f"{code} is not at the hub; here: {len(copies)}"
        return
    found = Counter(answer.seconds for answer in there.answers)
    if lost := numbers - found.keys():
        yield f"{code} has lost {sorted(lost)}"
    if doubled := [number for number, times in found.items() if times > 1]:
        yield f"{code} has doubled {sorted(doubled)}"
    for copy in copies:
        if copy != there:
            yield f"{code} has a copy that differs"


async def _at_hub(home: Path) -> tuple[Naming, dict[str, Snapshot]]:
    fleet = settings.load(home)
    assert fleet is not None
    seal = Seal(fleet.secret)
    found: dict[str, Snapshot] = {}

    def hear(entry: Entry) -> None:
        if entry.value is None:
            found.pop(entry.key, None)
        else:
            found[entry.key] = unpacked(seal.open(entry.value, entry.key))

    hub = await connect(fleet, home)
    try:
        await hub.follow(VISITS, hear)
    finally:
        await hub.close()
    return Naming(fleet.secret), found


def _read(clinic: str, folder: Path, into: dict[Named, list[Snapshot]]) -> None:
    for code in LearnerStore(folder).codes():
        try:
            snapshot = newest(names_of(folder, code))[1]
            into.setdefault(Named(clinic, code), []).append(snapshot)
        except ProgressError:
            continue
