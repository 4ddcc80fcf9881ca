"""What the rules look for in each language: a file `<language>.yaml` in this folder.

A course may bring along what is lacking in `language/<language>.rules.yaml`, in the same form.

A rule names the words that it needs as a `Words`: its fields are keys of the files. In a language
whose file lacks one of them the rule does not run, and `prolo check` says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec import Struct

from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.errors import Problem

FOLDER = Path(__file__).parent
SHOWN = "course/content/checks/words"
"""The folder, as the cures name it."""

W = TypeVar("W", bound="Words")


class Words(Struct, frozen=True, kw_only=True, dict=True):
    """Words that a rule needs; the patterns that are made of them are made once and kept."""


class Vocabulary(Struct, frozen=True):
    """All that is known of the words of one language."""

    language: str
    known: dict[str, Any]
    problems: tuple[Problem, ...]
    """The faults of its file; nothing is known of a language as long as there is one."""
    kept: dict[type[Words], Any] = {}
    shipped: Vocabulary | None = None
    """Without what a course adds or takes away; None where it does neither."""

    def get(self, kind: type[W]) -> W | None:
        """The words of a kind; None if the language lacks some of them."""
        if kind not in self.kept:
            if not self.known.keys() >= {*keys_of(kind)}:
                return None
            self.kept[kind] = kind(**{key: self.known[key] for key in keys_of(kind)})
        found: W = self.kept[kind]
        return found


def keys_of(kind: type[Words]) -> tuple[str, ...]:
    """The keys of the files under which the words of a kind stand."""
    return kind.__struct_fields__


def shown(language: str) -> str:
    """The file of a language, as messages name it."""
    return f"{SHOWN}/{language}.yaml"


def beside(language: str) -> str:
    """The file of a language that a course brings along, below its folder."""
    return f"language/{language}.rules.yaml"


def load(language: str, kinds: Collection[type[Words]], course: Path | None = None) -> Vocabulary:
    """What is known of a language; nothing if it has no file. Raises nothing.

    What the program lacks of it, a course may bring along in its folder; what the program has
    cannot be weakened there.
    """
    known = _read(FOLDER, language, frozenset(kinds))
    name = beside(language)
    if course is None or known.problems or not (course / name).exists():
        return known
    brought, problems = _bound(course, name, name, frozenset(kinds))
    problems += [_told_already(name, key) for key in brought.keys() & known.known.keys()]
    return Vocabulary(language, {**brought, **known.known}, tuple(problems))


@cache
def _read(folder: Path, language: str, kinds: frozenset[type[Words]]) -> Vocabulary:
    name = f"{language}.yaml"
    if not (folder / name).exists():
        return Vocabulary(language, {}, ())
    known, problems = _bound(folder, name, shown(language), kinds)
    return Vocabulary(language, known, tuple(problems))


def _bound(
    folder: Path, name: str, shown: str, kinds: frozenset[type[Words]]
) -> tuple[dict[str, Any], list[Problem]]:
    """What a file knows, and what is wrong with it: then nothing is known of it."""
    document = yaml_reader.read(folder, name)
    faults = [replace(each, file=shown) for each in document.problems]
    written: Written[Struct] = Written(shown, document.root, problems=faults)
    bind(written, _file_of(kinds))
    if written.value is None or written.problems:
        return {}, written.problems
    values = msgspec.structs.asdict(written.value)
    return {key: each for key, each in values.items() if each is not None}, []


def _told_already(shown: str, key: str) -> Problem:
    what = f'The rules know "{key}" of this language already.'
    return Problem(shown, 1, 1, what, "Take it out, so that nothing is looked for less strictly.")


@cache
def _file_of(kinds: frozenset[type[Words]]) -> type[Struct]:
    """The form of a file: the keys of all kinds of words, of which each may be left out.

    Raises TypeError if two kinds mean different things by one key.
    """
    fields: dict[str, Any] = {}
    for kind in kinds:
        hints = get_type_hints(kind, include_extras=True)
        for key in keys_of(kind):
            if fields.setdefault(key, hints[key]) != hints[key]:
                raise TypeError(f'The words "{key}" have two forms; {kind.__name__} has one.')
    return msgspec.defstruct(
        "WordsFile",
        [(key, form | None, None) for key, form in sorted(fields.items())],
        forbid_unknown_fields=True,
        kw_only=True,
    )
