"""The files of a course, as far as they can be read, and what each of its languages has of them."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

from course.content import own_pictures, spoken
from course.content.checks import runner, words
from course.content.checks.draft import Absent, Draft, LanguageDraft
from course.content.checks.words import Vocabulary, own
from course.content.kinds.figures import Picture
from course.content.model import Claim, CourseFile, Module, Reading, Source, Term
from course.content.review import record
from course.content.review.record import Review
from course.content.signs import DangerSign
from course.content.source import files, nodes, svg_reader, yaml_reader
from course.content.source.binding import Written, bind
from course.content.source.svg_reader import Vector
from course.content.texts import Id, Language
from course.content.translation import record as translated
from course.errors import UsageError
from course.language import file_beside

_COURSE, _SOURCES, _CLAIMS = "course.yaml", "sources.yaml", "claims.yaml"
_TRIAGE, _READINGS = "triage.yaml", "readings.yaml"
_GLOSSARY, _PICTURES = "glossary", "pictures"
_SPEECH = "pronunciations"
"""Read by the reading voice alone, where there is one."""
_LANGUAGE = re.compile(r"[a-z]{2}")
_NAME = re.compile(r"[a-z0-9-]{1,40}")
"""Names become paths even where the file that lists them has faults."""


class Folder:
    """The folder of a course; each file in it is read once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: set[str] = set()
        self.read_files: list[Written[Any]] = []
        self.pictures: dict[str, Written[Picture]] = {}
        self.svgs: dict[str, Vector] = {}
        self.unreadable = False
        """Whether nobody knows for sure which pictures are shown."""
        self.course: Written[CourseFile] = self.read(_COURSE, CourseFile)
        self.sources: Written[dict[str, Source]] = self.read(_SOURCES, dict[Id, Source])
        self.claims: Written[dict[str, Claim]] = self.read_if_there(_CLAIMS, dict[Id, Claim])
        self.triage: Written[dict[str, DangerSign]] = self.read_if_there(
            _TRIAGE, dict[Id, DangerSign]
        )
        self.readings: Written[tuple[Reading, ...]] = self.read_if_there(
            _READINGS, tuple[Reading, ...]
        )
        self.vocabulary: Written[dict[str, own.OwnWords]] = self.read_if_there(
            own.FILE, dict[Language, own.OwnWords]
        )

    def read(self, shown: str, wanted: Any) -> Written[Any]:
        self.seen.add(shown)
        document = yaml_reader.read(self.path, shown)
        written: Written[Any] = Written(shown, document.root, problems=[*document.problems])
        bind(written, wanted)
        self.read_files.append(written)
        return written

    def read_if_there(self, shown: str, wanted: Any) -> Written[Any]:
        return self.read(shown, wanted) if self.there(shown) else Written(shown, None, value={})

    def there(self, shown: str) -> bool:
        return os.path.lexists(self.path / shown)

    def languages(self) -> list[str]:
        """The languages of the course file, or if it names none, those that have a folder."""
        named = [name for name in self.course.names("languages") if _LANGUAGE.fullmatch(name)]
        found = self.path.glob("[a-z][a-z]/*.yaml")
        return named or sorted({path.parent.name for path in found})

    def draft(self, languages: Iterable[str], today: datetime.date) -> Draft:
        """The course in some of its languages, as the rules see it."""
        draft = Draft(
            today=today,
            languages=self.languages(),
            course=self.course,
            sources=self.sources,
            claims=self.claims,
            triage=self.triage,
            readings=self.readings,
            vocabulary=self.vocabulary,
        )
        first = next(iter(draft.languages), None)
        draft.original = self.edition(first, draft) if first else None
        draft.editions = [
            draft.original
            if draft.original and language == first
            else self.edition(language, draft)
            for language in languages
        ]
        return draft

    def edition(self, language: str, draft: Draft) -> LanguageDraft:
        """What stands in a language. Modules that are not in it are those of the original of the
        draft, if it has one."""
        original = draft.original
        modules: dict[str, Written[Module]] = {}
        borrowed: set[str] = set()
        missing: dict[int, str] = {}
        glossary = self.read_if_there(f"{_GLOSSARY}/{language}.yaml", dict[Id, Term])
        for index, name in self.modules(language):
            shown = f"{language}/{name}.yaml"
            if self.there(shown):
                modules[name] = self.read(shown, Module)
            elif original is not None:
                borrowed.add(name)
                modules |= {name: original.modules[name]} if name in original.modules else {}
            else:
                missing[index] = shown
        beside = tuple(sorted({*self.shown(self.path.glob(f"{language}/*"))} - self.seen))
        absent = [
            Absent(shown, self.course, ("modules", index), beside)
            for index, shown in missing.items()
        ]
        named = [*_names_in_rows(self.triage)]
        for module in modules.values():
            self.unreadable |= module.root is None
            named += [(module, *each) for each in _names_of_pictures(module)]
        absent += self.read_pictures(named)
        own = [name for name in own_pictures.every(modules) if self.read_svg(name)]
        names = dict.fromkeys([*(name for *_, name in named), *own])
        return LanguageDraft(
            draft=draft,
            language=language,
            words=self.words(language),
            glossary=glossary,
            modules=modules,
            pictures={name: self.pictures[name] for name in names if name in self.pictures},
            svgs={name: self.svgs[name] for name in names if name in self.svgs},
            absent=absent,
            review=self.review(language),
            interface=self.interface(language),
            sayings=self.sayings(language),
            borrowed=frozenset(borrowed),
            own_words=self.own_words(language),
            translated=self.translated(language) if original is not None else None,
        )

    def own_words(self, language: str) -> Written[dict[str, str]]:
        """The words of the interface that the course brings along."""
        self.seen.add(file_beside(language))
        return spoken.read(self.path, language)

    def interface(self, language: str) -> dict[str, str]:
        """The words of the interface in a language; none where nobody speaks that."""
        try:
            return spoken.words(self.path, language).table
        except UsageError:
            return {}

    def translated(self, language: str) -> Written[translated.Record]:
        """What is kept of who translated what."""
        self.seen.add(translated.file_of(language))
        return translated.read(self.path, language)

    def review(self, language: str) -> Review:
        """What is kept of the review of a language."""
        self.seen.add(record.file_of(language))
        return record.read(self.path, language)

    def words(self, language: str) -> Vocabulary:
        """What the rules know of the words of a language, by the program or by the course."""
        self.seen.add(words.beside(language))
        known = runner.vocabulary(language, self.path)
        mine = {str(path[0]): each for path, each in self.vocabulary.each(own.OwnWords)}
        return own.with_own(known, mine[language]) if language in mine else known

    def sayings(self, language: str) -> str:
        """How a reading voice says some words of a language, as its file has it."""
        try:
            text = files.read_text(self.path, f"{_SPEECH}/{language}.yaml")
        except files.UnreadableError:
            return ""  # Whoever reads it aloud tells what is wrong with it.
        return "\n".join(line for line in text.split("\n") if not line.startswith("#"))

    def read_pictures(self, named: Iterable[_Named]) -> Iterator[Absent]:
        """Read the pictures that are named, in cells, in SVG or both; give those without a file."""
        for written, path, name in named:
            if not _NAME.fullmatch(name):
                self.unreadable = True
                continue
            cells = f"{_PICTURES}/{name}.yaml"
            # A danger sign has no room for a picture in cells.
            is_sign = written is self.triage
            if not is_sign and name not in self.pictures and self.there(cells):
                self.pictures[name] = self.read(cells, Picture)
            if not self.read_svg(name) and (is_sign or name not in self.pictures):
                self.unreadable = True
                ends = (".svg",) if is_sign else (".svg", ".yaml")
                files = (self.path / _PICTURES).glob("*.*")
                there = sorted({each.stem for each in files if each.suffix in ends})
                shown = f"{_PICTURES}/{name}.svg" if is_sign else cells
                yield Absent(shown, written, path, tuple(there))

    def read_svg(self, name: str) -> bool:
        """Read a picture in SVG, and say whether there is one."""
        svg = f"{_PICTURES}/{name}.svg"
        if name not in self.svgs and self.there(svg):
            self.svgs[name] = svg_reader.read(self.path, svg)
            self.seen.add(svg)
        return name in self.svgs

    def modules(self, language: str) -> list[tuple[int, str]]:
        if self.course.root is not None:
            listed = self.course.ids("modules")
            return [(index, name) for index, name in listed if _NAME.fullmatch(name)]
        found = sorted(path.stem for path in (self.path / language).glob("*.yaml"))
        return list(enumerate(found))

    def shown(self, paths: Iterable[Path]) -> Iterator[str]:
        return (path.relative_to(self.path).as_posix() for path in paths)

    def unread(self) -> Iterator[str]:
        """Files that look as if they belonged to the course; their names may be misspelt."""
        if not self.there(_COURSE):
            return  # Then this is hardly the folder of a course.
        for pattern in ("*.y*ml", "*/*.y*ml"):
            for shown in self.shown(self.path.glob(pattern)):
                folder, _, name = shown.rpartition("/")
                known = shown in self.seen or folder == _SPEECH
                known = known or (folder == _PICTURES and self.unreadable)
                if not known and not name.startswith("."):
                    yield shown

    def unshown(self) -> Iterator[str]:
        """Pictures in SVG that nothing shows."""
        if self.there(_COURSE) and not self.unreadable:
            for shown in sorted(self.shown(self.path.glob(f"{_PICTURES}/*.svg"))):
                if shown not in self.seen and not PurePath(shown).name.startswith("."):
                    yield shown


_Named = tuple[Written[Any], nodes.Path, str]
"""A file, and where in it a picture is named, and how."""


def _names_in_rows(triage: Written[dict[str, DangerSign]]) -> Iterator[_Named]:
    """The pictures that the table of danger signs names, whether its rows are sound or not."""
    for row in triage.entries():
        path = (row, "picture")
        if name := triage.text(*path):
            yield triage, path, name


def _names_of_pictures(module: Written[Module]) -> Iterator[tuple[nodes.Path, str]]:
    """The pictures that a module asks for, whether the rest of their figures is sound or not."""
    pages = nodes.get(module.root, ("pages",))
    for index in range(len(pages.items) if isinstance(pages, nodes.Sequence) else 0):
        page: nodes.Path = ("pages", index)
        places = nodes.get(module.root, (*page, "place"))
        named = places.entries if isinstance(places, nodes.Mapping) else ()
        for at in (page, *((*page, "place", name) for name in named)):
            path = (*at, "figure", "file")
            if name := module.text(*path):
                yield path, name
