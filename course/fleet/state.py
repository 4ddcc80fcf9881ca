"""How the sync of a kiosk does: a small file, for staff and for whoever looks from afar."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from course import durable

EVERY = 30.0
"""Seconds after which it is written although nothing else has changed."""
_MOST = 2_000


class State(Struct, frozen=True, kw_only=True):
    """Nothing of it says who did what."""

    learned: bool
    """Whether all that the hub has is known, and the connection is open."""
    waiting: int
    """Visits, and people to be forgotten, that the hub does not know yet as they are here."""
    guests: int
    trouble: str = ""
    last_shared: float = 0.0
    """When everything that was here was at the hub the last time; seconds since 1970."""
    written: float = 0.0
    """When this was written."""


class Telling:
    """Writes the state, now and then and when it turns."""

    def __init__(self, data: Path) -> None:
        self._path = data / "fleet" / "sync.json"
        self._last = read(data) or State(learned=False, waiting=0, guests=0)
        self._at = float("-inf")

    def tell(self, state: State) -> bool:
        """Whether it has turned since it was written last. Raises nothing."""
        now = time.time()
        shared = now if state.learned and not state.waiting else self._last.last_shared
        before = self._last
        has_turned = (state.learned, state.trouble) != (before.learned, before.trouble)
        state = msgspec.structs.replace(state, last_shared=shared, written=now)
        if has_turned or time.monotonic() - self._at >= EVERY:
            self._at = time.monotonic()
            with suppress(OSError):
                durable.write(self._path, msgspec.json.encode(state))
        self._last = state
        return has_turned


def read(data: Path) -> State | None:
    """The state as it was written last; None where there is none, or it cannot be read."""
    with suppress(OSError, msgspec.MsgspecError):
        if (kept := durable.read(data / "fleet" / "sync.json", _MOST)) is not None:
            return msgspec.json.decode(kept, type=State)
    return None
