"""A file for whoever translates: each original text, and below it the place for its translation.

It is YAML with a `|` block for each text, so that nothing in it needs quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from course.content.source import nodes, yaml_reader
from course.content.source.nodes import Mapping, Node, Scalar, Sequence
from course.content.translation.units import OPTIONAL, Item
from course.errors import ContentError, Problem

_STATES = {
    "missing": "missing",
    "begun": "begun",
    "unmarked": "translated, nobody said of which words",
    "changed": "the original has changed since",
    "done": "done",
}


class Said(Struct, frozen=True):
    """A translation as a file brings it back."""

    item: str
    at: str
    original: str
    """The words that were translated."""
    said: str
    line: int
    is_open: bool = False
    """Whether whoever translated it says that it is to be looked at again."""
    is_sure: bool = False
    """Whether they say that it fits the original, be it as it was before."""


def state_of(item: Item) -> str:
    """How far an item is, in words, and by whom."""
    by = f", by {item.by} on {item.on}" if item.by else ""
    return f"{_STATES[item.state]}{by}"


def written(items: Iterable[Item], language: str, title: str) -> str:
    """The file, with a head that says what to do with it."""
    head = f"""\
# "{title}", to be translated. Write each text below its "translation: |", two spaces further
# in than that. Keep each [^mark] and the ** around strong words, and all numbers.
# What stands under "was" is the original that was translated before.
format: 1
language: {language}
items:
"""
    return head + "".join(f"{line}\n" for each in items for line in _item(each))


def read(path: Path) -> tuple[str, list[Said]]:
    """The language of a file, and what it brings. Raises ContentError if it cannot be read."""
    document = yaml_reader.read(path.parent, path.name)
    if document.root is None or document.problems:
        raise ContentError([replace(each, file=str(path)) for each in document.problems])
    language = nodes.get(document.root, ("language",))
    if not isinstance(language, Scalar):
        cure = 'Write it once more with "prolo translate".'
        raise ContentError([Problem(str(path), 1, 1, "This is no file for translators.", cure)])
    return language.text, list(_said(document.root))


def _item(item: Item) -> Iterator[str]:
    yield f"  - item: {item.name}"
    yield f'    state: "{state_of(item)}"'
    yield "    texts:"
    for unit in item.units:
        may_be_empty = "  # other forms of the word, with commas between" * (unit.at == OPTIONAL)
        yield f"      - at: {unit.at}{may_be_empty}"
        if unit.was:
            yield from _block("was", unit.was)
        yield from _block("original", unit.original)
        yield from _block("translation", unit.said)


def _block(key: str, text: str) -> Iterator[str]:
    yield f"        {key}: |"
    lines = text.split("\n") if text else [""]
    yield from (f"          {line}".rstrip() for line in lines)


def _said(root: Node) -> Iterator[Said]:
    for item in _listed(root, "items"):
        name = _text(item, "item")
        for unit in _listed(item, "texts"):
            said = nodes.get(unit, ("translation",))
            if name and isinstance(said, Scalar) and said.text.strip():
                original, at = _text(unit, "original"), _text(unit, "at")
                yield Said(name, at, original, said.text.strip("\n"), said.line)


def _listed(node: Node, key: str) -> tuple[Node, ...]:
    found = nodes.get(node, (key,))
    return found.items if isinstance(found, Sequence) else ()


def _text(node: Node, key: str) -> str:
    found = nodes.get(node, (key,)) if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""
