"""A kiosk with an outbox to a store, and what the store should have been told of its visits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from course.content import loader
from course.fleet.local import Local
from course.fleet.naming import Naming
from course.fleet.outbox import Outbox
from course.fleet.record_store import RecordStore
from course.fleet.statements import Statements
from course.kiosk.log import Log
from course.learners.visits import Way
from progress.inspection import names_of, newest
from progress.learners import LearnerStore, resting_place
from progress.snapshot import Snapshot
from tests.fleet.record_stores import LOGIN, Store
from tests.paths import TEA
from tests.unit.reports.population import Population

SECRET = b"s" * 32
WAY = Way(loader.load(TEA))


class Kiosk:
    """Its folder, and its outbox to a store on a port."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self._port = data, port
        self.folder = data / "learners"
        self.log = data / "fleet" / "sync.log"
        self.guests: set[str] = set()
        self.start()

    def start(self) -> None:
        """As after a kill: all that it knew is on the disk."""
        address = f"http://127.0.0.1:{self._port}/xapi"
        naming = Naming(SECRET)
        self.outbox = Outbox(
            self.data / "fleet" / "records",
            RecordStore(address, LOGIN),
            Statements(SECRET, address),
            [Local(self.folder, naming), Local(resting_place(self.folder), naming)],
            finished,
            lambda: self.guests,
            Log(self.log),
        )

    async def send_all(self) -> None:
        self.outbox.look()
        while await self.outbox.send():
            self.outbox.look()

    def visits(self) -> dict[str, Snapshot]:
        codes = LearnerStore(self.folder).codes()
        return {code: newest(names_of(self.folder, code))[1] for code in codes}


def finished(visit: Snapshot) -> list[str]:
    return [each.module for each in WAY.started(visit) if each.finished]


def expected(visits: dict[str, Snapshot]) -> Counter[str]:
    """How many statements there are of each thing, as a person would count them."""
    found: Counter[str] = Counter()
    for visit in visits.values():
        found.update(
            f"{one.module}:{one.question} {one.choice} {one.when}" for one in visit.answers
        )
        found.update(finished(visit))
    return found


def told(store: Store) -> Counter[str]:
    """The same, from what a store holds."""
    found: Counter[str] = Counter()
    for each in store.held.values():
        name = each["object"]["id"].removeprefix("urn:prolotherapy-course:")
        if each["verb"]["id"].endswith("/answered"):
            name += f" {each['result']['response']} {each['timestamp']}"
        found[name] += 1
    return found


def filled(folder: Path, count: int, seed: int = 1) -> None:
    Population(loader.load(TEA), seed=seed).write(folder, count)
