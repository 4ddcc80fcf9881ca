"""What is kept of a translation: of which words it is one, by whom, and what waits for the rest.

`translated/<language>.yaml` has an entry for each item. `prolo translate` writes it.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from course.content.kept import put
from course.content.model import Mark
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.content.texts import Line, Part

FOLDER = "translated"
_HEAD = '# Written by "prolo translate": which words were translated, by whom, and when.\n'


class Translated(Part, frozen=True, kw_only=True):
    """An item in another language."""

    of: Mark
    """The mark of the original that was translated."""
    by: Line
    on: datetime.date
    was: dict[str, str] = {}
    """The texts of that original, by where they stand in the item."""
    said: dict[str, str] = {}
    """Texts in the language that stand nowhere yet: what they belong to is not whole."""


Record = dict[str, Translated]
"""By the name of the item, as in `preparation/medicines`."""


def mark_of(texts: Mapping[str, str]) -> str:
    """Twelve hexadecimal digits that change with each word of some texts, wherever their lines are
    broken."""
    words = sorted((at, " ".join(text.split())) for at, text in texts.items())
    return hashlib.sha256(msgspec.json.encode(words)).hexdigest()[:12]


def file_of(language: str) -> str:
    """The file of a language, below the folder of a course."""
    return f"{FOLDER}/{language}.yaml"


def read(folder: Path, language: str) -> Written[Record]:
    """What is kept of a language; nothing where it has no file. Raises nothing."""
    shown = file_of(language)
    if not os.path.lexists(folder / shown):
        return Written(shown, None, value={})
    document = yaml_reader.read(folder, shown)
    written: Written[Record] = Written(shown, document.root, problems=[*document.problems])
    bind(written, dict[str, Translated])
    return written


def write(folder: Path, language: str, record: Record) -> None:
    """Keep a record. Raises UsageError if it cannot be written."""
    put(folder / file_of(language), _HEAD + "".join(_entry(*each) for each in record.items()))


def _entry(name: str, each: Translated) -> str:
    lines = [f"{name}:", f"  of: {_told(each.of)}", f"  by: {_told(each.by)}", f"  on: {each.on}"]
    for key, texts in (("was", each.was), ("said", each.said)):
        if texts:
            lines.append(f"  {key}:")
            lines += (f"    {at}: {_told(text)}" for at, text in texts.items())
    return "\n".join(lines) + "\n"


def _told(value: Any) -> str:
    # A text in JSON is one in YAML.
    return json.dumps(value, ensure_ascii=False)
