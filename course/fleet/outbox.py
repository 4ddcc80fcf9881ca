"""What waits for a learning record store: nothing is copied, the visits themselves are looked at.

Beside them stand the ids that the store has said it holds. Where those are lost, all is sent once
more, under the same ids. What is to be sent is read once the store is reached: of what is
forgotten, only a request that is on its way in that moment may still arrive.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
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
        self._waiting: dict[str, int] = {}
        """How many statements of each visit: they are made again when they are sent, since those of
        a month have no room in memory."""
        self._alone: set[str] = set()
        """Ids."""
        self._refused: dict[str, set[str]] = {}
        """Ids, by the name of the visit. What was refused is sent again after a restart."""
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
        return sum(self._waiting.values())

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
        """Send some of what waits; whether there was anything.

        Raises StoreAwayError, OSError, CourseError.
        """
        if not self._names():
            return False
        some: list[tuple[str, Statement]] = []

        def choose() -> list[Statement]:
            some.extend(self._next())
            return [each for _, each in some]

        outcome = await asyncio.to_thread(self._store.send, choose)
        ids = {each["id"] for _, each in some}
        # A single one in conflict with what is there is there: a module that was finished, and then
        # gone on with, before the store could say that it knows.
        if outcome == "kept" or (outcome == "conflict" and len(some) == 1):
            self._hold(some)
            self._alone -= ids
        elif len(some) == 1:
            self._refused.setdefault(some[0][0], set()).update(ids)
            self._log.say("the learning record store does not take a statement as it is")
        else:
            # Those that it does not take stand in the way of no other.
            self._alone |= ids
        return True

    def _next(self) -> list[tuple[str, Statement]]:
        """What goes into the next request, as the visits are now: some, or one that has to go
        alone."""
        some = list(islice(self._sendable(), AT_ONCE))
        return some[:1] if any(each["id"] in self._alone for _, each in some) else some

    def _sendable(self) -> Iterator[tuple[str, Statement]]:
        """All that waits and was not refused, one visit at a time."""
        for name in self._names():
            try:
                left = self._left(name)
            except ProgressError:
                # Told of by the next look.
                left = []
                self._again.add(name)
            self._note(name, left)
            refused = self._refused.get(name, set())
            yield from ((name, each) for each in left if each["id"] not in refused)

    def _names(self) -> list[str]:
        """Of the visits with statements that were not refused."""
        return [
            name
            for name, count in self._waiting.items()
            if count > len(self._refused.get(name, set()))
        ]

    def _look_at(self, name: str, *, is_guest: bool) -> None:
        is_here = any(name in each.marks for each in self._visits)
        self._note(name, self._left(name) if is_here and not is_guest else [])
        if not is_here:
            durable.remove(self._folder / name)

    def _note(self, name: str, left: list[Statement]) -> None:
        """Of a visit that many wait. What is no longer among them, as with another course, was not
        refused either."""
        self._waiting.pop(name, None)
        refused = self._refused.pop(name, set()) & {each["id"] for each in left}
        if left:
            self._waiting[name] = len(left)
        if refused:
            self._refused[name] = refused

    def _left(self, name: str) -> list[Statement]:
        """What the store has not said it holds of a visit, as the visit is now."""
        here = next((each for each in self._visits if name in each.marks), None)
        if here is None or (visit := here.read(name)) is None or (code := here.code(name)) is None:
            return []
        held = self._held_of(name)
        every = self._statements.of(code, visit, self._finished(visit))
        return [each for key, each in every.items() if key not in held]

    def _hold(self, some: list[tuple[str, Statement]]) -> None:
        for name, count in Counter(name for name, _ in some).items():
            held = self._held_of(name) | {each["id"] for other, each in some if other == name}
            durable.write(self._folder / name, msgspec.json.encode(sorted(held)))
            self._waiting[name] -= count
            if self._waiting[name] <= 0:
                del self._waiting[name]

    def _held_of(self, name: str) -> set[str]:
        if (kept := durable.read(self._folder / name, _MOST)) is not None:
            with suppress(msgspec.MsgspecError):
                return set(msgspec.json.decode(kept, type=list[str]))
        return set()

    def _tell(self) -> None:
        refused = sum(map(len, self._refused.values()))
        found = Records(waiting=self.waiting, refused=refused, trouble=self._trouble)
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
