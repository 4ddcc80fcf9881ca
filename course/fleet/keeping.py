"""What the keeper of a fleet does at the hub: orders that they sign, and a look at all kiosks."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace
from nacl.signing import SigningKey

from course.errors import CourseError
from course.fleet import packages
from course.fleet.chores import KIOSKS
from course.fleet.hub import Entry, Hub
from course.fleet.obeying import ORDERS
from course.fleet.orders import CONTENT, Command, Content, opened, sign
from course.fleet.settings import Fleet

Do = Literal["pause", "resume", "restart"]


class Keeper:
    """Whoever has the key of the chain, at the hub of one clinic."""

    def __init__(self, hub: Hub, fleet: Fleet, key: SigningKey) -> None:
        self._hub = hub
        self._fleet = fleet
        self._key = key

    async def publish(self, modules: Path, to: Iterable[str], share: int) -> Content:
        """Send a course, and order it for these kiosks and a share of all.

        Raises HubAwayError, CourseError if it is no course.
        """
        package, content = packages.packed(modules)
        await packages.send(self._hub, package, content)
        last = await self._content()
        before = last.package if last else None
        if before == package and last:
            before = last.before
        return await self._order(
            Content(
                serial=_serial(last),
                clinic=self._fleet.clinic,
                package=package,
                before=before,
                to=tuple(to),
                share=share,
            )
        )

    async def widen(self, share: int, to: Iterable[str]) -> Content:
        """Have more kiosks take the course that was ordered last; it is held no longer."""
        last = await self._ordered()
        everyone = tuple(dict.fromkeys((*last.to, *to)))
        return await self._order(
            replace(
                last, serial=_serial(last), to=everyone, share=max(share, last.share), held=False
            )
        )

    async def hold(self) -> Content:
        """Have nobody take it for now; who has it keeps it."""
        last = await self._ordered()
        return await self._order(replace(last, serial=_serial(last), held=True))

    async def roll_back(self) -> Content:
        """Have all kiosks take the course that was ordered before the last one.

        Raises CourseError if there was none.
        """
        last = await self._ordered()
        if last.before is None:
            raise CourseError("No course was ordered before this one. Publish one.")
        return await self._order(
            replace(
                last,
                serial=_serial(last),
                package=last.before,
                before=last.package,
                share=100,
                held=False,
            )
        )

    async def command(self, kiosk: str, do: Do) -> None:
        """Have a kiosk do something as soon as nobody is there."""
        entry = await self._hub.get(ORDERS, kiosk)
        last = self._opened(entry)
        order = Command(serial=_serial(last), clinic=self._fleet.clinic, kiosk=kiosk, do=do)
        await self._hub.put(ORDERS, kiosk, sign(order, self._key))

    async def _content(self) -> Content | None:
        found = self._opened(await self._hub.get(ORDERS, CONTENT))
        return found if isinstance(found, Content) else None

    async def _ordered(self) -> Content:
        if (found := await self._content()) is None:
            raise CourseError("No course was ordered for this clinic yet. Publish one.")
        return found

    def _opened(self, entry: Entry) -> Content | Command | None:
        if entry.value is None or self._fleet.chain_key is None:
            return None
        return opened(entry.value, self._fleet.chain_key, self._fleet.clinic)

    async def _order(self, order: Content) -> Content:
        await self._hub.put(ORDERS, CONTENT, sign(order, self._key))
        return order


async def told(hub: Hub) -> dict[str, dict[str, Any]]:
    """What each kiosk of the clinic told of itself last. Raises HubAwayError."""
    found: dict[str, dict[str, Any]] = {}

    def hear(entry: Entry) -> None:
        if entry.value is not None:
            state = json.loads(entry.value)
            if isinstance(state, dict):
                found[entry.key] = state

    await hub.follow(KIOSKS, hear)
    return found


def _serial(last: Content | Command | None) -> int:
    # Larger than the last one even if somebody has removed that from the hub.
    return max(int(time.time()), last.serial + 1 if last else 0)
