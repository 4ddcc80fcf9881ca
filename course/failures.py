"""What went wrong and is forgiven with time, counted in a file: a restart forgives nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course import durable

_MOST_BYTES = 200
"""Read at most: what someone else put there cannot fill the memory."""
_KEPT = re.compile(r"((?:[0-9]{1,6}\.[0-9]{3} )+)([0-9]{1,12})\n?")
_BEFORE = re.compile(r"[0-9]{1,6}")
"""What was kept of one count before anything was forgiven."""


@dataclass(frozen=True)
class Count:
    """How one kind of failure is counted."""

    forgiven_every: float
    """Seconds after which one failure is forgiven, at an even pace."""
    most: int
    """So many are counted at most; then all are forgiven after `most` times that."""
    unreadable: int
    """So many it takes for granted where the file cannot be read: somebody tampered with it, or
    the disk is bad."""


class Failures:
    """Failures of one or more kinds, as many of each as are not forgiven yet.

    While this object lives, time goes by `clock`. From one object to the next it goes by `wall`,
    and where that was set back, nothing is forgiven for the time between.
    """

    def __init__(
        self,
        path: Path,
        counts: Sequence[Count],
        clock: Callable[[], float],
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`clock` gives seconds that nobody can set, `wall` those since 1970. Raises nothing."""
        self._path = path
        self._counts = counts
        self._clock, self._wall = clock, wall
        self._levels, since = self._read()
        self._at = clock()
        if since is None or since < 0:
            # From now on, or each restart would find them anew.
            self._write()
        else:
            self._forgive(since)

    @property
    def levels(self) -> tuple[float, ...]:
        """How many of each kind there are now; one that is forgiven in part is a part of one."""
        now = self._clock()
        self._forgive(now - self._at)
        self._at = now
        return tuple(self._levels)

    def add(self, kinds: Collection[int] = (0,)) -> None:
        """Count one failure in each of these kinds, on the disk when this returns.

        Where nothing can be written it is counted in memory.
        """
        levels = self.levels
        for kind in kinds:
            self._levels[kind] = min(levels[kind] + 1, float(self._counts[kind].most))
        self._write()

    def clear(self) -> None:
        """Forgive all of them."""
        self._levels = [0.0] * len(self._counts)
        self._write()

    def _forgive(self, seconds: float) -> None:
        self._levels = [
            max(level - max(seconds, 0.0) / count.forgiven_every, 0.0)
            for level, count in zip(self._levels, self._counts, strict=True)
        ]

    def _read(self) -> tuple[list[float], float | None]:
        """The levels as they were kept, and the seconds since then; None if that is not known."""
        unreadable = [float(count.unreadable) for count in self._counts]
        try:
            content = durable.read(self._path, _MOST_BYTES)
        except OSError:
            return unreadable, None
        if content is None:
            return [0.0] * len(self._counts), 0.0
        text = content.decode("ascii", "replace")
        told, since = text, None
        if kept := _KEPT.fullmatch(text):
            told, since = kept[1], self._wall() - int(kept[2])
        elif not _BEFORE.fullmatch(text):
            return unreadable, None
        levels = [float(each) for each in told.split()]
        if len(levels) != len(self._counts):
            return unreadable, None
        return [min(level, c.most) for level, c in zip(levels, self._counts, strict=True)], since

    def _write(self) -> None:
        levels = "".join(f"{level:.3f} " for level in self._levels)
        with suppress(OSError):
            durable.write(self._path, f"{levels}{max(int(self._wall()), 0)}\n".encode("ascii"))
