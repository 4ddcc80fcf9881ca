"""What happens to one visit between this kiosk and the hub, while a connection is open.

Each step can be broken off anywhere and done again: what is kept is joined and never put in the
place of something else, and who is forgotten is so before anything of them is removed.
"""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from course.fleet.hub import PATIENCE, Hub
from course.fleet.local import Local
from course.fleet.naming import Naming, name_in
from course.fleet.sealing import Seal
from course.visit.elsewhere import Brought
from progress.errors import NoSuchLearner
from progress.learners import LearnerStore
from progress.records import moment
from progress.snapshot import Snapshot
from progress.transfer import join, joined, packed, put, unpacked

VISITS, GONE = "visits", "gone"
"""The buckets: sealed visits by the names of their codes; who was forgotten, by visit."""
IN_A_PRESS = 0.8
"""Seconds that the hub has while a person waits."""
TRIES = 8
"""So often somebody else may be sooner; then it is left for the next round."""


@dataclass
class Known:
    """What was learned of the hub; it outlasts a connection."""

    gone: set[str] = field(default_factory=set)
    """Who was forgotten anywhere."""
    revisions: dict[str, int] = field(default_factory=dict)
    """The last revision of each visit at the hub that was heard of."""

    def __post_init__(self) -> None:
        self._names = set(map(name_in, self.gone))

    def bury(self, grave: str) -> None:
        """One more is forgotten."""
        self.gone.add(grave)
        self._names.add(name_in(grave))

    def is_named_gone(self, name: str) -> bool:
        """Whether any visit of this name was forgotten."""
        return name in self._names


class Exchange:
    """One open connection. Everything raises HubAwayError, and ProgressError where files fail."""

    def __init__(self, hub: Hub, local: Local, known: Known, naming: Naming, seal: Seal) -> None:
        self._hub = hub
        self._local = local
        self._known = known
        self._naming = naming
        self._seal = seal
        self._store = LearnerStore(local.folder)

    def is_gone(self, name: str, created: str) -> bool:
        """Whether the visit that began then was forgotten anywhere."""
        graves = (self._naming.of_visit(name, each) for each in (created, ""))
        return any(grave in self._known.gone for grave in graves)

    async def share(self, name: str, keep_days: int) -> int | None:
        """Bring a visit that is here up to all that is known of it, here and at the hub.

        Gives its revision at the hub then; None if it has to be tried again. Raises
        SealBrokenError.
        """
        for _ in range(TRIES):
            here = await asyncio.to_thread(self._local.read, name)
            entry = await self._hub.get(VISITS, name)
            there = None if entry.value is None else self._open(name, entry.value)
            if entry.value is None and entry.revision and not self._known.is_named_gone(name):
                # It was removed because somebody was forgotten; who, is still on its way here.
                return None
            visit = here or there
            if visit is None or (here and there and not _are_one(here, there)):
                # Nothing sound is anywhere; or the code was given twice in time: each keeps theirs.
                return entry.revision
            if self.is_gone(name, visit.learner.created):
                await self.remove(name)
                return entry.revision
            if there is None and _is_over(visit, keep_days):
                return entry.revision
            both = joined(there, here) if here and there else visit
            revision: int | None = entry.revision
            if both != there:
                sealed = self._seal.close(packed(both), name)
                revision = await self._hub.put_after(VISITS, name, sealed, entry.revision)
            if revision is None:
                continue
            if self.is_gone(name, both.learner.created):
                await self.remove(name)
            elif both != here and (code := self._local.code(name)):
                with suppress(NoSuchLearner):
                    await asyncio.to_thread(join, self._local.folder, code, both)
            return revision
        return None

    async def bring(self, code: str, arriving: Callable[[str], None]) -> Brought:
        """Have a visit from the hub in the folder; `arriving` is told its name before it is there.

        Raises SealBrokenError.
        """
        name = self._naming.of_code(code)
        entry = await self._hub.get(VISITS, name, IN_A_PRESS)
        if entry.value is None:
            return "nobody"
        there = self._open(name, entry.value)
        if self.is_gone(name, there.learner.created):
            return "nobody"
        arriving(name)
        await asyncio.to_thread(put, self._local.folder, code, there)
        # Somebody may have been forgotten while it was written.
        if self.is_gone(name, there.learner.created):
            await asyncio.to_thread(self._forget, code)
            return "nobody"
        return "brought"

    async def bury(self, grave: str) -> None:
        """Tell every kiosk that somebody is forgotten; then remove what is kept of them."""
        await self._hub.put(GONE, grave, b"")
        self._known.bury(grave)
        await self.remove(name_in(grave))

    async def remove(self, name: str) -> None:
        """Remove what was forgotten under a name, here and at the hub. Raises SealBrokenError."""
        here = await asyncio.to_thread(self._local.read, name)
        code = self._local.code(name)
        if code and here and self.is_gone(name, here.learner.created):
            await asyncio.to_thread(self._forget, code)
        entry = await self._hub.get(VISITS, name, PATIENCE)
        if entry.value is not None:
            there = self._open(name, entry.value)
            if self.is_gone(name, there.learner.created):
                await self._hub.remove_after(VISITS, name, entry.revision)

    def drop(self, name: str) -> None:
        """Let go of a guest's copy here; the hub has all of it."""
        if code := self._local.code(name):
            self._forget(code)

    def _forget(self, code: str) -> None:
        with suppress(NoSuchLearner):
            self._store.forget(code)

    def _open(self, name: str, sealed: bytes) -> Snapshot:
        return unpacked(self._seal.open(sealed, name))


def _are_one(here: Snapshot, there: Snapshot) -> bool:
    return here.learner.created == there.learner.created


def _is_over(visit: Snapshot, keep_days: int) -> bool:
    """Whether the clinic's days are over; of whose time is not believed, nothing can be said."""
    old = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=keep_days)
    return visit.learner.clock == "believed" and visit.learner.last_seen < moment(old)
