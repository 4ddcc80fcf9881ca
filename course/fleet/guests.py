"""Visits that were brought here from another kiosk: their own one counts them, and keeps them.

A copy stays while its person may still be here; then it is let go, and the hub has it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from course import durable

STAY = 12 * 3600.0
"""Seconds without a change or a question after which a guest has gone."""
_NAME = re.compile(r"[0-9a-f]{32}")


class Guests:
    """A file for each, under its name at the hub. Raises OSError as it comes."""

    def __init__(self, data: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = data / "fleet" / "guests"
        self._clock = clock
        self._since: dict[str, float] = {}

    def welcome(self, name: str) -> None:
        """One is about to be brought."""
        durable.write(self._folder / name, b"")
        self._since[name] = self._clock()

    def see(self, name: str) -> None:
        """Somebody is here still."""
        if name in self._since:
            self._since[name] = self._clock()

    def all(self) -> set[str]:
        """Everyone who is here as a guest."""
        found = set()
        with suppress(FileNotFoundError):
            found = {each.name for each in self._folder.iterdir() if _NAME.fullmatch(each.name)}
        now = self._clock()
        self._since = {name: self._since.get(name, now) for name in found}
        return found

    def gone(self) -> list[str]:
        """Those who have been silent for long enough."""
        now = self._clock()
        return [name for name in self.all() if now - self._since[name] >= STAY]

    def part(self, name: str) -> None:
        """One was let go."""
        durable.remove(self._folder / name)
        self._since.pop(name, None)
