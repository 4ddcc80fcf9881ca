"""The JSON Schema of each kind of file, by which an editor helps whoever writes one.

An editor knows less than `prolo check`: which keys there are, which of them have to be there, and
what their values look like. What a key means is said as in the reference for authors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from course.content.checks.silenced import Silenced
from course.content.kinds.figures import Picture
from course.content.model import Claim, CourseFile, Module, Reading, Source, Term
from course.content.signs import DangerSign
from course.content.texts import Id, is_written

KINDS: dict[str, Any] = {
    "course": CourseFile,
    "sources": dict[Id, Source],
    "claims": dict[Id, Claim],
    "triage": dict[Id, DangerSign],
    "readings": tuple[Reading, ...],
    "glossary": dict[Id, Term],
    "module": Module,
    "picture": Picture,
    "silenced": tuple[Silenced, ...],
}
"""What each kind of file holds."""
MEANINGS = Path(__file__).parent / "meanings.json"
"""What each key means, by the name of its part: made of the reference by `make meanings`."""
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = ["string", "number", "boolean"]
"""Every value is read as the text that was typed, so `911` is one too."""


def written(kind: str) -> str:
    """The schema of a kind of file as it is written into a file. Raises KeyError for another."""
    return text_of(KINDS[kind], f"A file of the kind {kind}")


def text_of(wanted: Any, title: str) -> str:
    """The schema of a type of the format."""
    schema = {"$schema": DRAFT, "title": title, **msgspec.json.schema(wanted)}
    named = {kind.__name__: kind for kind in _structs(wanted)}
    for name, part in schema.get("$defs", {}).items():
        if "properties" in part:
            _describe(part, name)
            if name in named:
                _take_out(part, named[name])
    return json.dumps(_loosened(schema), indent=2, ensure_ascii=False) + "\n"


def _describe(part: dict[str, Any], name: str) -> None:
    """Say what each key of a part means."""
    meanings = _meanings()
    for key, found in part["properties"].items():
        said = meanings.get(name, {}).get(key) or meanings.get("", {}).get(key)
        if said:
            # Beside a reference to another part nothing else counts in older editors.
            inner = {"allOf": [dict(found)]} if "$ref" in found else dict(found)
            inner.pop("description", None)
            found.clear()
            found.update({"description": said, **inner})


def _take_out(part: dict[str, Any], kind: type[msgspec.Struct]) -> None:
    """Leave out what nobody writes, since it is looked up elsewhere in the course."""
    info = msgspec.inspect.type_info(kind)
    for field in getattr(info, "fields", ()):
        if not is_written(field.type):
            part["properties"].pop(field.encode_name, None)


def _loosened(found: Any) -> Any:
    """A schema in which a number or a yes is a text too, and the line breaks of a block none."""
    if isinstance(found, list):
        return [_loosened(each) for each in found]
    if not isinstance(found, dict):
        return found
    loose = {key: _loosened(each) for key, each in found.items()}
    if loose.get("type") == "string":
        if "format" not in loose:
            loose["type"] = _SCALAR
        if loose.get("pattern", "").startswith("^[^\\n]*"):
            # A text under a | ends in a line break that is not part of it.
            del loose["pattern"]
    return loose


def _structs(wanted: Any) -> Iterator[type[msgspec.Struct]]:
    """Every part of a type, each once."""
    seen: set[type] = set()

    def walk(info: Any) -> Iterator[type[msgspec.Struct]]:
        if isinstance(info, msgspec.inspect.StructType):
            if info.cls in seen:
                return
            seen.add(info.cls)
            yield info.cls
            for field in info.fields:
                yield from walk(field.type)
        for name in ("type", "item_type", "key_type", "value_type"):
            if inner := getattr(info, name, None):
                yield from walk(inner)
        for inner in getattr(info, "types", ()):
            yield from walk(inner)

    yield from walk(msgspec.inspect.type_info(wanted))


@cache
def _meanings() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(MEANINGS.read_text(encoding="utf-8"))
    return found
