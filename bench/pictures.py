"""What a page costs that has a picture, beside the same page in a terminal that shows none.

Three programs go the same way, one after the other at each page: one that draws each picture once
it is on show, one that has the time to draw it before, and one whose terminal shows none.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bench import programs
from bench.kept import Place
from bench.starts import SETTLE
from bench.stats import Row
from bench.terminal import PICTURES, Terminal, Turn
from bench.way import BACK, NEXT, NOTHING, Way
from tests.rest import turns

PAGES = 10
CELL = (17, 34)
"""Pixels of a cell at a kiosk."""
RESTS = 0.3
"""Seconds for which a program sleeps that has drawn all that may be on show soon."""
PATIENCE = 60.0
TRIES = 3
"""Presses that lead to the end of a page, at most."""

NEVER_SEEN, DRAWN, SEEN = (
    "page with its picture, never seen",
    "page with its picture, drawn before",
    "page with its picture, seen before",
)
WITHOUT = "the same page without"


@dataclass
class Came:
    """A page that was come to, and come to again if the way back led there."""

    first: Turn
    again: Turn | None


class Walker:
    """One program, led from page to page."""

    def __init__(self, terminal: Terminal, data: Path, *, waits: bool) -> None:
        """`waits`: it is given the time to draw what may be on show soon."""
        self._terminal = terminal
        self._waits = waits
        self._way = Way(terminal, data)
        self.came: dict[Place, Came] = {}

    def start(self) -> None:
        """To the first page, which is not measured."""
        self._terminal.start(SETTLE)
        self._way.to_the_map()
        self._way.press(NEXT, leads_to="page")

    def go_on(self) -> bool:
        """To the next page that was never seen, back and there again; False at the end."""
        while self._way.kind != "finish":
            if self._waits:
                _until_rest(self._terminal.pid)
            step = self._way.step()
            if step.to_new_page:
                place = self._way.place
                self.came[place] = Came(step.turn, self._again(place))
                return True
        return False

    def _again(self, place: Place) -> Turn | None:
        self._way.press(BACK, nothing=NOTHING)
        for _ in range(TRIES):
            step = self._way.press(NEXT, nothing=NOTHING)
            if self._way.place == place:
                return step.turn if step.turn.frames else None
        return None


@dataclass
class Pictures:
    """What was found."""

    rows: Sequence[Row]
    bytes_with: list[int]
    """Of each page with its picture, as it is sent when it was drawn before."""
    bytes_without: list[int]

    @property
    def told(self) -> str:
        """How much is sent, in a line."""
        median, most = statistics.median(self.bytes_with), max(self.bytes_with)
        plain = statistics.median(self.bytes_without)
        return (
            f"{len(self.bytes_with)} pages; a page is {median:,.0f} bytes with its picture, "
            f"{most:,} at most, and {plain:,.0f} without."
        )


def compare(pages: int = PAGES) -> Pictures:
    """So many pages that have a picture, or more."""
    found = Pictures([Row(each, WITHOUT) for each in (NEVER_SEEN, DRAWN, SEEN)], [], [])
    while len(found.bytes_with) < pages:
        before = len(found.bytes_with)
        for _ in _round(found):
            if len(found.bytes_with) >= pages:
                break
        if len(found.bytes_with) == before:
            raise RuntimeError("No page of the course has a picture here.")
    return found


def _round(found: Pictures) -> Iterator[None]:
    """From the beginning of the course to its end, page by page."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:

        def walker(name: str, command: list[str], *, sees: bool, waits: bool = False) -> Walker:
            terminal = Terminal(command, cell=CELL if sees else None)
            return Walker(stack.enter_context(terminal), Path(folder) / name, waits=waits)

        datas = [Path(folder) / name for name in ("late", "drawn", "plain")]
        late = programs.launched("without_ahead", programs.options(datas[0], None))
        walkers = [
            walker("late", late, sees=True),
            walker("drawn", programs.course(datas[1]), sees=True, waits=True),
            walker("plain", programs.course(datas[2]), sees=False),
        ]
        for each in walkers:
            each.start()
        for number in count():
            first = number % len(walkers)
            went = [each.go_on() for each in walkers[first:] + walkers[:first]]
            if not all(went):
                return
            _file(found, walkers)
            yield


def _file(found: Pictures, walkers: Sequence[Walker]) -> None:
    """Take over every page that all have come to."""
    late, drawn, plain = walkers
    for place in set(late.came) & set(drawn.came) & set(plain.came):
        one, two, none = (each.came.pop(place) for each in walkers)
        if not _has_picture(two.first):
            continue
        if not _has_picture(one.first):
            raise RuntimeError(f"The picture of {place} did not come in {PICTURES} s.")
        never_seen, drawn_before, seen = found.rows
        never_seen.add(none.first.ms, one.first.ms)
        never_seen.frames[len(one.first.frames)] += 1
        drawn_before.add(none.first.ms, two.first.ms)
        drawn_before.frames[len(two.first.frames)] += 1
        if two.again and none.again:
            seen.add(none.again.ms, two.again.ms)
            seen.frames[len(two.again.frames)] += 1
        found.bytes_with.append(_bytes(two.first))
        found.bytes_without.append(_bytes(none.first))


def _has_picture(turn: Turn) -> bool:
    return any(frame.has_picture for frame in turn.frames)


def _bytes(turn: Turn) -> int:
    return sum(len(frame.drawn) for frame in turn.frames)


def _until_rest(pid: int) -> None:
    """Wait until a program has slept for a while."""
    end, since = time.monotonic() + PATIENCE, time.monotonic()
    while time.monotonic() - since < RESTS:
        if time.monotonic() > end:
            raise RuntimeError("The program never rests.")
        if turns(pid) is None:
            since = time.monotonic()
        time.sleep(RESTS / 20)
