"""2,000 simulated visits: no reset comes late, none is missed, none hits a person who is there."""

from __future__ import annotations

import random
import time
from collections import deque
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from course.kiosk.policy import presence as policy
from course.kiosk.policy.presence import HELD, REPEATS, Presence, Stage, Times, boot_time

TIMES = Times(idle=90, answer=30, told=20, longest=1800)
WHOLE = 120.0
TICK = 1.0
HOUR = 3600.0


@dataclass
class Clock:
    """Seconds since the machine started."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def go(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Happening:
    at: float
    key: str
    counts: bool = True


def now(presence: Presence) -> Stage:
    """The stage, asked anew each time."""
    return presence.stage


def follow(happenings: list[Happening], sleep: tuple[float, float], until: float) -> float | None:
    """Run a visit tick by tick as the screen does; gives the second at which it was over.

    `sleep` is when the machine sleeps and for how long: then nothing ticks.
    """
    clock = Clock()
    start = clock.now
    presence = Presence(TIMES, clock)
    presence.begin()
    waiting = deque(sorted(happenings, key=lambda each: each.at))
    asleep_from, asleep_for = sleep
    tick = 0.0
    while tick < until:
        tick += TICK
        if asleep_from < tick <= asleep_from + asleep_for:
            continue
        while waiting and waiting[0].at <= tick:
            one = waiting.popleft()
            clock.go(max(start + one.at - clock.now, 0.0))
            presence.sign(one.key)
        clock.go(start + tick - clock.now)
        if now(presence) is Stage.OVER:
            return tick
    return None


def expected(happenings: list[Happening], until: float) -> float | None:
    """When the visit should be over, told from the signs of a person alone."""
    last = 0.0
    for each in sorted(happenings, key=lambda each: each.at):
        if each.at - last >= WHOLE:
            break
        if each.counts and each.at < TIMES.longest:
            last = each.at
    over = min(last + WHOLE, TIMES.longest + TIMES.told)
    return over if over <= until else None


def silence(chance: random.Random) -> list[Happening]:
    return [Happening(chance.uniform(0, 80), "enter")]


def reader(chance: random.Random) -> list[Happening]:
    """Presses the same key again and again, as whoever reads does; then leaves."""
    at, found = 0.0, []
    for _ in range(chance.randint(1, 90)):
        at += chance.uniform(HELD, 85)
        found.append(Happening(at, "9"))
    return found


def jitter(chance: random.Random) -> list[Happening]:
    """A pointer that trembles is never told to presence: only what presses is."""
    return reader(chance)[:3]


def book(chance: random.Random) -> list[Happening]:
    """A key held for an hour from some moment on."""
    found = reader(chance)[:5]
    start = found[-1].at + 10
    rate = chance.choice([0.03, 0.1, 0.5])
    held = [Happening(start + n * rate, "space", n < REPEATS) for n in range(int(600 / rate))]
    return found + held


def last_second(chance: random.Random) -> list[Happening]:
    """Comes back again and again just before everything would go."""
    at, found = 0.0, []
    for _ in range(chance.randint(1, 20)):
        at += WHOLE - chance.choice([0.01, 0.3, 0.9])
        found.append(Happening(at, chance.choice(["enter", "click", "9"])))
    return found


def endless(chance: random.Random) -> list[Happening]:
    """Never stops; the longest visit ends it."""
    at, found = 0.0, []
    while at < HOUR:
        at += chance.uniform(1, 60)
        found.append(Happening(at, chance.choice("123456789")))
    return found


KINDS = [silence, reader, jitter, book, last_second, endless]
VISITS = 2000


@pytest.mark.parametrize("part", range(8))
def test_2000_visits_end_neither_late_nor_early(part: int) -> None:
    for seed in range(part, VISITS, 8):
        chance = random.Random(seed)
        happenings = KINDS[seed % len(KINDS)](chance)
        until = HOUR
        due = expected(happenings, until)
        over = follow(happenings, (0.0, 0.0), until)
        assert due is not None, seed
        assert over is not None, seed
        assert due <= over <= due + TICK, (seed, KINDS[seed % len(KINDS)].__name__)


@pytest.mark.parametrize("seed", range(200))
def test_suspend_for_an_hour_ends_the_visit_at_the_first_tick(seed: int) -> None:
    chance = random.Random(seed)
    asleep_from = round(chance.uniform(1, 110))
    over = follow([Happening(asleep_from + HOUR + 0.1, "9")], (asleep_from, HOUR), 2 * HOUR)
    assert over == asleep_from + HOUR + TICK


@pytest.mark.parametrize("seconds", [-365 * 86400.0, 365 * 86400.0, -1.0])
def test_the_wall_clock_moves_nothing(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, ahead = Clock(), 1_700_000_000.0

    def told(which: int) -> float:
        return clock.now if which == time.CLOCK_BOOTTIME else clock.now + ahead

    clocks = SimpleNamespace(
        CLOCK_BOOTTIME=time.CLOCK_BOOTTIME,
        CLOCK_REALTIME=time.CLOCK_REALTIME,
        clock_gettime=told,
        time=lambda: told(time.CLOCK_REALTIME),
    )
    monkeypatch.setattr(policy, "time", clocks)
    presence = Presence(TIMES)
    presence.begin()
    clock.go(89)
    ahead += seconds
    assert now(presence) is Stage.ACTIVE
    clock.go(1)
    assert now(presence) is Stage.ASKING


def test_production_counts_suspend() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= boot_time() <= time.clock_gettime(time.CLOCK_BOOTTIME)
    assert Presence(TIMES).stage is Stage.NOBODY


def test_the_stages_one_after_the_other() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    assert now(presence) is Stage.NOBODY
    presence.begin()
    seen = []
    for _ in range(121):
        seen.append(presence.stage)
        clock.go(1)
    assert [seen.count(stage) for stage in (Stage.ACTIVE, Stage.ASKING)] == [90, 30]
    assert seen[-1] is Stage.OVER
    presence.end()
    assert now(presence) is Stage.NOBODY


@pytest.mark.parametrize("after", [90, 119.9])
def test_the_answer_does_nothing_else(after: float) -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    clock.go(after)
    assert not presence.sign("9")
    assert now(presence) is Stage.ACTIVE
    clock.go(1)
    assert presence.sign("9")


def test_who_comes_when_all_is_over_is_somebody_else() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    clock.go(WHOLE)
    assert not presence.sign("9")
    assert now(presence) is Stage.OVER


def test_nothing_leads_back_after_the_longest_visit() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    for _ in range(30):
        clock.go(60)
        presence.sign("click")
    assert now(presence) is Stage.ENDING
    assert not presence.sign("click")
    clock.go(19.9)
    assert now(presence) is Stage.ENDING
    clock.go(0.1)
    assert now(presence) is Stage.OVER


def test_a_held_key_stops_doing_things() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    did = []
    for _ in range(200):
        clock.go(0.03)
        did.append(presence.sign("down"))
    assert did == [True] * REPEATS + [False] * (200 - REPEATS)
    clock.go(HELD)
    assert presence.sign("down")
    assert presence.sign("up")


def test_a_book_does_not_answer_for_a_person() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    while now(presence) is not Stage.OVER:
        clock.go(0.04)
        presence.sign("enter")
        assert clock.now < 1000 + WHOLE + REPEATS * 0.04 + 0.1


def test_who_is_read_to_is_there_for_a_while() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    since = clock.now
    while clock.now - since < TIMES.listens:
        clock.go(20)
        presence.listens()
        assert now(presence) is Stage.ACTIVE
    while now(presence) is Stage.ACTIVE:
        clock.go(1)
        presence.listens()
    assert now(presence) is Stage.ASKING
    assert clock.now - since <= TIMES.listens + TIMES.idle


def test_a_voice_answers_for_nobody() -> None:
    clock = Clock()
    presence = Presence(TIMES, clock)
    presence.begin()
    clock.go(TIMES.idle)
    presence.listens()
    assert now(presence) is Stage.ASKING
    assert not presence.sign("enter")
    clock.go(TIMES.idle - 1)
    presence.listens()
    clock.go(TIMES.idle - 1)
    assert now(presence) is Stage.ACTIVE
