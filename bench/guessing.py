"""How likely a guesser is to open somebody's visit, and how long an honest person waits meanwhile.

`python -m bench.guessing` sits down at the real reception with real files and plays a day by a
clock of its own. The reception is opened anew before every guess, as by a restart. Whether a guess
hits is not left to luck: at the same moment the codes of some learners are tried, and the share of
them that opens is the chance, out of all codes that there are.

Visits are spread evenly over the days for which they are kept, those of the day itself among them,
as at a kiosk where the same number of people comes every day.
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from unittest import mock

from course.content import loader
from course.visit.guesses import DAY, HOUR, MINUTE, NAME
from course.visit.reception import Reception, ResumeError
from progress import records, snapshot
from progress.codes import new_code
from progress.learners import LearnerStore

TEA = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "tea"
CODES = 10**8
"""The codes that there are: eight digits, and one that follows from them."""
KEPT = 30
"""Days for which a visit is kept."""
OPEN = 10 * HOUR
"""A day at the clinic."""
MORNING = 1_800_000_000.0
"""When the day begins, in seconds since 1970."""
BEFORE = 62
"""Guesses a day, each at all visits, that a count in memory alone let through."""
PROBED = 200
"""Learners whose codes are tried at each guess, at most."""
ARRIVALS = 60
"""Honest people of each kind in a day."""


@dataclass
class Clock:
    """Seconds since the day began."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    def wall(self) -> float:
        return MORNING + self.now


@dataclass
class World:
    """A folder of learners, when each of them was last here, and a reception before it."""

    opened: Callable[[], Reception]
    learners: dict[str, float]
    """Seconds from the beginning of the day, for each code."""
    tries: Path
    clock: Clock

    def seen(self, least: float = 0.0, most: float = KEPT * DAY) -> list[str]:
        """The codes of those who were last here so many seconds ago."""
        now = self.clock.now
        return [code for code, when in self.learners.items() if least <= now - when <= most]

    def refusal(self, code: str) -> str:
        """Type a code; why it does not open, empty if it does."""
        try:
            self.opened().resume(code)
        except ResumeError as error:
            return error.reason
        return ""

    def would_open(self, code: str, kept: bytes) -> bool:
        """Whether a code would open with this kept of the guesses; afterwards it is kept again."""
        self.keep(kept)
        opens = not self.refusal(code)
        self.keep(kept)
        return opens

    def kept(self) -> bytes:
        """What the disk holds of the guesses up to now."""
        return self.tries.read_bytes() if self.tries.exists() else b""

    def keep(self, content: bytes) -> None:
        if content:
            self.tries.write_bytes(content)
        else:
            self.tries.unlink(missing_ok=True)


@contextmanager
def world(count: int, chance: random.Random) -> Iterator[World]:
    """So many learners who came while the clinic was open; in memory, where no disk wears out."""
    course, clock = loader.load(TEA), Clock()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as temporary:
        folder = Path(temporary) / "learners"
        store, learners = LearnerStore(folder), {}
        for _ in range(count):
            when = chance.random() * OPEN - chance.randrange(KEPT) * DAY
            seen = datetime.datetime.fromtimestamp(MORNING + when, datetime.UTC)
            told = records.moment(seen)
            with mock.patch.object(snapshot, "moment", return_value=told):
                learners[store.create("en").code] = when
        yield World(
            lambda: Reception(lambda _: course, ("en",), folder, clock, wall=clock.wall),
            learners,
            folder.parent / NAME,
            clock,
        )


@dataclass
class Day:
    """What became of a day on which somebody guessed for as long as the clinic was open."""

    guesses: int = 0
    chance: float = 0.0
    """That one of them hit."""
    states: list[tuple[float, bytes]] = field(default_factory=list)
    """What the disk held after each guess, and when that was."""


def guessed(world: World, chance: random.Random, seconds: float = OPEN) -> Day:
    """A day with somebody who types a code of nobody's whenever one is taken."""
    day = Day(states=[(0.0, b"")])
    while world.clock.now < seconds:
        kept, known = world.kept(), world.seen()
        if world.refusal(new_code()) == "wait":
            world.clock.now += MINUTE
            continue
        after = world.kept()
        probed = chance.sample(known, min(len(known), PROBED))
        opens = sum(world.would_open(code, kept) for code in probed)
        world.keep(after)
        day.guesses += 1
        day.chance += opens / max(len(probed), 1) * len(known) / CODES
        day.states.append((world.clock.now, after))
        world.clock.now += MINUTE / 10
    return day


WHO = {
    "came earlier on that day": (0.0, OPEN),
    "came on another day of that week": (DAY / 2, 6 * DAY),
    "came longer ago": (7 * DAY, KEPT * DAY),
}


def waits(world: World, day: Day, who: tuple[float, float], chance: random.Random) -> list[float]:
    """Minutes until the code of an honest person opens; the guesser lets them through."""
    found: list[float] = []
    while len(found) < ARRIVALS:
        came = chance.random() * OPEN
        world.clock.now = came
        codes = world.seen(*who)
        if not codes:
            continue
        code = chance.choice(codes)
        kept = [state for when, state in day.states if when <= came][-1]
        least, most = 0, round(DAY / MINUTE)
        while least < most:
            middle = (least + most) // 2
            world.clock.now = came + middle * MINUTE
            if world.would_open(code, kept):
                most = middle
            else:
                least = middle + 1
        found.append(float(least))
    return found


def main() -> None:
    """Play a day with so many learners, and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("learners", type=int, nargs="*", default=[600, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for count in asked.learners:
        chance = random.Random(asked.seed)
        with world(count, chance) as one:
            day = guessed(one, chance)
            before = BEFORE * count / CODES
            print(f"{count} learners: {day.guesses} guesses, a chance of {day.chance:.5%}")
            print(
                f"  before: {BEFORE} guesses, {before:.5%}; now {day.chance / before:.1%} of that"
            )
            for name, who in WHO.items():
                found = sorted(waits(one, day, who, chance))
                print(f"  {name}: {median(found):.0f} minutes, at most {found[-1]:.0f}")


if __name__ == "__main__":
    main()
