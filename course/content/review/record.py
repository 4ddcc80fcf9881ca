"""What is kept of a review, one pair of files a language.

`review/<language>.yaml` says who signed, when, until when, and the marks of what was signed; who
approved single items, with their notes; and what the author was asked. `review/<language>.txt` has
the words themselves, so that anybody can see later what has changed. `prolo review` writes both.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from course import durable
from course.content.kept import put
from course.content.model import Mark
from course.content.review.items import Items, mark_of, of_module
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.content.texts import Id, Line, Part
from course.errors import ContentError

FOLDER = "review"
_HEAD = '# Written by "prolo review". An edit by hand makes the signature void.\n'
_TITLE = 'The words that were signed or approved, as "prolo review" wrote them.\n'
_ITEM = "@ "
"""What a line with the name of an item begins with; no line of a text does."""
_MOST_BYTES = 16_000_000
"""Of the words: more than the files of any course that can be read."""


class Signed(Part, frozen=True, kw_only=True):
    """A signature for all that patients see in one language."""

    by: Line
    role: Line
    on: datetime.date
    next: datetime.date
    """Past this day it is to be looked through again."""
    whole: Mark
    """Of all that was signed."""
    modules: dict[Id, Mark]
    """Of what each module has of it."""


class Approved(Part, frozen=True, kw_only=True):
    """One item that somebody looked at by itself."""

    item: Line
    by: Line
    role: Line
    on: datetime.date
    mark: Mark
    note: Line | None = None


class Asked(Part, frozen=True, kw_only=True):
    """What the author of one item is asked."""

    item: Line
    by: Line
    on: datetime.date
    asks: Line


class Record(Part, frozen=True, kw_only=True):
    """The file that says who signed what."""

    format: Literal[1] = 1
    signed: Signed | None = None
    approved: tuple[Approved, ...] = ()
    questions: tuple[Asked, ...] = ()


class Review(Struct, frozen=True):
    """Both files of one language as they are."""

    written: Written[Record]
    """Its value is None where the file is at fault; without a file nobody has signed."""
    kept: Items
    """The words that were signed; empty if there are none, or if they cannot be read."""

    @property
    def signed(self) -> Signed | None:
        """The signature, if there is one that can be read."""
        return self.written.value.signed if self.written.value else None

    @property
    def is_whole(self) -> bool:
        """Whether the words that were kept are those that were signed."""
        return self.signed is not None and mark_of(self.kept) == self.signed.whole


def file_of(language: str) -> str:
    """The file that says who signed, below the folder of a course."""
    return f"{FOLDER}/{language}.yaml"


def words_of(language: str) -> str:
    """The file with what was signed, below the folder of a course."""
    return f"{FOLDER}/{language}.txt"


def read(folder: Path, language: str) -> Review:
    """What is kept of the review of a course in a language. Raises nothing."""
    shown = file_of(language)
    try:
        is_there = (folder / shown).exists()
    except OSError:
        is_there = True  # The reader says why it cannot be looked at.
    if not is_there:
        return Review(Written(shown, None, value=Record()), _kept(folder, language))
    document = yaml_reader.read(folder, shown)
    written: Written[Record] = Written(shown, document.root, problems=[*document.problems])
    bind(written, Record)
    return Review(written, _kept(folder, language))


def sound(review: Review) -> Record:
    """What the first file says. Raises ContentError if it has faults."""
    if review.written.value is None:
        raise ContentError(review.written.problems)
    return review.written.value


def write(folder: Path, language: str, record: Record, kept: Items) -> None:
    """Keep a record, and the words that it stands for, where everybody may read them.

    The marks of its signature become those of these words. Raises UsageError if it cannot.
    """
    if record.signed is not None:
        record = msgspec.structs.replace(record, signed=_marked(record.signed, kept))
    words = "".join(f"\n{_ITEM}{name}\n{text}\n" for name, text in kept.items())
    # The words first: a signature beside other words than its own would stand for nothing.
    put(folder / words_of(language), _TITLE + words)
    put(folder / file_of(language), _HEAD + "".join(_yaml(record)))


def _marked(signed: Signed, kept: Items) -> Signed:
    modules = {name: mark_of(of_module(name, kept)) for name in signed.modules}
    return msgspec.structs.replace(signed, whole=mark_of(kept), modules=modules)


def _kept(folder: Path, language: str) -> Items:
    try:
        found = durable.read(folder / words_of(language), _MOST_BYTES) or b""
        text = found.decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return {}
    _, *sections = text.split(f"\n{_ITEM}")
    parted = (each.partition("\n") for each in sections)
    return {name: said.rstrip("\n") for name, _, said in parted}


def _yaml(record: Record) -> Iterator[str]:
    """A record as a file. A text in JSON is one in YAML."""
    for key, value in msgspec.to_builtins(record).items():
        if isinstance(value, dict):
            yield f"{key}:\n"
            for name, each in value.items():
                yield f"  {name}: {_flow(each)}\n"
        elif isinstance(value, list | tuple):
            yield f"{key}:\n" if value else ""
            yield from (f"  - {_flow(each)}\n" for each in value)
        elif value is not None:
            yield f"{key}: {value}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{key}: {_flow(each)}" for key, each in value.items() if each is not None)
        return f"{{{', '.join(pairs)}}}"
    return json.dumps(value, ensure_ascii=False)
