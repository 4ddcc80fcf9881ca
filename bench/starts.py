"""What a start costs, how soon the first key is answered, and what leaving costs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import programs
from bench.found import EARLY, LEAVING, START, Found
from bench.stats import Row
from bench.terminal import Terminal
from bench.way import START as FIRST_KEY

SETTLE = 0.4
"""Seconds without a frame after which no other is expected that belongs to a start."""
LATER = 1.0
"""Seconds after the first frame, when everything is done that a start leaves for later."""
EARLY_FOR = 0.3
"""Seconds after the first frame in which a press is early."""


def measure(found: Found, texts: Path, rounds: int) -> None:
    """So many starts of each kind, taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        course = programs.course(Path(folder))
        bare = programs.bare(texts)
        for number in range(rounds):
            after = EARLY_FOR * number / max(rounds - 1, 1)
            # Whoever comes second finds the machine as the first one left it.
            order = (bare, course) if number % 2 else (course, bare)
            times = {id(arguments): _start_and_leave(arguments) for arguments in order}
            for row, ours, theirs in zip(
                (START, LEAVING), times[id(course)], times[id(bare)], strict=True
            ):
                found.row(row).add(theirs, ours)
            found.row(EARLY).add(_first_press(course, LATER), _first_press(course, after))


def compare_extras(rounds: int) -> tuple[Row, Row]:
    """The first frame and the first press after it: with the extras beside without them."""
    start = Row("start, with the extras", "without them")
    press = Row("first press, with the extras", "without them")
    with tempfile.TemporaryDirectory() as folder:
        course = programs.course(Path(folder))
        without = programs.launched("without_extras", course[1:])
        for number in range(rounds):
            order = (without, course) if number % 2 else (course, without)
            times = {id(each): _start_and_press(each) for each in order}
            for row, ours, theirs in zip(
                (start, press), times[id(course)], times[id(without)], strict=True
            ):
                row.add(theirs, ours)
    return start, press


def _start_and_press(arguments: list[str]) -> tuple[float, float]:
    with Terminal(arguments) as program:
        return program.start(SETTLE), program.shown(FIRST_KEY, SETTLE)


def _start_and_leave(arguments: list[str]) -> tuple[float, float]:
    with Terminal(arguments) as program:
        return program.start(SETTLE), program.leave()


def _first_press(arguments: list[str], after: float) -> float:
    with Terminal(arguments) as program:
        program.until_drawn(after)
        return program.shown(FIRST_KEY, SETTLE)
