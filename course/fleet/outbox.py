"""What waits for a learning record store: nothing is copied, the visits themselves are looked at.

Beside them stand the ids that the store has said it holds. Where those are lost, all is sent once
more, under the same ids. What is forgotten waits no longer, from that moment on.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from course import durable
from course.errors import CourseError
from course.fleet.local import Local
from course.fleet.record_store import RecordStore, StoreAwayError
from course.fleet.statements import Statement, Statements
from course.kiosk.log import Log
from course.waits import GrowingWait
from progress.errors import ProgressError
from progress.snapshot import Snapshot

EVERY = 5.0
"""Seconds between two looks at the visits."""
TELL_EVERY = 30.0
WAITS = GrowingWait(begins=1, first=2.0, longest=300.0)
"""Between two tries to reach the store."""
AT_ONCE = 50
"""Statements in a request."""
_STATE = "records.json"
_MOST = 4_000_000
"""Bytes of the ids of one visit."""


class Records(Struct, frozen=True, kw_only=True):
    """How it does; nothing of it says who did what."""

    waiting: int
    """Statements that the store has not said it holds."""
    refused: int = 0
    """Those of them that it will not take as they are."""
    trouble: str = ""
    written: float = 0.0
    """Seconds since 1970."""


class Outbox:
    """One kiosk's. Runs until it is cancelled."""

    def __init__(
        self,
        folder: Path,
        store: RecordStore,
        statements: Statements,
        visits: Iterable[Local],
        finished: Callable[[Snapshot], Collection[str]],
        guests: Callable[[], set[str]],
        log: Log,
    ) -> None:
        """`visits` are the folders to look at, whose names are alike; `guests` gives the names of
        those whom their own kiosk tells of; `finished` gives the modules that a visit has done."""
        self._folder, self._store, self._statements = folder, store, statements
        self._visits = tuple(visits)
        self._finished, self._guests, self._log = finished, guests, log
        self._waiting: dict[str, dict[str, Statement]] = {}
        """By the name of the visit, and by id."""
        self._held: dict[str, set[str]] = {}
        self._alone: set[str] = set()
        self._refused: set[str] = set()
        """Both by id. What was refused is sent again after a restart."""
        self._trouble = ""
        self._told = Records(waiting=0)
        self._at = float("-inf")
        self._again: set[str] = set()

    async def run(self) -> None:
        """Look, and send. Raises nothing."""
        failures = 0
        while True:
            try:
                self._trouble = ""
                await asyncio.to_thread(self.look)
                while await self.send():
                    await asyncio.to_thread(self.look)
                failures = 0
            except StoreAwayError as error:
                failures += 1
                self._trouble = f"the learning record store is away: {error}"
            except (CourseError, OSError) as error:
                failures += 1
                self._log.error("what is for the learning record store cannot be looked at", error)
                self._trouble = type(error).__name__
            self._tell()
            await asyncio.sleep(max(EVERY, WAITS.after(failures)))

    @property
    def waiting(self) -> int:
        """How many statements wait, as of the last look."""
        return sum(map(len, self._waiting.values()))

    def look(self) -> None:
        """Find what has come, and what went. Raises OSError, CourseError."""
        durable.make_folder(self._folder)
        for each in self._visits:
            self._again |= each.changed()
        guests = self._guests()
        for name in list(self._again):
            try:
                self._look_at(name, is_guest=name in guests)
            except ProgressError as error:
                self._log.error("a visit could not be read for the learning record store", error)
            self._again.discard(name)
        # Of those who went while nobody looked.
        with suppress(FileNotFoundError):
            for path in self._folder.iterdir():
                if not any(path.name in each.marks for each in self._visits):
                    durable.remove(path)

    async def send(self) -> bool:
        """Send some of what waits; whether there was anything. Raises StoreAwayError, OSError."""
        if not (some := self._next()):
            return False
        outcome = await asyncio.to_thread(self._store.send, [each for _, each in some])
        ids = {each["id"] for _, each in some}
        # A single one in conflict with what is there is there: a module that was finished, and then
        # gone on with, before the store could say that it knows.
        if outcome == "kept" or (outcome == "conflict" and len(some) == 1):
            self._hold(some)
            self._alone -= ids
        elif len(some) == 1:
            self._refused |= ids
            self._log.say("the learning record store does not take a statement as it is")
        else:
            # Those that it does not take stand in the way of no other.
            self._alone |= ids
        return True

    def _next(self) -> list[tuple[str, Statement]]:
        """What goes into the next request: some, or one that has to go alone."""
        every = (
            (name, each)
            for name, one in self._waiting.items()
            for key, each in one.items()
            if key not in self._refused
        )
        some = list(islice(every, AT_ONCE))
        return some[:1] if any(each["id"] in self._alone for _, each in some) else some

    def _look_at(self, name: str, *, is_guest: bool) -> None:
        self._waiting.pop(name, None)
        here = next((each for each in self._visits if name in each.marks), None)
        if here is None:
            self._held.pop(name, None)
            durable.remove(self._folder / name)
            return
        code, visit = here.code(name), here.read(name)
        if is_guest or code is None or visit is None:
            return
        every = self._statements.of(code, visit, self._finished(visit))
        held = self._held_of(name)
        if left := {key: each for key, each in every.items() if key not in held}:
            self._waiting[name] = left

    def _hold(self, some: list[tuple[str, Statement]]) -> None:
        for name in dict.fromkeys(name for name, _ in some):
            held = self._held_of(name)
            held |= {each["id"] for other, each in some if other == name}
            durable.write(self._folder / name, msgspec.json.encode(sorted(held)))
            left = self._waiting[name]
            self._waiting[name] = {key: each for key, each in left.items() if key not in held}

    def _held_of(self, name: str) -> set[str]:
        if name not in self._held:
            kept = durable.read(self._folder / name, _MOST)
            found: list[str] = []
            if kept is not None:
                with suppress(msgspec.MsgspecError):
                    found = msgspec.json.decode(kept, type=list[str])
            self._held[name] = set(found)
        return self._held[name]

    def _tell(self) -> None:
        found = Records(waiting=self.waiting, refused=len(self._refused), trouble=self._trouble)
        if self._trouble and self._trouble != self._told.trouble:
            self._log.say(self._trouble)
        if found != self._told or time.monotonic() - self._at >= TELL_EVERY:
            self._told, self._at = found, time.monotonic()
            with suppress(OSError):
                written = msgspec.structs.replace(found, written=time.time())
                durable.write(self._folder.parent / _STATE, msgspec.json.encode(written))


def read(data: Path) -> Records | None:
    """How it did last; None where there is no outbox, or it cannot be read."""
    with suppress(OSError, msgspec.MsgspecError):
        if (kept := durable.read(data / "fleet" / _STATE, 2_000)) is not None:
            return msgspec.json.decode(kept, type=Records)
    return None
