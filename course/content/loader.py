"""From the folder of a course to the course, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from course.content.checks import figures, form, names, pages, pictures, questions, sources, texts
from course.content.model import Claim, Course, CourseFile, Id, Module, Picture, Source, Term
from course.content.pictures import squared
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.content.source.spelling import nearest, quoted, suggest
from course.errors import ContentError, Problem, UsageError

if TYPE_CHECKING:
    from course.content.checks import lint

T = TypeVar("T")

_MOST_OF_A_KIND = 200
_COURSE, _SOURCES, _CLAIMS = "course.yaml", "sources.yaml", "claims.yaml"
_GLOSSARY, _PICTURES = "glossary", "pictures"
_SPEECH = "pronunciations"
"""Read by the reading voice alone, where there is one."""
_LANGUAGE = re.compile(r"[a-z]{2}")
_NAME = re.compile(r"[a-z0-9-]{1,40}")
"""Names become paths even where the file that lists them has faults."""


def load(folder: Path, language: str | None = None) -> Course:
    """The course in `folder`, in a language or in its original one.

    Raises ContentError with every problem of that language and of the files that all languages
    share, and UsageError if the course is not in that language. What is out of date, or not part
    of the course, is no reason to keep a patient waiting: only `check` reports it.
    """
    files = _Files(folder)
    languages = files.languages()
    if language and languages and language not in languages:
        raise UsageError(f'The course is not in "{language}". Use one of: {quoted(languages)}.')
    chosen = language if language and language in languages else next(iter(languages), "en")
    edition = files.edition(chosen)
    problems = [*files.problems([chosen]), *edition.problems(files)]
    if problems:
        raise ContentError(list(set(problems)))
    course = _sound(files.course)
    return Course(
        id=course.id,
        language=chosen,
        languages=course.languages,
        title=course.title[chosen],
        modules=tuple(_sound(module) for module in edition.modules.values()),
        optional=frozenset(course.optional),
        before_and_after=tuple(_named(name) for name in course.before_and_after),
        review=course.review,
        emergency_number=course.emergency_number,
        sources=_sound(files.sources),
        claims=_sound(files.claims),
        glossary=tuple(_sound(edition.glossary).values()),
        pictures={name: squared(_sound(each)) for name, each in edition.pictures.items()},
    )


def check(folder: Path, today: datetime.date) -> list[Problem]:
    """Every error of the course in `folder`, in reading order. Raises nothing."""
    return [each for each in findings(folder, today) if each.severity == "error"]


def findings(folder: Path, today: datetime.date) -> list[Problem]:
    """Everything that is to be mended in the course in `folder`, in reading order.

    That is what `load` finds in any of its languages, and what is to be mended although a reader
    can read it: claims past their `review_by` on the day `today`, files that nothing reads, and all
    that `checks.advice` knows; without what `silenced.yaml` lets stand. Raises nothing.
    """
    from course.content.checks import lint, silenced

    files = _Files(folder)
    languages = files.languages()
    problems = [*files.problems(languages), *sources.check_dates(files.claims, today)]
    problems += names.check_languages(files.course)
    drafts = []
    for language in languages:
        edition = files.edition(language)
        problems += edition.problems(files)
        drafts.append(edition.draft(files, today))
        for found in lint.for_edition(drafts[-1]):
            problems += _first(found)
    for found in lint.for_course(drafts):
        problems += _first(found)
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    problems += [*quiet.problems, *files.unread()]
    return sorted(silenced.apply(quiet, set(problems), files.read_files))


class _Edition(Struct):
    """What is written in one language, and the pictures that it shows.

    What has no file is missing in `modules` and `pictures`.
    """

    language: str
    glossary: Written[dict[str, Term]]
    modules: dict[str, Written[Module]] = {}
    pictures: dict[str, Written[Picture]] = {}
    missing: list[Problem] = []

    def problems(self, files: _Files) -> Iterator[Problem]:
        yield from self.missing
        yield from self.glossary.problems
        yield from _first(texts.check_exact(self.glossary))
        yield from _first(names.check_glossary(self.glossary))
        yield from _first(names.check_before_and_after(files.course, self.modules))
        for picture in self.pictures.values():
            yield from picture.problems
            yield from _first(pictures.check(picture))
        for name, module in self.modules.items():
            yield from module.problems
            yield from _first(names.check_module(module, name))
            yield from _first(texts.check(module))
            yield from _first(texts.check_exact(module))
            yield from _first(figures.check(module, self.pictures))
            yield from _first(pages.check(module))
            yield from _first(questions.check(module, self.language))
            yield from _first(sources.check_citations(module, files.sources, files.claims))
            yield from _first(sources.check_company(module, files.claims))

    def draft(self, files: _Files, today: datetime.date) -> lint.Draft:
        """The edition as the rules for authors see it."""
        from course.content.checks.lint import Draft

        return Draft(
            self.language,
            today,
            files.course,
            files.sources,
            files.claims,
            self.glossary,
            self.modules,
            self.pictures,
        )


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

    def edition(self, language: str) -> _Edition:
        shown = f"{_GLOSSARY}/{language}.yaml"
        edition = _Edition(language, self.read_if_there(shown, dict[Id, Term]))
        missing: dict[int, str] = {}
        for index, name in self.modules(language):
            shown = f"{language}/{name}.yaml"
            if self.there(shown):
                edition.modules[name] = self.read(shown, Module)
            else:
                missing[index] = shown
        there = sorted({*self.shown(self.folder.glob(f"{language}/*"))} - self.seen)
        for index, shown in missing.items():
            what = f"There is no file {shown} for this module."
            near = nearest(shown, tuple(there))
            cure = f"Rename {near}, or mend the name here." if near else "Write it."
            problem = self.course.problem(("modules", index), what, cure)
            edition.missing.append(replace(problem, code=form.NO_FILE))
        for module in edition.modules.values():
            edition.missing += self.read_pictures(module, edition.pictures)
        return edition

    def read_pictures(
        self, module: Written[Module], into: dict[str, Written[Picture]]
    ) -> Iterator[Problem]:
        """Read the pictures that a module shows; there is a problem for each without a file."""
        self.unreadable |= module.root is None
        for path, name in figures.names_of_pictures(module):
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
                what = f"There is no file {shown} for this figure."
                cure = suggest(name, there) if there else "Put the file there, or mend its name."
                yield replace(module.problem(path, what, cure), code=form.NO_FILE)

    def modules(self, language: str) -> list[tuple[int, str]]:
        if self.course.root is not None:
            listed = self.course.ids("modules")
            return [(index, name) for index, name in listed if _NAME.fullmatch(name)]
        found = sorted(path.stem for path in (self.folder / language).glob("*.yaml"))
        return list(enumerate(found))

    def shown(self, paths: Iterable[Path]) -> Iterator[str]:
        return (path.relative_to(self.folder).as_posix() for path in paths)

    def problems(self, languages: list[str]) -> Iterator[Problem]:
        every = self.languages()
        for written in (self.course, self.sources, self.claims):
            yield from written.problems
            yield from _first(texts.check(written))
            yield from _first(texts.check_exact(written))
            yield from _first(sources.check_citations(written, self.sources, self.claims))
            yield from _first(sources.check_translations(written, languages, every))
        yield from _first(names.check_course(self.course))
        yield from _first(sources.check_claims(self.sources, self.claims))

    def unread(self) -> Iterator[Problem]:
        """Files that look as if they belonged to the course; their names may be misspelt."""
        if not self.there(_COURSE):
            return  # Then this is hardly the folder of a course.
        what = "Nothing reads this file."
        cure = "Mend its name, name it in course.yaml, or move it out of the course."
        for pattern in ("*.y*ml", "*/*.y*ml"):
            for shown in self.shown(self.folder.glob(pattern)):
                folder, _, name = shown.rpartition("/")
                known = shown in self.seen or folder == _SPEECH
                known = known or (folder == _PICTURES and self.unreadable)
                if not known and not name.startswith("."):
                    yield Problem(shown, 1, 1, what, cure, form.UNREAD)


def _first(problems: Iterator[Problem]) -> Iterator[Problem]:
    """As many problems of one check as anyone can read: finding the place of each takes time."""
    for number, problem in enumerate(problems):
        if number == _MOST_OF_A_KIND:
            what, cure = "From here on there are more faults like these.", "Mend these first."
            yield replace(problem, what=what, cure=cure)
            return
        yield problem


def _named(written: str) -> tuple[str, str]:
    module, _, question = written.partition("/")
    return module, question


def _sound(written: Written[T]) -> T:
    if written.value is None:
        raise ContentError(written.problems)
    return written.value
