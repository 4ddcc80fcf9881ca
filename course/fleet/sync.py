"""`prolo sync`: takes what is new here to the hub and brings what is asked for, beside the kiosk.

It holds nothing that would be lost with it. Where it is ended, or the hub is, what waits is found
again by looking at the folder.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from course.errors import CourseError
from course.fleet.desk import open_desk
from course.fleet.exchange import GONE, IN_A_PRESS, VISITS, Exchange, Known
from course.fleet.graves import Graves
from course.fleet.guests import Guests
from course.fleet.hub import Entry, Hub, HubAwayError, connect
from course.fleet.local import Local, Mark
from course.fleet.naming import Naming, name_in
from course.fleet.sealing import Seal
from course.fleet.settings import Fleet
from course.fleet.state import State, Telling
from course.kiosk.log import Log
from course.waits import GrowingWait
from progress.errors import NoSuchLearner, ProgressError
from progress.inspection import names_of, newest

LOOK_EVERY = 0.5
"""Seconds between two looks at the folder."""
WAITS = GrowingWait(begins=1, first=0.5, longest=15.0)
"""Between two tries to reach the hub."""
AT_ONCE = 16
"""Visits on their way to the hub at a time."""
ENDS_IN = 5.0
"""Seconds that what is done beside it has to end."""
AGAIN = 5.0
"""Seconds after which a visit that could not be shared is tried again."""


class Sync:
    """One kiosk's part of the fleet. Runs until it is cancelled."""

    def __init__(self, fleet: Fleet, data: Path, keep_days: int) -> None:
        self._fleet = fleet
        self._data = data
        self._keep_days = keep_days
        self._naming, self._seal = Naming(fleet.secret), Seal(fleet.secret)
        self._local = Local(data / "learners", self._naming)
        self._graves, self._guests = Graves(data), Guests(data)
        self.journal = Log(data / "fleet" / "sync.log")
        self._telling = Telling(data)
        self._known = Known()
        self._settled: dict[str, tuple[Mark, int]] = {}
        """As what a visit was here and at the hub when both were alike."""
        self._waiting: set[str] = set()
        self._buried: set[str] = set()
        self._not_before: dict[str, float] = {}
        self._exchange: Exchange | None = None
        """There while everything that was at the hub is known."""
        self._is_learning = False
        self._learned = asyncio.Event()

    def guests(self) -> set[str]:
        """The names of those who are guests here."""
        return self._guests.all()

    async def run(self, beside: Callable[[Hub], Awaitable[None]] | None = None) -> None:
        """`beside` is what else is done with an open connection.

        Raises OSError if the door cannot be opened, and nothing after that.
        """
        failures = 0
        async with open_desk(self._data / "fleet", self.answer):
            while True:
                try:
                    hub = await connect(self._fleet, self._data)
                except HubAwayError as error:
                    failures += 1
                    self._tell(f"the hub is away: {error}")
                    await asyncio.sleep(WAITS.after(failures))
                    continue
                failures = 0
                try:
                    await self._serve(hub, beside)
                except HubAwayError as error:
                    self._tell(f"the hub was lost: {error}")
                    await asyncio.sleep(WAITS.first)
                finally:
                    self._exchange = None
                    self._is_learning = False
                    self._learned.clear()
                    await hub.close()

    @property
    def is_learned(self) -> bool:
        """Whether all that the hub has is known."""
        return self._exchange is not None

    def knows_forgotten(self, grave: str) -> bool:
        """Whether it was heard that this visit is to be forgotten."""
        return grave in self._known.gone

    async def answer(self, ask: str, code: str) -> str:
        """What a kiosk is told that asks for a code. Raises nothing."""
        if self._is_learning and self._exchange is None:
            with suppress(TimeoutError):
                async with asyncio.timeout(IN_A_PRESS):
                    await self._learned.wait()
        if (exchange := self._exchange) is None:
            return "unreachable"
        name = self._naming.of_code(code)
        try:
            if ask == "bring":
                return await exchange.bring(code, self._guests.welcome)
            self._guests.see(name)
            try:
                found = newest(names_of(self._local.folder, code))[1]
            except NoSuchLearner:  # it went just now
                return "forgotten" if self._known.is_named_gone(name) else "gone"
            return "forgotten" if exchange.is_gone(name, found.learner.created) else "yes"
        except (HubAwayError, ProgressError, OSError):
            return "unreachable"
        except CourseError as error:
            self.journal.say(str(error))
            return "unreachable"

    async def _serve(self, hub: Hub, beside: Callable[[Hub], Awaitable[None]] | None) -> None:
        """Share everything for as long as the connection is open. Raises HubAwayError."""
        self._is_learning = True
        self._known.revisions.clear()
        # First who was forgotten: nobody else may be shown what is left of them.
        await hub.follow(GONE, self._hear_of_grave)
        exchange = Exchange(hub, self._local, self._known, self._naming, self._seal)
        self._look()
        self._buried |= {name for name in self._local.marks if self._known.is_named_gone(name)}
        await self._bury(exchange)
        await hub.follow(VISITS, self._hear_of_visit, values=False)
        self._waiting |= self._local.marks.keys()
        chores = asyncio.ensure_future(beside(hub)) if beside else None
        try:
            while hub.is_open:
                await self._bury(exchange)
                await self._share_all(exchange)
                if chores and chores.done():
                    chores.result()
                await asyncio.sleep(LOOK_EVERY)
        finally:
            if chores:
                chores.cancel()
                await asyncio.wait([chores], timeout=ENDS_IN)
                if chores.done() and not chores.cancelled():
                    # Asked for, so that asyncio does not tell of it once more.
                    chores.exception()
        raise HubAwayError("closed")

    async def _bury(self, exchange: Exchange) -> None:
        """Have all who are forgotten gone; then it is known who may be shown."""
        try:
            for grave in list(self._graves.all()):
                self._look()
                await exchange.bury(grave)
                self._graves.close(grave)
            while self._buried:
                await exchange.remove(name := next(iter(self._buried)))
                self._buried.discard(name)
            self._exchange = exchange
            self._learned.set()
        except (ProgressError, OSError, CourseError) as error:
            self.journal.error("who was forgotten could not be removed", error)

    async def _share_all(self, exchange: Exchange) -> None:
        self._look()
        waiting = iter(list(self._waiting))
        while some := list(islice(waiting, AT_ONCE)):
            await asyncio.gather(*(self._share(exchange, name) for name in some))
        self._let_guests_go(exchange)
        self._tell("")

    def _look(self) -> None:
        """Find what has changed here. Raises nothing."""
        try:
            changed = self._local.changed()
        except OSError as error:
            self.journal.error("the visits cannot be looked through", error)
            return
        self._waiting |= changed
        for name in changed:
            self._guests.see(name)
            if self._known.is_named_gone(name):
                self._buried.add(name)

    async def _share(self, exchange: Exchange, name: str) -> None:
        mark = self._local.marks.get(name)
        if mark is None:
            self._waiting.discard(name)
            self._settled.pop(name, None)
            return
        if self._settled.get(name) == (mark, self._known.revisions.get(name, 0)):
            self._waiting.discard(name)
            return
        if time.monotonic() < self._not_before.get(name, 0.0):
            return
        self._not_before.pop(name, None)
        try:
            revision = await exchange.share(name, self._keep_days)
        except NoSuchLearner:
            return
        except (ProgressError, OSError, CourseError) as error:
            self.journal.error("a visit could not be shared", error)
            revision = None
        if revision is None:
            self._not_before[name] = time.monotonic() + AGAIN
            return
        self._known.revisions[name] = max(revision, self._known.revisions.get(name, 0))
        self._settled[name] = (mark, revision)

    def _let_guests_go(self, exchange: Exchange) -> None:
        with suppress(OSError, ProgressError):
            for name in self._guests.gone():
                if name not in self._waiting:
                    exchange.drop(name)
                    self._guests.part(name)

    def _hear_of_grave(self, entry: Entry) -> None:
        self._known.bury(entry.key)
        if (name := name_in(entry.key)) in self._local.marks:
            self._buried.add(name)

    def _hear_of_visit(self, entry: Entry) -> None:
        name = entry.key
        self._known.revisions[name] = max(entry.revision, self._known.revisions.get(name, 0))
        if name in self._local.marks:
            self._waiting.add(name)
        if self._known.is_named_gone(name) and not entry.is_removed:
            self._buried.add(name)

    def _tell(self, trouble: str) -> None:
        state = State(
            learned=self._exchange is not None,
            waiting=len(self._waiting) + sum(1 for _ in self._graves.all()),
            guests=len(self._guests.all()),
            trouble=trouble,
        )
        if self._telling.tell(state) and trouble:
            self.journal.say(trouble)
