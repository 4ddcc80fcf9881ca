"""Has each phrase of a course spoken once, in every language that has a natural voice."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct

from course.clinic import Clinic
from course.content.compiled import Library
from course.speech import pronunciations
from course.speech.pace import PACES, Pace
from course.speech.recorded import encoder, engines, samples, store
from course.speech.recorded.encoder import Encoder
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


def complete(modules: Path, clinic: Clinic, cache: Path) -> None:
    """Speak all that a course in a folder lacks, if the voices are installed.

    Raises UsageError if the encoder is not, CourseError if nothing can be kept, and as
    `loader.load` does.
    """
    if not engines.is_there():
        return
    encode = Encoder.find()
    for each in plans(modules, Library(modules, None), clinic, cache):
        for _ in render(each, encode, cache):
            pass


def plans(modules: Path, library: Library, clinic: Clinic, cache: Path) -> Iterator[Plan]:
    """What each language of a course needs; none for a language without a natural voice.

    Raises UsageError if a voice is not installed, and as `loader.load` does.
    """
    for language in library.languages:
        engine = engines.find(language)
        if engine is not None:
            here = manner(engine)
            table = pronunciations.load(modules, language, engine.name)
            kept = Store(cache, here, table)
            said = phrases(library.edition(language), clinic)
            wanted = [
                Wanted(kept.said(p), pace, kept.path(p, pace)) for pace in ORDER for p in said
            ]
            # Two phrases may be said alike.
            once = {each.path: each for each in wanted}
            yield Plan(language, engine, here, tuple(once.values()))


def render(plan: Plan, encode: Encode, cache: Path) -> Generator[Path, None, None]:
    """Speak what is missing, and have it played; each path as its recording is there.

    It may be broken off at any moment: what is there is whole. Raises CourseError.
    """
    if store.manner_of(cache, plan.language) is None:
        # What is there already is heard, however long the rest takes.
        store.play(cache, plan.language, plan.manner)
    yield from _spoken(plan.missing(), plan.engine, encode)
    store.play(cache, plan.language, plan.manner)


def _spoken(wanted: Iterable[Wanted], engine: Engine, encode: Encode) -> Iterator[Path]:
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
