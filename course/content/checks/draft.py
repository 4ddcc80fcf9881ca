"""A course as the rules see it: as far as its files can be read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from msgspec import Struct, field, structs

from course.content.checks.words import Vocabulary
from course.content.checks.words.own import FILE, OwnWords
from course.content.kinds.figures import Picture
from course.content.model import Claim, CourseFile, Module, Reading, Source, Term
from course.content.review.record import Review
from course.content.signs import DangerSign, Sign
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.content.source.svg_reader import Vector
from course.content.translation.record import Translated
from course.errors import Problem

T = TypeVar("T")


class Draft(Struct, kw_only=True, dict=True):
    """A course, in those of its languages that are looked at."""

    today: datetime.date
    languages: list[str]
    """Every language that the course is in; `editions` may hold fewer."""
    course: Written[CourseFile]
    sources: Written[dict[str, Source]]
    claims: Written[dict[str, Claim]]
    triage: Written[dict[str, DangerSign]]
    readings: Written[tuple[Reading, ...]]
    vocabulary: Written[dict[str, OwnWords]] = field(
        default_factory=lambda: Written(FILE, None, value={})
    )
    """What the author adds to the words of the rules, or takes away, by language."""
    editions: list[LanguageDraft] = []
    original: LanguageDraft | None = None
    """The edition that all others are translations of, whether it is looked at or not."""
    unread: list[str] = []
    """Files that look as if they belonged to the course, and that nothing reads."""
    unshown: list[str] = []
    """Pictures in SVG that nothing shows."""

    @property
    def shared(self) -> tuple[Written[Any], ...]:
        """The files that all languages share."""
        tables = self.course, self.sources, self.claims, self.triage, self.readings
        has_own = self.vocabulary.root is not None or self.vocabulary.problems
        return (*tables, self.vocabulary) if has_own else tables

    @cached_property
    def citable(self) -> dict[str, None]:
        """The names of the sources and claims, whether sound or not."""
        return dict.fromkeys([*self.sources.entries(), *self.claims.entries()])

    def faults(self) -> Iterator[Problem]:
        """What its files, and those of the words of its languages, do not hold as they should."""
        for file in self.shared:
            yield from file.problems
        for edition in self.editions:
            yield from edition.words.problems
            for written in edition.files:
                yield from written.problems
            for picture in edition.svgs.values():
                yield from picture.problems


class LanguageDraft(Struct, kw_only=True):
    """What is written in one language, and the pictures that it shows.

    What has no file is missing in `modules`, and in both `pictures` and `svgs`, and named in
    `absent`.
    """

    draft: Draft
    language: str
    words: Vocabulary
    """What is known of the words of the language."""
    glossary: Written[dict[str, Term]]
    modules: Mapping[str, Written[Module]] = {}
    pictures: Mapping[str, Written[Picture]] = {}
    """Those in cells."""
    svgs: Mapping[str, Vector] = {}
    absent: list[Absent] = []
    review: Review | None = None
    """What is kept of its review; None in a draft that nobody could sign."""
    interface: Mapping[str, str] = {}
    """The words of the interface in the language, by their names."""
    behind: Mapping[str, tuple[str, ...]] | None = None
    """What stands behind each point, once it was put together."""
    sayings: str = ""
    """How a reading voice says some of its words, as the file has it."""
    borrowed: frozenset[str] = frozenset()
    """Of a translation, the modules that it tells in the original: no rule looks at these here."""
    own_words: Written[dict[str, str]] | None = None
    """The words of the interface that the course brings along."""
    translated: Written[dict[str, Translated]] | None = None
    """Of a translation, what is kept of who translated what."""

    @property
    def files(self) -> tuple[Written[Any], ...]:
        """Every file of the edition that was read."""
        beside = (each for each in (self.own_words, self.translated) if each is not None)
        return self.glossary, *self.pictures.values(), *self.modules.values(), *beside

    def borrowing(self, names: Iterable[str]) -> LanguageDraft:
        """The same edition, with some more of its modules told in the original."""
        original = self.original
        if original is None:
            return self
        lent = {name: original.modules[name] for name in names if name in original.modules}
        left = [self.modules[name] for name in lent]
        return structs.replace(
            self,
            modules={**self.modules, **lent},
            borrowed=self.borrowed | lent.keys(),
            pictures={**original.pictures, **self.pictures},
            svgs={**original.svgs, **self.svgs},
            absent=[each for each in self.absent if not any(each.named_in is m for m in left)],
        )

    @property
    def module_names(self) -> list[str]:
        """The names of its modules, whether their files are there or not."""
        return list(dict.fromkeys([*self.draft.course.names("modules"), *self.modules]))

    @property
    def signs(self) -> dict[str, Sign]:
        """The rows of the table of danger signs that are sound, and told in the language."""
        rows = {str(path[0]): row for path, row in self.draft.triage.each(DangerSign)}
        language = self.language
        return {
            name: row.told(language)
            for name, row in rows.items()
            if language in row.sign and language in row.why
        }

    @property
    def original(self) -> LanguageDraft | None:
        """The edition that this one is a translation of; None if it is the first one."""
        first = self.draft.original
        return None if first is self else first


class Absent(Struct, frozen=True):
    """A file that is named and not there."""

    file: str
    named_in: Written[Any]
    path: Path
    """Where it is named."""
    others: tuple[str, ...]
    """What might be meant: files beside it for a module, names for a picture."""


class Placed(Struct, Generic[T], frozen=True):
    """Something that stands in a file, and where."""

    it: T
    path: Path
    file: Written[Any]
    draft: Draft

    def problem(self, what: str, cure: str, *steps: str | int, offset: int = 0) -> Problem:
        """A problem at a value in it, or at a character of that value."""
        return self.file.problem((*self.path, *steps), what, cure, offset)

    def texts(self) -> Iterator[Text]:
        """The texts of its file that stand in it, those with markup first."""
        size = len(self.path)
        for text in (*self.file.texts, *self.file.exact):
            if text.path[:size] == self.path:
                yield text


class Told(Placed[T], frozen=True, kw_only=True):
    """Something that is told in one language."""

    edition: LanguageDraft


class ModuleFile(Written[Module], kw_only=True):
    """The file of a module, in its language."""

    edition: LanguageDraft

    @property
    def original(self) -> Written[Module] | None:
        """The file that this one is a translation of; None if it is the first one."""
        first = self.edition.original
        return first.modules.get(self.text("id") or "") if first else None
