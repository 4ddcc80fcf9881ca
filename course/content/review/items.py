"""Everything that a patient can see of a course in one language, item by item, as plain text.

What is shown follows from this and from the clinic's own settings, and from nothing else that is
written. An item is a page, a question, a danger sign, a claim, a source, what was read for one
point, some words of the interface, and so on; it is named as in `preparation/medicines` or
`triage/chest-pain`. Its text has a line for each thing in it, so that two versions can be compared
by eye, and its mark changes with every word, number, key and order. It does not change with what
nobody sees: comments, where a line is broken, the order of sources.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from course.content.kinds.figures import Picture
from course.content.model import Claim, CourseFile, Module, Reading, Source, Term
from course.content.signs import DangerSign
from course.content.source.svg_reader import Vector

Items = dict[str, str]
"""The text of each item, by its name, in the order in which they are looked through."""

_UNSEEN = {"covers", "format", "most_minutes", "review", "translates"}
"""Keys that nobody sees, and that change nothing that is seen."""
_STAFF = ("kiosk.staff.", "kiosk.pin.")
"""Words that no patient comes to see."""
_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


class Stand(Struct, frozen=True, kw_only=True):
    """A course in one language as it stands in its files, each of them sound."""

    language: str
    course: CourseFile
    modules: tuple[Module, ...]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    triage: dict[str, DangerSign]
    readings: tuple[Reading, ...]
    glossary: dict[str, Term]
    pictures: dict[str, Picture]
    svgs: dict[str, Vector]
    words: Mapping[str, str]
    """Those of the interface, by their names."""
    sayings: str
    """How a voice says some words, as its file has it; empty if there is none."""
    without: Mapping[str, str] = {}
    """The words about safety that the rules are not to look for, each with its reason."""


def items(stand: Stand) -> Items:
    """All items. Those of a module begin with its id; its own is what holds them together."""
    found: Items = {}
    for name, value in _items(stand):
        # Where two have one name, as a page and a question of a module may, it means both.
        text = "\n".join(_lines(_told(value, stand.course.languages, stand.language)))
        found[name] = f"{found[name]}\n{text}" if name in found else text
    return found


def mark_of(some: Mapping[str, str]) -> str:
    """Twelve hexadecimal digits that change with the text, name and number of some items."""
    content = msgspec.json.encode(sorted(some.items()))
    return hashlib.sha256(content).hexdigest()[:12]


def of_module(module: str, every: Mapping[str, str]) -> Items:
    """The items of a module."""
    return {name: text for name, text in every.items() if f"{name}/".startswith(f"{module}/")}


def _items(stand: Stand) -> Iterator[tuple[str, Any]]:
    yield "course", stand.course
    for module in stand.modules:
        below = {"pages": module.pages, "questions": module.questions}
        ids = {key: [each.id for each in some] for key, some in below.items()}
        yield module.id, msgspec.to_builtins(module) | ids
        for each in (*module.pages, *module.questions):
            yield f"{module.id}/{each.id}", each
    # Signs are told in the order of the table.
    yield "triage", list(stand.triage)
    yield from _named("triage", stand.triage)
    yield from _named("claims", stand.claims)
    yield from _named("sources", stand.sources)
    for point in dict.fromkeys(each.point for each in stand.readings):
        said = [each for each in stand.readings if each.point == point]
        yield f"readings/{point}", sorted(said, key=lambda each: (each.source, each.where))
    yield from _named("glossary", stand.glossary)
    for name in sorted(stand.pictures.keys() | stand.svgs.keys()):
        yield f"pictures/{name}", _picture(stand, name)
    for group in dict.fromkeys(name.partition(".")[0] for name in stand.words):
        seen = {n: w for n, w in stand.words.items() if n.partition(".")[0] == group}
        yield f"words/{group}", {n: w for n, w in seen.items() if not n.startswith(_STAFF)}
    if stand.without:
        yield "vocabulary", stand.without
    if stand.sayings:
        yield "pronunciations", stand.sayings


def _named(kind: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        yield f"{kind}/{name}", value


def _picture(stand: Stand, name: str) -> dict[str, Any]:
    """A picture in cells as it stands; one in shapes by what is drawn, for nobody reads that."""
    found: dict[str, Any] = {}
    if name in stand.pictures:
        cells = msgspec.to_builtins(stand.pictures[name])
        # Between bars, for a blank at the start of a line moves what is drawn.
        found |= {key: _cells(v) if isinstance(v, str) else v for key, v in cells.items()}
    if name in stand.svgs:
        shapes = [
            (e.tag, sorted(e.attributes.items()), e.within) for e in stand.svgs[name].elements
        ]
        found["shapes"] = hashlib.sha256(msgspec.json.encode(shapes)).hexdigest()[:12]
    return found


def _cells(text: str) -> list[str]:
    return [f"|{line.rstrip()}|" for line in text.rstrip().split("\n")]


def _told(value: Any, languages: Iterable[str], language: str) -> Any:
    """A value in one language, without what is not given and without what nobody sees.

    A key that is left out says the same as one with nothing under it, so that a key which later
    versions of the format add changes no mark of a course that does not use it.
    """

    def told(value: Any) -> Any:
        if isinstance(value, dict):
            if value and value.keys() <= {*languages} and all(map(_is_text, value.values())):
                return value.get(language)
            kept = {str(k): told(v) for k, v in value.items() if k not in _UNSEEN}
            return {key: each for key, each in kept.items() if not _is_nothing(each)}
        return [*map(told, value)] if isinstance(value, list | tuple) else value

    return told(msgspec.to_builtins(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or (not isinstance(value, int) and not value)


def _lines(value: Any) -> Iterator[str]:
    """A value in lines: `key: text`, `- item`, and `| text` where a text has more than one."""
    match value:
        case dict():
            for key, each in value.items():
                yield from _under(f"{key}:", each)
        case list():
            for each in value:
                yield from _under("-", each)
        case _:
            lines = _unbroken(str(value).lower() if isinstance(value, bool) else str(value))
            yield from lines if len(lines) == 1 else (f"| {line}" for line in lines)


def _under(head: str, value: Any) -> Iterator[str]:
    lines = [*_lines(value)]
    if head == "-" and lines:
        # The first key of an item stands beside its dash.
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
    elif len(lines) == 1 and not isinstance(value, dict | list):
        yield f"{head} {lines[0]}"
    else:
        yield head
        yield from (f"  {line}" for line in lines)


def _unbroken(text: str) -> list[str]:
    """The paragraphs and list items of a text, each on one line, however its lines are broken."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if lines and lines[-1] and line.strip() and not _LIST.match(line):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return lines
