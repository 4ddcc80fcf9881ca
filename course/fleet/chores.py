"""What a sync does beside visits: it tells how the kiosk does, sends counts, and heeds orders."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from course.errors import CourseError
from course.fleet.counts import COUNTS, sealed
from course.fleet.hub import Hub
from course.fleet.obeying import Obeying
from course.fleet.sealing import Seal
from course.fleet.settings import Fleet
from course.kiosk.log import Log
from course.learners.counts import Counts
from progress.errors import ProgressError

KIOSKS = "kiosks"
EVERY = 10.0
"""Seconds between two looks for orders."""
TELL_EVERY = 60.0
COUNT_EVERY = 3600.0


class Chores:
    """Of one kiosk."""

    def __init__(
        self,
        fleet: Fleet,
        obeying: Obeying,
        status: Callable[[], dict[str, Any]],
        count: Callable[[], tuple[Counts, Counts]],
        log: Log,
    ) -> None:
        """`status` tells how the kiosk does, `count` counts its visits; both may take a while."""
        self._fleet = fleet
        self._obeying = obeying
        self._status = status
        self._count = count
        self._log = log
        self._counted = float("-inf")
        self._told = float("-inf")

    async def run(self, hub: Hub) -> None:
        """Do them again and again. Raises HubAwayError."""
        while True:
            try:
                await self._obeying.obey(hub)
                await self._tell(hub)
                await self._send_counts(hub)
            except (CourseError, ProgressError, OSError) as error:
                self._log.error("a chore could not be done", error)
            await asyncio.sleep(EVERY)

    async def _tell(self, hub: Hub) -> None:
        if time.monotonic() - self._told < TELL_EVERY:
            return
        told = await asyncio.to_thread(self._status)
        await hub.put(KIOSKS, self._fleet.kiosk, json.dumps(told).encode())
        self._told = time.monotonic()

    async def _send_counts(self, hub: Hub) -> None:
        if time.monotonic() - self._counted < COUNT_EVERY:
            return
        kept, gone = await asyncio.to_thread(self._count)
        seal = Seal(self._fleet.secret)
        await hub.put(COUNTS, self._fleet.kiosk, sealed(kept, gone, self._fleet.kiosk, seal))
        self._counted = time.monotonic()
