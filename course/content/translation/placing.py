"""Which files of a course are to be written so that it says what was translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from course.content.model import Claim, CourseFile, Module, Term
from course.content.signs import DangerSign
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.content.source.nodes import Path
from course.content.texts import Id
from course.content.translation import files
from course.content.translation.units import WORDS, Items, Stock
from course.errors import ContentError, Problem

_FORMS: dict[str, Any] = {
    "course": CourseFile,
    "triage": dict[Id, DangerSign],
    "claims": dict[Id, Claim],
}
"""What the files that hold all languages are read as."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What was translated, beside the files as they stand."""

    language: str
    original: Stock
    translation: Stock
    said: Items
    """Every text in the language, those that wait before those that stand in a file."""
    changed: frozenset[str]
    """The items of which a text waits."""
    whole: frozenset[str]
    """Those that are translated, text for text."""
    is_listed: bool
    """Whether the course file names the language."""


class Made(Struct, frozen=True):
    """A file as it is to be written."""

    shown: str
    text: str
    form: Any
    """What it is read as; None for words of the interface."""
    items: frozenset[str]
    """Those that stand in it then."""

    def problems(self) -> list[Problem]:
        """What would be wrong with it."""
        document = yaml_reader.parse(self.text, self.shown)
        written: Written[Any] = Written(self.shown, document.root, problems=[*document.problems])
        if self.form is not None:
            bind(written, self.form)
        return written.problems


def files_of(wanted: Wanted) -> list[Made]:
    """The files to be written. None before what stands in the frame of the course is whole.

    Raises ContentError if one of them would have faults: a text may be too long.
    """
    frame = {name for name in wanted.said if name == "course" or name.startswith("triage/")}
    if not wanted.is_listed and not frame <= wanted.whole:
        return []
    made = [*_shared(wanted), *_glossary(wanted), *_modules(wanted), *_words(wanted)]
    if problems := [problem for each in made for problem in each.problems()]:
        raise ContentError(problems)
    return made


def _shared(wanted: Wanted) -> Iterator[Made]:
    for kind, written in wanted.original.shared.items():
        ready = {
            name: {_path(kind, name, at): text for at, text in wanted.said[name].items()}
            for name in wanted.changed & wanted.whole
            if name.partition("/")[0] == kind
        }
        is_new = kind == "course" and not wanted.is_listed
        if written.root is None or not (ready or is_new):
            continue
        before = source = files.source_of(written.root)
        if is_new:
            source = files.with_language(source, written.root, wanted.language)
        said = {path: text for texts in ready.values() for path, text in texts.items()}
        # What follows the list of languages in the file has moved.
        root = yaml_reader.parse(source, written.file).root if source != before else written.root
        if root is not None:
            text = files.with_texts(source, root, wanted.language, said)
            yield Made(written.file, text, _FORMS[kind], frozenset(ready))


def _path(kind: str, name: str, at: str) -> Path:
    """Where the languages of a text stand; the places of a list are numbers."""
    head = [] if kind == "course" else [name.partition("/")[2]]
    return tuple(int(step) if step.isdecimal() else step for step in [*head, *at.split(".")])


def _glossary(wanted: Wanted) -> Iterator[Made]:
    terms = {
        name.partition("/")[2]: texts
        for name, texts in wanted.said.items()
        if name.startswith("glossary/") and name in wanted.whole
    }
    ready = {f"glossary/{term}" for term in terms}
    if ready & wanted.changed:
        written = wanted.translation.glossary
        text = files.glossary(terms, written.root)
        yield Made(written.file, text, dict[Id, Term], frozenset(ready))


def _modules(wanted: Wanted) -> Iterator[Made]:
    for name, original in wanted.original.modules.items():
        items = {each for each in wanted.said if f"{each}/".startswith(f"{name}/")}
        if not items <= wanted.whole or not items & wanted.changed:
            continue
        before = wanted.translation.modules.get(name)
        said = {
            text.path: wanted.said[item][at] for item, at, text in wanted.original.of_module(name)
        }
        text = files.module(original, said, before.root if before else None)
        yield Made(f"{wanted.language}/{name}.yaml", text, Module, frozenset(items))


def _words(wanted: Wanted) -> Iterator[Made]:
    waiting = {name for name in wanted.changed if name.startswith(f"{WORDS}/")}
    if waiting:
        # Words of the interface may stand there one by one: for the others English speaks.
        said = {**wanted.translation.own_words}
        for name in waiting:
            said |= {at: text for at, text in wanted.said[name].items() if text}
        in_order = {name: said[name] for name in wanted.original.words if name in said}
        text = files.words(in_order)
        yield Made(f"language/{wanted.language}.yaml", text, None, frozenset(waiting))
