"""From the folder of a course to the course, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, structs

from course.content import prose
from course.content.checks import fit, runner, silenced
from course.content.checks.draft import Absent, Draft, LanguageDraft
from course.content.kinds.figures import Picture
from course.content.model import (
    Ask,
    Claim,
    Course,
    CourseFile,
    Module,
    Reading,
    Source,
    Term,
)
from course.content.pictures import squared
from course.content.signs import DangerSign, Sign
from course.content.source import nodes, yaml_reader
from course.content.source.binding import Written, bind
from course.content.source.spelling import quoted
from course.content.texts import Id
from course.errors import ContentError, Problem, UsageError

T = TypeVar("T")

_COURSE, _SOURCES, _CLAIMS = "course.yaml", "sources.yaml", "claims.yaml"
_TRIAGE, _READINGS = "triage.yaml", "readings.yaml"
_GLOSSARY, _PICTURES = "glossary", "pictures"
_SPEECH = "pronunciations"
"""Read by the reading voice alone, where there is one."""
_LANGUAGE = re.compile(r"[a-z]{2}")
_NAME = re.compile(r"[a-z0-9-]{1,40}")
"""Names become paths even where the file that lists them has faults."""


def load(folder: Path, language: str | None = None) -> Course:
    """The course in `folder`, in a language or in its original one.

    Raises ContentError with every problem of that language and of the files that all languages
    share, and UsageError if the course is not in that language. A translation is read beside its
    original, of whose own faults nothing is said. What is out of date, or not part of the course,
    is no reason to keep a patient waiting: only `check` reports it.
    """
    files = _Files(folder)
    languages = files.languages()
    if language and languages and language not in languages:
        raise UsageError(f'The course is not in "{language}". Use one of: {quoted(languages)}.')
    chosen = language if language and language in languages else next(iter(languages), "en")
    draft = files.draft([chosen], datetime.date.today())
    problems = {*draft.faults(), *runner.run(draft, stopping=True)}
    if problems:
        raise ContentError(list(problems))
    (edition,) = draft.editions
    return _opened(edition)


def _opened(edition: LanguageDraft) -> Course:
    """A course without faults in one of its languages."""
    draft, chosen = edition.draft, edition.language
    course = _sound(draft.course)
    signs = _told(_sound(draft.triage), chosen)
    return Course(
        id=course.id,
        language=chosen,
        languages=course.languages,
        title=course.title[chosen],
        modules=tuple(_filled_in(_sound(each), signs) for each in edition.modules.values()),
        optional=frozenset(course.optional),
        evaluation=tuple(_named(name) for name in course.evaluation),
        review=course.review,
        made=course.made,
        emergency_number=course.emergency_number,
        sources=_sound(draft.sources),
        claims=_sound(draft.claims),
        glossary=tuple(_sound(edition.glossary).values()),
        pictures={name: squared(_sound(each)) for name, each in edition.pictures.items()},
        triage=signs,
        asks={name: each.ask[chosen] for name, each in course.asks.items() if each.first},
        places={name: each[chosen] for name, each in course.places.items()},
    )


class Behind(Struct, frozen=True):
    """What stands behind a course, for whoever reviews it; no reader of the course needs it."""

    readings: tuple[Reading, ...]
    signs: dict[str, DangerSign]
    """The table of danger signs as it is written."""
    asks: dict[str, Ask]
    """All that people come to ask, also what the first screen does not show."""


def behind(folder: Path) -> Behind:
    """What stands behind the course in `folder`. Raises ContentError if its files have faults."""
    files = _Files(folder)
    readings = _sound(files.readings)
    return Behind(tuple(readings), _sound(files.triage), _sound(files.course).asks)


def check(folder: Path, today: datetime.date) -> list[Problem]:
    """Every error of the course in `folder`, in reading order. Raises nothing."""
    return [each for each in findings(folder, today) if each.severity == "error"]


def findings(folder: Path, today: datetime.date) -> list[Problem]:
    """Everything that is to be mended in the course in `folder`, in reading order.

    That is what `load` finds in any of its languages, and what is to be mended although a reader
    can read it; without what `silenced.yaml` lets stand. Raises nothing.
    """
    return examine(folder, today).problems


class Examined(Struct, frozen=True):
    """All that the rules say of a course on a day."""

    problems: list[Problem]
    """What is to be mended, in reading order."""
    not_run: dict[str, dict[str, list[str]]]
    """For each language, the rules that do not run in it, each with the words that it lacks."""


def examine(folder: Path, today: datetime.date, measure: fit.Measure | None = None) -> Examined:
    """What is to be mended in the course in `folder`, and what was not looked for. Raises nothing.

    `today` is the day on which claims, sources and the review are past theirs or not. `measure`
    says of a course that opens what of it does not fit a small screen; None asks nobody.
    """
    files = _Files(folder)
    draft = files.draft(files.languages(), today)
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    draft.unread = list(files.unread())
    problems = {*draft.faults(), *quiet.problems, *runner.run(draft)}
    if measure is not None and not any(map(_stops, problems)):
        for edition in draft.editions:
            problems.update(fit.check(edition, measure(_opened(edition))))
    left = sorted(silenced.apply(quiet, problems, files.read_files))
    return Examined(left, runner.not_run(draft))


def _stops(problem: Problem) -> bool:
    """Whether a course does not open as long as this is not mended."""
    rule = runner.rules().get(problem.code)
    return rule is None or rule.stops


class _Files:
    """The files of a course, each read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[str] = set()
        self.read_files: list[Written[Any]] = []
        self.pictures: dict[str, Written[Picture]] = {}
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

    def read(self, shown: str, wanted: Any) -> Written[Any]:
        self.seen.add(shown)
        document = yaml_reader.read(self.folder, shown)
        written: Written[Any] = Written(shown, document.root, problems=[*document.problems])
        bind(written, wanted)
        self.read_files.append(written)
        return written

    def read_if_there(self, shown: str, wanted: Any) -> Written[Any]:
        return self.read(shown, wanted) if self.there(shown) else Written(shown, None, value={})

    def there(self, shown: str) -> bool:
        return os.path.lexists(self.folder / shown)

    def languages(self) -> list[str]:
        """The languages of the course file, or if it names none, those that have a folder."""
        named = [name for name in self.course.names("languages") if _LANGUAGE.fullmatch(name)]
        found = self.folder.glob("[a-z][a-z]/*.yaml")
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
        )
        draft.editions = [self.edition(language, draft) for language in languages]
        first = next(iter(draft.languages), None)
        seen = (edition for edition in draft.editions if edition.language == first)
        draft.original = next(seen, None) or (self.edition(first, draft) if first else None)
        return draft

    def edition(self, language: str, draft: Draft) -> LanguageDraft:
        modules: dict[str, Written[Module]] = {}
        missing: dict[int, str] = {}
        glossary = self.read_if_there(f"{_GLOSSARY}/{language}.yaml", dict[Id, Term])
        for index, name in self.modules(language):
            shown = f"{language}/{name}.yaml"
            if self.there(shown):
                modules[name] = self.read(shown, Module)
            else:
                missing[index] = shown
        beside = tuple(sorted({*self.shown(self.folder.glob(f"{language}/*"))} - self.seen))
        absent = [
            Absent(shown, self.course, ("modules", index), beside)
            for index, shown in missing.items()
        ]
        pictures: dict[str, Written[Picture]] = {}
        for module in modules.values():
            absent += self.read_pictures(module, pictures)
        return LanguageDraft(
            draft=draft,
            language=language,
            words=runner.vocabulary(language),
            glossary=glossary,
            modules=modules,
            pictures=pictures,
            absent=absent,
        )

    def read_pictures(
        self, module: Written[Module], into: dict[str, Written[Picture]]
    ) -> Iterator[Absent]:
        """Read the pictures that a module shows, and give those that have no file."""
        self.unreadable |= module.root is None
        for path, name in _names_of_pictures(module):
            shown = f"{_PICTURES}/{name}.yaml"
            if not _NAME.fullmatch(name):
                self.unreadable = True
                continue
            if name not in self.pictures and self.there(shown):
                self.pictures[name] = self.read(shown, Picture)
            if name in self.pictures:
                into[name] = self.pictures[name]
            else:
                self.unreadable = True
                there = sorted(each.stem for each in (self.folder / _PICTURES).glob("*.yaml"))
                yield Absent(shown, module, path, tuple(there))

    def modules(self, language: str) -> list[tuple[int, str]]:
        if self.course.root is not None:
            listed = self.course.ids("modules")
            return [(index, name) for index, name in listed if _NAME.fullmatch(name)]
        found = sorted(path.stem for path in (self.folder / language).glob("*.yaml"))
        return list(enumerate(found))

    def shown(self, paths: Iterable[Path]) -> Iterator[str]:
        return (path.relative_to(self.folder).as_posix() for path in paths)

    def unread(self) -> Iterator[str]:
        """Files that look as if they belonged to the course; their names may be misspelt."""
        if not self.there(_COURSE):
            return  # Then this is hardly the folder of a course.
        for pattern in ("*.y*ml", "*/*.y*ml"):
            for shown in self.shown(self.folder.glob(pattern)):
                folder, _, name = shown.rpartition("/")
                known = shown in self.seen or folder == _SPEECH
                known = known or (folder == _PICTURES and self.unreadable)
                if not known and not name.startswith("."):
                    yield shown


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


def _told(table: dict[str, DangerSign], language: str) -> dict[str, Sign]:
    """The table of danger signs in a language; its texts are parsed, to be kept so."""
    signs = {name: row.told(language) for name, row in table.items()}
    for row in signs.values():
        prose.parse(row.sign)
        prose.parse(row.why)
    return signs


def _filled_in(module: Module, signs: Mapping[str, Sign]) -> Module:
    """A module whose questions know what they look up in the table of danger signs."""
    return structs.replace(module, questions=tuple(q.filled_in(signs) for q in module.questions))


def _named(written: str) -> tuple[str, str]:
    module, _, question = written.partition("/")
    return module, question


def _sound(written: Written[T]) -> T:
    if written.value is None:
        raise ContentError(written.problems)
    return written.value
