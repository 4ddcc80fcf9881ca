"""How to say the words that a reading voice gets wrong.

`pronunciations/<language>.yaml` is for the voice of the machine, and
`pronunciations/<language>.<engine>.yaml` for a natural one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.errors import ContentError, Problem

FOLDER = "pronunciations"

Word = Annotated[
    str,
    Meta(
        pattern=r"^\w([^\n]*\w)?$",
        max_length=60,
        description="a word as it stands in the course, as in PRP",
    ),
]
Saying = Annotated[
    str,
    Meta(
        pattern=r"^[\w',. -]*\w[\w',. -]*$",
        max_length=120,
        description="how it sounds, in letters and blanks, as in P R P",
    ),
]


class Pronunciations:
    """Words, and how each of them is said.

    A word written in small letters is found however it is written in the text. A word with capital
    letters is found only as it is written: `US` is not `us`.
    """

    def __init__(self, table: Mapping[str, str] | None = None) -> None:
        self._table = dict(table or {})
        longest_first = sorted(self._table, key=len, reverse=True)
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first))})(?!\w)")

    def __call__(self, text: str) -> str:
        """The text as it is to be said."""
        return self._words.sub(self._saying, text) if self._table else text

    def _saying(self, found: re.Match[str]) -> str:
        word = found.group()
        return self._table.get(word) or self._table[word.lower()]


def load(folder: Path, language: str, engine: str = "") -> Pronunciations:
    """The table of a language in the folder of a course; empty if there is no such file.

    An engine by its name has a table of its own, for what one voice gets wrong another one says
    well. Raises ContentError with every fault of the file.
    """
    name = f"{language}.{engine}" if engine else language
    shown = f"{FOLDER}/{name}.yaml"
    if not (folder / shown).exists():
        return Pronunciations()
    written = _read(folder, shown)
    if written.value is None or written.problems:
        raise ContentError(written.problems)
    return Pronunciations(written.value)


def check(folder: Path) -> list[Problem]:
    """Every fault of every table in the folder of a course, in reading order. Raises nothing."""
    files = (folder / FOLDER).glob("*.y*ml")
    found = (_read(folder, f"{FOLDER}/{path.name}").problems for path in files)
    return sorted(problem for problems in found for problem in problems)


def _read(folder: Path, shown: str) -> Written[dict[str, str]]:
    document = yaml_reader.read(folder, shown)
    written: Written[dict[str, str]] = Written(shown, document.root, problems=[*document.problems])
    bind(written, dict[Word, Saying])
    return written


def _pattern(word: str) -> str:
    exact = re.escape(word)
    return f"(?i:{exact})" if word == word.lower() else exact
