"""What one run of the bench has found, while the machine was quiet or busy."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.stats import Row

START, EARLY, LEAVING = "start", "press in the first 300 ms", "leaving"
SEEN, UNSEEN = "next, page seen before", "next, page never seen"
PICK, MAP, RESIZE = "pick a card", "open the map", "another size"
ANSWER = "answer, saved"

BARE = "bare app"
LATER = "the same press later"
RAW = "write + fsync"
RAW_AND_TURNS = "write + fsync + 2 bare turns"

TURNS = (SEEN, UNSEEN, PICK, MAP, ANSWER)
"""What a key turns."""

YARDSTICKS = {
    START: BARE,
    EARLY: LATER,
    LEAVING: BARE,
    SEEN: BARE,
    UNSEEN: BARE,
    PICK: BARE,
    MAP: BARE,
    ANSWER: RAW_AND_TURNS,
    RESIZE: BARE,
}


def save(learners: int) -> str:
    """The name of the row for so many learners in the folder."""
    return f"save, {learners:,} learners"


@dataclass
class Modules:
    """What courses of several sizes cost, in milliseconds, by the number of their modules."""

    start: dict[int, list[float]] = field(default_factory=dict)
    first_start: dict[int, list[float]] = field(default_factory=dict)
    """After a change of the files."""
    check: dict[int, list[float]] = field(default_factory=dict)
    yaml: dict[int, list[float]] = field(default_factory=dict)
    """The same files in PyYAML's fastest safe reader, which gives no lines and checks nothing."""


@dataclass
class Held:
    """What the program held after so many turns."""

    turns: int
    megabytes: float
    files: int


@dataclass
class Visits:
    """What a report about so many visits takes."""

    visits: int
    seconds: float
    megabytes: float


@dataclass
class Found:
    """All of it."""

    rows: dict[str, Row] = field(default_factory=dict)
    late_answers: int = 0
    """Answers that were on the screen and not on the disk."""
    late_frames: int = 0
    """Frames that came only after the turn before them was taken to be over."""
    saves: dict[int, float] = field(default_factory=dict)
    """Milliseconds of a save, by the number of learners."""
    modules: Modules = field(default_factory=Modules)
    memory: list[Held] = field(default_factory=list)
    reports: list[Visits] = field(default_factory=list)

    def row(self, what: str) -> Row:
        """The row of this name, made if it is new."""
        return self.rows.setdefault(what, Row(what, YARDSTICKS.get(what, RAW)))
