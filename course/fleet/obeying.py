"""What a kiosk does about the orders of its keeper, and how far it is with them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from course import durable
from course.fleet import packages
from course.fleet.hub import Hub
from course.fleet.orders import CONTENT, Command, Content, opened
from course.fleet.settings import Fleet
from course.kiosk import machine
from course.kiosk.log import Log
from course.kiosk.settings import Settings
from course.kiosk.updates.places import Places

ORDERS = "orders"
_MOST = 1_000


class _Done(Struct, frozen=True):
    content: int = 0
    """The number of the last order about the course that was heeded."""
    command: int = 0
    digest: str = ""
    """Of the course that came last."""


class Obeying:
    """The orders to one kiosk. What came of a course, its own check says: `modules.report`."""

    def __init__(self, fleet: Fleet, data: Path, log: Log) -> None:
        self._fleet = fleet
        self._settings = Settings(data)
        self._places = Places(data)
        self._path = data / "fleet" / "orders.json"
        self._log = log
        self._refused: set[bytes] = set()

    async def obey(self, hub: Hub) -> None:
        """Look for orders, and do what is new in them.

        Raises HubAwayError, OSError; CourseError for a course that is not what was ordered.
        """
        if self._fleet.chain_key is None:
            return
        done = self._read()
        if isinstance(order := await self._order(hub, CONTENT, done.content), Content):
            await self._take(hub, order, done)
        done = self._read()
        command = await self._order(hub, self._fleet.kiosk, done.command + 1)
        if isinstance(command, Command) and command.kiosk == self._fleet.kiosk:
            # Noted first: what is done twice would be worse than what is not done.
            self._write(msgspec.structs.replace(done, command=command.serial))
            self._do(command)

    async def _order(self, hub: Hub, key: str, least: int) -> Content | Command | None:
        entry = await hub.get(ORDERS, key)
        if entry.value is None or entry.value in self._refused:
            return None
        order = opened(entry.value, self._fleet.chain_key or "", self._fleet.clinic)
        if order is None:
            self._refused.add(entry.value)
            self._log.say("an order came that the key of the chain has not signed")
            return None
        if order.serial < least:
            if isinstance(order, Content):
                self._refused.add(entry.value)
                self._log.say("an order came that is older than the last one")
            return None
        return order

    async def _take(self, hub: Hub, order: Content, done: _Done) -> None:
        done = msgspec.structs.replace(done, content=order.serial)
        if order.is_for(self._fleet.kiosk) and order.package.digest != done.digest:
            content = await packages.fetch(hub, order.package)
            packages.unpack(content, order.package, self._places.incoming)
            done = msgspec.structs.replace(done, digest=order.package.digest)
            self._log.say(f"the course {order.package.mark} came")
        if done != self._read():
            self._write(done)

    def _do(self, command: Command) -> None:
        self._log.say(f"the keeper asked for this: {command.do}")
        if command.do == "restart":
            durable.write(self._settings.restart, b"")
        else:
            machine.pause(self._settings, command.do == "pause")

    def _read(self) -> _Done:
        with suppress(msgspec.MsgspecError):
            if (kept := durable.read(self._path, _MOST)) is not None:
                return msgspec.json.decode(kept, type=_Done)
        return _Done()

    def _write(self, done: _Done) -> None:
        durable.write(self._path, msgspec.json.encode(done))
