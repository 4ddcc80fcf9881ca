"""A bad network between one kiosk and the hub: it cuts, hangs, delays, doubles and reorders.

It knows the lines of NATS, so that whole messages are doubled and change places.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from random import Random
from typing import Literal

Mode = Literal["good", "cut", "hang", "delay", "double", "reorder"]
_WITH_CONTENT = (b"PUB ", b"HPUB ", b"MSG ", b"HMSG ")
_LATEST = 0.15
"""Seconds by which a message is late at most."""


class Proxy:
    """Listens on a port of its own. `mode` may be changed at any time."""

    def __init__(self, hub_port: int, rng: Random) -> None:
        self._hub_port = hub_port
        self._rng = rng
        self._mode: Mode = "good"
        self._ways: set[asyncio.StreamWriter] = set()
        self.port = 0
        self.harmed = 0
        """Messages that came late, twice or in another order."""

    @property
    def mode(self) -> Mode:
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._mode = mode
        if mode == "cut":
            for way in self._ways:
                way.close()

    async def start(self) -> None:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=4_000_000)
        self.port = server.sockets[0].getsockname()[1]
        self._server = server

    async def end(self) -> None:
        """Let go of every connection."""
        self._server.close()
        for way in self._ways:
            # What is on its way to one who takes nothing in would keep it open.
            way.transport.abort()
        await asyncio.gather(*(way.wait_closed() for way in self._ways), return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._mode == "cut":
            writer.close()
            return
        try:
            there = await asyncio.open_connection("127.0.0.1", self._hub_port, limit=4_000_000)
        except OSError:
            writer.close()
            return
        ends = (writer, there[1])
        self._ways.update(ends)
        ways = [
            asyncio.ensure_future(self._carry(reader, there[1])),
            asyncio.ensure_future(self._carry(there[0], writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in ways:
                each.cancel()
            for end in ends:
                end.close()
                self._ways.discard(end)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        held = b""
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            while line := await source.readline():
                frame, is_message = line, line.startswith(_WITH_CONTENT)
                if is_message:
                    frame += await source.readexactly(int(line.split()[-1]) + 2)
                while self._mode == "hang":
                    await asyncio.sleep(0.1)
                if self._mode == "delay":
                    self.harmed += 1
                    await asyncio.sleep(self._rng.random() * _LATEST)
                if is_message and self._mode == "double" and self._rng.random() < 0.3:
                    self.harmed += 1
                    frame += frame
                if is_message and self._mode == "reorder" and not held and self._rng.random() < 0.3:
                    self.harmed += 1
                    held = frame
                    continue
                if is_message or self._mode != "reorder":
                    frame, held = frame + held, b""
                target.write(frame)
                await target.drain()
