"""A course in one language, as the front ends take it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from course import language
from course.content import loader
from course.content.model import Course
from course.language import Words


class Head(Struct, frozen=True):
    """All that the first frame needs of a course in one language."""

    id: str
    title: str
    language: str
    languages: tuple[str, ...]
    minutes: int
    """Of the parts that are not optional."""
    parts: int
    optional: int
    emergency_number: str

    @classmethod
    def of(cls, course: Course) -> Head:
        """The head of a course that was read whole."""
        needed = [module for module in course.modules if module.id not in course.optional]
        return cls(
            course.id,
            course.title,
            course.language,
            course.languages,
            sum(module.minutes for module in needed),
            len(needed),
            len(course.modules) - len(needed),
            course.emergency_number,
        )


class Edition:
    """A course in one language, of which the larger part is not decoded before it is asked for."""

    def __init__(self, head: Head, words: Words, decode: Callable[[], Course]) -> None:
        self.head = head
        self.words = words
        self._decode = decode

    @classmethod
    def of(cls, course: Course) -> Edition:
        """The edition of a course that was read whole."""
        return cls(Head.of(course), language.load(course.language), lambda: course)

    @cached_property
    def course(self) -> Course:
        """All of it."""
        return self._decode()


class Library:
    """Every language of the course in one folder."""

    def __init__(self, folder: Path, cache: Path | None) -> None:  # noqa: ARG002
        self._folder = folder
        self._editions: dict[str, Edition] = {}

    def edition(self, language: str | None = None) -> Edition:
        """The course in one language, its first one if None. Raises as `loader.load` does."""
        found = self._editions.get(language or "")
        if found is None:
            found = Edition.of(loader.load(self._folder, language))
            self._editions[language or ""] = self._editions[found.head.language] = found
        return found

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that the course has and that the interface has words for."""
        known = language.languages()
        return tuple(each for each in self.edition().head.languages if each in known)
