"""Has each phrase of a course spoken once, in every language that has a natural voice."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct

from course.clinic import Clinic
from course.content.compiled import Edition
from course.speech import pronunciations
from course.speech.pace import PACES, Pace
from course.speech.recorded import encoder, engines, samples, store
from course.speech.recorded.engines import Engine
from course.speech.recorded.samples import Samples
from course.speech.recorded.script import phrases
from course.speech.recorded.store import Manner, Store

AT_ONCE = 2
"""Phrases that are encoded while others are spoken."""
ORDER: Sequence[Pace] = sorted(PACES, key=lambda pace: pace != "normal")
"""Whoever breaks off has the pace that most people choose."""

Encode = Callable[[Samples, int], bytes]


class Wanted(Struct, frozen=True):
    """A phrase at a pace, and where its recording belongs."""

    said: str
    pace: Pace
    path: Path


class Plan(Struct, frozen=True):
    """All that a language needs."""

    language: str
    engine: Engine
    manner: Manner
    wanted: tuple[Wanted, ...]

    def missing(self) -> list[Wanted]:
        """What of it is not there yet."""
        return [each for each in self.wanted if not each.path.exists()]


class Sum(Struct, frozen=True):
    """What there is of some recordings."""

    count: int
    seconds: float
    bytes: int


def manner(engine: Engine) -> Manner:
    """How an engine's phrases are kept."""
    return Manner(
        engine.name, f"{engine.settings}, {samples.LOUDNESS} {samples.PAUSE}, {encoder.SETTINGS}"
    )


def plan(modules: Path, edition: Edition, clinic: Clinic, cache: Path) -> Plan | None:
    """What the course in a folder needs in a language; None if that has no natural voice.

    Raises UsageError if the voice is not installed, ContentError if the course has faults.
    """
    language = edition.head.language
    engine = engines.find(language)
    if engine is None:
        return None
    here = manner(engine)
    kept = Store(cache, here, pronunciations.load(modules, language, engine.name))
    said = phrases(edition, clinic)
    wanted = [Wanted(kept.said(p), pace, kept.path(p, pace)) for pace in ORDER for p in said]
    # Two phrases may be said alike.
    return Plan(language, engine, here, tuple({each.path: each for each in wanted}.values()))


def render(wanted: Iterable[Wanted], engine: Engine, encode: Encode) -> Iterator[Path]:
    """Speak phrases and keep them; each path as its recording is there.

    It may be broken off at any moment: what is there is whole. Raises CourseError.
    """

    def kept(each: Wanted, spoken: Samples) -> Path:
        number = int(each.path.stem[:7], 16)
        store.keep(each.path, encode(samples.levelled(spoken), number))
        return each.path

    pending: deque[Future[Path]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for each in wanted:
            pending.append(pool.submit(kept, each, engine.speak(each.said, each.pace)))
            if len(pending) > 2 * AT_ONCE:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def total(paths: Iterable[Path]) -> Sum:
    """What there is of some files; one that is gone counts as none. Raises nothing."""
    count, seconds, size = 0, 0.0, 0
    for path in paths:
        try:
            recording = path.read_bytes()
        except OSError:
            continue
        count, size = count + 1, size + len(recording)
        seconds += encoder.seconds(recording)
    return Sum(count, seconds, size)
