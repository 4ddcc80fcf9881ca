"""The words of the interface, one YAML file a language. The code itself holds none."""

from __future__ import annotations

import os
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import UsageError

FOLDER = Path(__file__).parent
FIRST = "en"
"""The language that has every word that the program asks for."""


class Words:
    """The words of one language, by dotted name: `words("welcome.start")`."""

    def __init__(self, language: str, table: dict[str, str]) -> None:
        self.language = language
        self.table = table

    def __call__(self, name: str, **values: object) -> str:
        """The words called `name` with `values` in their places; raises KeyError if unknown."""
        return self.table[name].format(**values)

    def counted(self, unit: str, count: int) -> str:
        """So many of a unit, such as "1 day" or "3 days"; raises KeyError if it is unknown."""
        return self(f"count.{unit}" if count == 1 else f"count.{unit}s", count=count)

    def number(self, value: int) -> str:
        """A whole number with the sign between its thousands, such as "1,500"."""
        return f"{value:,}".replace(",", self("number.thousands"))

    def __contains__(self, name: str) -> bool:
        return name in self.table

    def names(self) -> frozenset[str]:
        """Every name there is."""
        return frozenset(self.table)


def languages() -> tuple[str, ...]:
    """The languages that the interface can speak."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load(language: str) -> Words:
    """The words of `language`. Raises UsageError if there is no such language."""
    _refuse_unknown(language)
    return _read(FOLDER / f"{language}.yaml")


def beside(language: str, own: Mapping[str, str]) -> Words:
    """The words of `language`, where those that somebody brings along come before the program's.

    English speaks where a word is missing, or has other names in braces: what asks for it would end
    in front of a person. Raises UsageError if there are no words of the language at all.
    """
    if not own:
        _refuse_unknown(language)
    if language == FIRST and not own:
        return load(FIRST)
    english = load(FIRST).table
    table = {name: own.get(name, said) for name, said in english.items()}
    here = load(language).table if language in languages() else {}
    for name, said in english.items():
        if not _fits(own.get(name), said):
            table[name] = here[name] if _fits(here.get(name), said) else said
    return Words(language, table)


def file_beside(language: str) -> str:
    """The words of a language that a course brings along, below its folder."""
    return f"language/{language}.yaml"


def is_spoken(language: str, course: Path) -> bool:
    """Whether there are any words of a language, the program's or those that a course brings along
    in its folder. Raises nothing."""
    return language in languages() or os.path.lexists(course / file_beside(language))


def lacking(language: str, own: Mapping[str, str] | None = None) -> list[str]:
    """The names of the English words that a language has not, or with other names in braces.

    `own` are those that somebody brings along. In the place of each the English ones are said.
    Raises UsageError as `beside` does.
    """
    own = own or {}
    if not own:
        _refuse_unknown(language)
    here = load(language).table if language in languages() else {}
    there = load(FIRST).table
    return [
        name
        for name, said in there.items()
        if not _fits(own.get(name), said) and not _fits(here.get(name), said)
    ]


@cache
def _read(path: Path) -> Words:
    # A compiled course brings the words along, and then nothing of YAML is loaded.
    import yaml

    text = path.read_text(encoding="utf-8")
    # BaseLoader guesses nothing, `no` stays a word; and it makes nothing but texts.
    return Words(path.stem, _flat(yaml.load(text, Loader=yaml.BaseLoader)))  # noqa: S506


def _refuse_unknown(language: str) -> None:
    if language not in languages():
        known = ", ".join(languages())
        raise UsageError(f'The interface has no language "{language}". Choose one of: {known}.')


def _fits(said: str | None, english: str) -> bool:
    """Whether there are words, with the same names in braces as the English ones."""
    return said is not None and _fields(said) == _fields(english)


def _fields(said: str | None) -> set[str] | None:
    """The names in braces; None if there are no words, or their braces are faulty."""
    try:
        parts = [*string.Formatter().parse(said)] if said else None
    except ValueError:
        return None
    return None if parts is None else {name for _, name, _, _ in parts if name is not None}


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat
