"""Learning what a hub has, where the hub is slow."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from course.fleet import hub
from course.fleet.hub import Entry, Hub

LIMIT = 20.0
"""Seconds; a guard, not a measurement."""


class Slow:
    """A client, its stream and what it follows: all that is asked of it while it tells what it has
    comes to nothing."""

    is_connected = True
    num_pending = 1

    def __init__(self) -> None:
        self.asked = 0
        self.tell: Any = None
        self.asked_again = asyncio.Event()

    def jetstream(self, **_: Any) -> Slow:
        return self

    async def subscribe(self, *_: Any, cb: Any, **__: Any) -> Slow:
        self.tell = cb
        return self

    async def consumer_info(self) -> Slow:
        self.asked += 1
        if self.asked > 1:
            if self.asked > 3:
                self.asked_again.set()
            await asyncio.Event().wait()
        return self


class Message:
    """The last of a bucket."""

    subject = "$KV.visits.name"
    data = b"value"
    headers = None
    metadata = SimpleNamespace(num_pending=0, sequence=SimpleNamespace(stream=7))

    async def ack(self) -> None:
        pass


async def test_whoever_learns_from_a_slow_hub_does_not_begin_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hub, "PATIENCE", 0.1)
    slow = Slow()
    heard: list[Entry] = []
    client: Any = slow
    following = asyncio.ensure_future(Hub(client).follow("visits", heard.append))
    async with asyncio.timeout(LIMIT):
        await slow.asked_again.wait()
        await slow.tell(Message())
        await following
    assert heard == [Entry("name", b"value", 7)]
