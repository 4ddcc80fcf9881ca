"""What a key costs: both programs side by side, each key of one followed by one of the other."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import kept, programs
from bench.found import ANSWER, MAP, PICK, RESIZE, SEEN, UNSEEN, Found
from bench.starts import SETTLE
from bench.terminal import SIZE, Terminal, Turn
from bench.way import BACK, NEXT, Step, Way

SECOND_MODULE = "2"
OTHER_SIZE = (112, 31)
SPAN = 3
"""Over so many pages the way leads to and fro."""


def collect_texts(into: Path) -> None:
    """Write what the course shows on its first screen and pages, for the bare app to show."""
    with tempfile.TemporaryDirectory() as data, Terminal(programs.course(Path(data))) as course:
        course.start()
        texts = [_text(course)]
        way = Way(course, Path(data))
        way.to_the_map()
        way.press(NEXT, leads_to="page")
        for _ in range(SPAN):
            texts.append(_text(course))
            way.step()
    into.write_text("\f".join(texts), encoding="utf-8")


def _text(course: Terminal) -> str:
    return "\n".join(row.rstrip() for row in course.rows())


class Round:
    """One run of each program, from the first screen on."""

    def __init__(self, bare: Terminal, course: Terminal, data: Path, found: Found) -> None:
        self._bare = bare
        self._course = course
        self._data = data
        self._found = found
        self._way = Way(course, data)

    def run(self, times: int, onward: int) -> None:
        """Everything so many times, and so many keys on through pages and questions."""
        self._way.to_the_map()
        for _ in range(times // 2):
            self._file(PICK, self._way.press(SECOND_MODULE, leads_to="page").turn)
            self._file(MAP, self._way.press(BACK, leads_to="map").turn)
        self._way.press(NEXT, leads_to="page")
        for _ in range(SPAN):
            self._file_step(self._way.step())
        for number in range(times * 4):
            key = BACK if number // SPAN % 2 == 0 else NEXT
            self._file(SEEN, self._way.press(key, leads_to="page").turn)
        for _ in range(onward):
            if self._way.kind == "finish":
                break
            self._file_step(self._way.step())
        for number in range(times):
            size = SIZE if number % 2 else OTHER_SIZE
            self._add(RESIZE, self._bare.resize(size).ms, self._course.resize(size))

    def _file_step(self, step: Step) -> None:
        if step.to_new_page:
            self._file(UNSEEN, step.turn)
        elif step.answered:
            raw = kept.raw_save(self._data / "raw", kept.content(self._data))
            self._add(ANSWER, raw + 2 * self._bare_turn(), step.turn)
            self._found.late_answers += step.late

    def _file(self, what: str, turn: Turn) -> None:
        self._add(what, self._bare_turn(), turn)

    def _bare_turn(self) -> float:
        return self._bare.press(NEXT).ms

    def _add(self, what: str, yard: float, turn: Turn) -> None:
        row = self._found.row(what)
        row.add(yard, turn.ms)
        row.frames[len(turn.frames)] += 1


def measure(found: Found, texts: Path, rounds: int, times: int, onward: int) -> None:
    """Rounds, each with programs newly started."""
    for _ in range(rounds):
        with (
            tempfile.TemporaryDirectory() as data,
            Terminal(programs.bare(texts)) as bare,
            Terminal(programs.course(Path(data))) as course,
        ):
            bare.start()
            course.start(SETTLE)
            Round(bare, course, Path(data), found).run(times, onward)
            found.late_frames += course.late
