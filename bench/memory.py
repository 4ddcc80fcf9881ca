"""What the program holds after thousands of turns to and fro between pages it has shown before."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from bench import programs
from bench.found import Found, Held
from bench.terminal import Terminal
from bench.way import BACK, NEXT, Way

SPAN = 2
"""Pages between the two ends of the way."""
POINTS = 20
"""How often it is looked at in between."""
WARM = 100
"""Turns before it is looked at for the first time: all pages were shown, and nothing is new."""
CALM = 0.05
"""Seconds without a frame after which a turn is over, if it has more than one."""
_RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")


def measure(found: Found, turns: int) -> None:
    """So many turns, as fast as the program goes."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        # Textual waits for the next of so many frames a second; that is not what is asked here.
        arguments = programs.launched("without_bounce", programs.options(data, None))
        with Terminal(arguments, more={"TEXTUAL_FPS": "1000"}) as course:
            course.start()
            way = Way(course, data)
            way.to_the_map()
            way.press(NEXT, leads_to="page")
            for _ in range(SPAN):
                way.step()
            calm = 0.0 if _turn(course, WARM, CALM) == WARM else CALM
            found.memory.append(_held(course.pid, 0))
            for point in range(1, POINTS + 1):
                _turn(course, turns // POINTS, calm)
                # It is lost, and says so, if the keys led to another place.
                way.press(BACK, leads_to="page")
                way.press(NEXT, leads_to="page")
                found.memory.append(_held(course.pid, point * turns // POINTS))


def _turn(course: Terminal, turns: int, calm: float) -> int:
    keys = (BACK if number // SPAN % 2 == 0 else NEXT for number in range(turns))
    return sum(course.tap(key, calm) for key in keys)


def _held(pid: int, turns: int) -> Held:
    process = Path("/proc") / str(pid)
    resident = _RESIDENT.search((process / "status").read_text())
    kilobytes = int(resident[1]) if resident else 0
    return Held(turns, kilobytes / 1024, len(list((process / "fd").iterdir())))
