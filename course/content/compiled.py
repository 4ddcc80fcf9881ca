"""A course as it was read last, kept in a cache so that a start need not read it again.

What the first frame shows (`Head`, and the words of the interface) lies in one small file together
with the signature of all files that it was made of; the rest lies in a file for each language, and
is decoded when someone asks for it. Where anything has changed, is missing or is damaged, the
course is read from its own files, as if there were no cache.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable, Iterable
from functools import cached_property
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from course import language as interface
from course.content import sealed
from course.content.signature import Seen, Signature
from course.errors import CourseError
from course.language import Words

if TYPE_CHECKING:
    from course.content.model import Course


_INDEX = "index.json"


class Head(Struct, frozen=True):
    """What the first frame needs of a course in one language."""

    id: str
    title: str
    language: str
    languages: tuple[str, ...]
    """Those of the course, the original first."""
    minutes: int
    """Without the optional parts."""
    parts: int
    """How many nobody may skip."""
    optional: int
    """How many there are besides."""
    emergency_number: str
    seconds: dict[str, int] = {}
    """Of each module, by its id."""
    essentials: int = 0
    """Minutes of the short way; 0 if the course has none."""
    asks: dict[str, str] = {}
    """What people come to ask, by its id."""
    is_reviewed: bool = False
    """Whether a clinician has signed it off."""
    welcome: str = ""
    """What stands above that, if the course says it itself."""
    is_partial: bool = False
    """Whether some of its modules are told in the original language."""

    def minutes_of(self, modules: Iterable[str]) -> int:
        """Whole minutes of some modules, rounded up."""
        return ceil(sum(self.seconds[name] for name in modules) / 60)


class Edition:
    """A course in one language, of which the larger part may not be decoded yet."""

    def __init__(
        self,
        head: Head,
        words: Words,
        decode: Callable[[], Course],
        folder: Path | None = None,
    ) -> None:
        """`folder` holds its pictures; without one there are none."""
        self.head = head
        self.words = words
        """Those of the interface in this language."""
        self._decode = decode
        self._folder = folder
        self._course: Course | None = None
        self._lock = threading.Lock()

    @classmethod
    def of(cls, course: Course, words: Words, folder: Path | None = None) -> Edition:
        """The edition of a course that is there already."""
        return cls(_head(course, words), words, lambda: course, folder)

    def svg(self, name: str) -> bytes:
        """The file of one of the pictures in `course.svgs`; empty if it is gone. Raises nothing."""
        # Not on the way to the first screen.
        from course.content.svg import svg

        return svg(self._folder, name) if self._folder else b""

    @property
    def course(self) -> Course:
        """All of it, decoded once; any thread may ask, and waits for another that has begun.

        Where what was kept cannot be used it is read from its files, and then raises as
        `loader.load` does.
        """
        if self._course is None:
            with self._lock:
                if self._course is None:
                    self._course = self._decode()
        return self._course


class _Kept(Struct, frozen=True):
    head: Head
    words: dict[str, str]
    seal: str
    """Of the file with the rest."""


class _Index(Struct, frozen=True):
    signature: Signature
    languages: tuple[str, ...]
    """Those of the course, the original first."""
    editions: dict[str, _Kept]
    """By language. Those that nobody has asked for since a file changed are not there."""
    faulty: tuple[str, ...] = ()
    """The languages that were asked for since then, and in which the course does not open."""


class _Shelf:
    """What is kept of one course. Whatever may be wrong with a cache, nothing here raises."""

    def __init__(self, folder: Path, cache: Path) -> None:
        # Two courses may share a place: each is told from the other by its signature.
        name = zlib.crc32(ascii(folder.absolute()).encode())
        self._place = cache / "courses" / f"{name:08x}"
        self._seen = _seen(folder)
        self._index = self._fresh(sealed.load(self._place / _INDEX, _Index))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the course, the original first; empty if nothing is kept."""
        return self._index.languages if self._index else ()

    def get(self, language: str) -> _Kept | None:
        """What is kept in a language."""
        return self._index.editions.get(language) if self._index else None

    def is_faulty(self, language: str) -> bool:
        """Whether the files as they are were read in a language, and did not hold."""
        return self._index is not None and language in self._index.faulty

    def course(self, kept: _Kept) -> Course | None:
        """The rest of what is kept; None if it is missing or damaged."""
        # The first frame does without the model of a course.
        from course.content import body

        found = sealed.load(self._body(kept.head.language), body.Body, kept.seal)
        return body.opened(found) if found else None

    def put(self, edition: Edition, signature: Signature) -> None:
        """Keep an edition of the files that were signed before it was read."""
        from course.content import body

        head, words = edition.head, edition.words.table
        seal = sealed.save(self._body(head.language), body.of(edition.course))
        others = self._index.editions if self._index else {}
        editions = others | {head.language: _Kept(head, words, seal)}
        faulty = self._index.faulty if self._index else ()
        self._keep(_Index(signature, head.languages, editions, faulty))

    def put_fault(self, language: str) -> None:
        """Keep that the course does not open in a language, beside those in which it does."""
        if self._index:
            self._keep(structs.replace(self._index, faulty=(*self._index.faulty, language)))

    @cached_property
    def signature(self) -> Signature | None:
        """That of the files; None if nothing of them can be kept. Raises nothing."""
        if self._index:
            return self._index.signature
        return self._seen.signature() if self._seen else None

    def _fresh(self, index: _Index | None) -> _Index | None:
        """The index, if it is that of the files as they are."""
        if index is None or self._seen is None:
            return None
        signature = self._seen.matched(index.signature)
        if signature is None:
            return None
        renewed = structs.replace(index, signature=signature)
        if renewed != index:
            self._keep(renewed)
        return renewed

    def _keep(self, index: _Index) -> None:
        self._index = index
        sealed.save(self._place / _INDEX, index)

    def _body(self, language: str) -> Path:
        return self._place / f"{language}.json"


class Library:
    """The course in one folder, in each of its languages.

    What is read is kept in a folder below `cache`; None keeps nothing.
    """

    def __init__(self, folder: Path, cache: Path | None) -> None:
        self._folder = folder
        self._shelf = _Shelf(folder, cache) if cache else None
        self._named = self._shelf.languages if self._shelf else ()
        self._editions: dict[str, Edition] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Those that can be chosen, the original first: what is wrong with one leaves the others.

        Raises as `edition` does, if nothing is known of the course yet.
        """
        named = self._named or self.edition().head.languages
        spoken = (name for name in named if interface.is_spoken(name, self._folder))
        return tuple(filter(self._opens, spoken))

    def _opens(self, language: str) -> bool:
        if self._shelf and self._shelf.is_faulty(language):
            return False
        try:
            self.edition(language)
        except CourseError:
            if self._shelf:
                self._shelf.put_fault(language)
            return False
        return True

    def edition(self, language: str | None = None) -> Edition:
        """The course in a language, or in its original one.

        Raises as `loader.load` does, and UsageError if the interface has no words in the language.
        """
        name = language or next(iter(self._named), "")
        edition = self._editions.get(name) or self._kept(name) or self._read(language)
        self._named = edition.head.languages
        return self._editions.setdefault(edition.head.language, edition)

    def _kept(self, language: str) -> Edition | None:
        shelf = self._shelf
        kept = shelf.get(language) if shelf else None
        if shelf is None or kept is None:
            return None

        def decode() -> Course:
            return shelf.course(kept) or self._read(language).course

        return Edition(kept.head, Words(language, kept.words), decode, self._folder)

    def _read(self, language: str | None) -> Edition:
        # Nothing of YAML is loaded where something is kept.
        from course.content import loader, spoken

        # Signed first: a file that changes while it is read shall not pass for the one that was.
        signature = self._shelf.signature if self._shelf else None
        course = loader.load(self._folder, language)
        edition = Edition.of(course, spoken.words(self._folder, course.language), self._folder)
        if self._shelf and signature:
            self._shelf.put(edition, signature)
        return edition


def _seen(folder: Path) -> Seen | None:
    """The files of a course; None if it is none, or may not be looked at: then nothing is kept."""
    try:
        return Seen(folder) if (folder / "course.yaml").is_file() else None
    except OSError:
        return None


def _head(course: Course, words: Words) -> Head:
    # Only where a course was read anew: what is kept is counted already.
    from course.content import minutes

    clock = minutes.Clock(course, words)
    seconds = {module.id: ceil(clock.module(module).seconds) for module in course.modules}
    needed = [module.id for module in course.modules if module.id not in course.optional]
    return Head(
        id=course.id,
        title=course.title,
        language=course.language,
        languages=course.languages,
        minutes=minutes.whole(sum(seconds[name] for name in needed)),
        seconds=seconds,
        essentials=minutes.whole(clock.pages(course.essentials()).seconds),
        parts=len(needed),
        optional=len(course.modules) - len(needed),
        emergency_number=course.emergency_number,
        asks={name: ask for name, ask in course.asks.items() if any(course.answering(name))},
        is_reviewed=None not in (course.review.by, course.review.on) and not course.changed,
        welcome=course.welcome,
        is_partial=bool(course.untranslated),
    )
