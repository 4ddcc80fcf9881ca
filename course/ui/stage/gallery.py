"""The pictures that were drawn, and a thread that draws those that are wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

FRAME = 0.03
"""Seconds until the frame of a page is out; to draw its picture holds up everything else."""
MOST = 96
"""Pictures that are kept; the one that was not asked for the longest goes first."""


class Wanted(NamedTuple):
    """A picture that can be drawn."""

    key: tuple[Hashable, ...]
    """By what it is known again."""
    draw: Callable[[int], str]
    """Draws it, under a number of its own; called from a thread. Empty if it cannot be drawn."""
    passing: bool = False
    """Whether it is kept no longer than it is on show."""


class Ready(NamedTuple):
    """A picture that was drawn."""

    text: str
    """For the terminal, with the cursor where it begins; empty if it could not be drawn."""
    number: int


class Gallery:
    """Keeps pictures. Nobody waits for one: it is there, or it comes."""

    def __init__(self, came: Callable[[], object]) -> None:
        """`came` is called from a thread when a picture was drawn that is on show."""
        self._tell = came
        self._kept: dict[Hashable, Ready] = {}
        self._shown: list[Wanted] = []
        self._on_show: frozenset[Hashable] = frozenset()
        self._passing: set[Hashable] = set()
        self._later: Iterator[Sequence[Wanted]] | None = None
        self._soon: list[Wanted] = []
        self._count = 0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def show(self, wanted: Iterable[Wanted]) -> list[Ready | None]:
        """The pictures that are on show from now on; those that are not there yet are drawn."""
        with self._lock:
            found = [(each, self._kept.pop(each.key, None)) for each in wanted]
            self._kept |= {each.key: drawn for each, drawn in found if drawn is not None}
            self._shown = [each for each, drawn in found if drawn is None]
            self._on_show = frozenset(each.key for each, _ in found)
            for gone in self._passing - self._on_show:
                self._kept.pop(gone, None)
            self._passing = {each.key for each, _ in found if each.passing}
            self._begin()
        return [drawn for _, drawn in found]

    def prepare(self, later: Iterator[Sequence[Wanted]]) -> None:
        """Draw what may be on show soon, as long as nothing is wanted now."""
        with self._lock:
            self._later, self._soon = later, []
            self._begin()

    def rest(self) -> None:
        """Leave the machine to a person: nothing is drawn that is not on show."""
        with self._lock:
            self._later, self._soon = None, []

    def _begin(self) -> None:
        if self._thread is None and (self._shown or self._later):
            self._thread = threading.Thread(target=self._work, name="pictures", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        time.sleep(FRAME)
        while (wanted := self._next()) is not None:
            drawn = Ready(_drawn(wanted, self._count), self._count)
            with self._lock:
                if not wanted.passing or wanted.key in self._on_show:
                    self._kept[wanted.key] = drawn
                gone = [key for key in self._kept if key not in self._on_show]
                for key in gone[: max(len(self._kept) - MOST, 0)]:
                    del self._kept[key]
                is_shown = any(each.key == wanted.key for each in self._shown)
                self._shown = [each for each in self._shown if each.key != wanted.key]
            if is_shown:
                self._tell()

    def _next(self) -> Wanted | None:
        """What to draw next; None once there is nothing, and the thread ends."""
        while True:
            with self._lock:
                for each in (*self._shown, *self._soon):
                    if each.key not in self._kept:
                        self._count += 1
                        return each
                self._soon, later = [], self._later
                if later is None:
                    self._thread = None
                    return None
            soon = _following(later)
            with self._lock:
                if self._later is later:
                    self._soon = list(soon or ())
                    self._later = None if soon is None else later


def _following(later: Iterator[Sequence[Wanted]]) -> Sequence[Wanted] | None:
    # What cannot be looked at beforehand is drawn when it is on show.
    try:
        return next(later, None)
    except Exception:
        return None


def _drawn(wanted: Wanted, number: int) -> str:
    # A page without its picture is better than no page. What ends the renderer may be no Exception.
    try:
        return wanted.draw(number)
    except BaseException:
        return ""
