"""The texts of a course that are translated, item by item, and where each of them stands.

An item is a page, a question, what a module says of itself, a danger sign, a claim, a term, some
words of the interface, or what `course.yaml` says. It is named as in `preparation/medicines`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from course.content import prose
from course.content.model import Module
from course.content.source.binding import Text, Written
from course.content.todo import is_open
from course.content.translation.record import Record, mark_of

Texts = dict[str, str]
"""The texts of an item, by where they stand in it."""
Items = dict[str, Texts]
State = Literal["missing", "begun", "unmarked", "changed", "done"]
OPTIONAL = "also"
"""Where other forms of a word stand: not every language has any."""
WORDS = "words"
"""What the names of items with words of the interface begin with."""


class Stock(Struct, frozen=True, kw_only=True):
    """The files in which a course speaks a language."""

    language: str
    shared: Mapping[str, Written[Any]]
    """Those that hold all languages, under what the names of their items begin with."""
    glossary: Written[Any]
    modules: Mapping[str, Written[Module]]
    words: Mapping[str, str] = {}
    """Those of the interface, by their dotted names."""
    own_words: Mapping[str, str] = {}
    """Those of them that the course brings along."""

    def of_module(self, name: str) -> Iterator[tuple[str, str, Text]]:
        """Each text of a module, with its item and where it stands in that."""
        written = self.modules[name]
        ids = {
            (key, index): each for key in ("pages", "questions") for index, each in written.ids(key)
        }
        for text in _in_order(written):
            list_of, *rest = text.path
            owner = ids.get((str(list_of), rest[0])) if rest and isinstance(rest[0], int) else None
            if owner is None:
                yield name, str(list_of), text
            else:
                at = ".".join([str(list_of)[:-1], *map(str, rest[1:])])
                yield f"{name}/{owner}", at, text


class Unit(Struct, frozen=True):
    """A text to translate."""

    at: str
    original: str
    said: str
    """In the other language; empty as long as nobody translated it."""
    was: str
    """The original that was translated, where it has changed since; else empty."""


class Item(Struct, frozen=True):
    """An item with its texts, and how far it is."""

    name: str
    units: tuple[Unit, ...]
    state: State
    by: str = ""
    on: str = ""

    @property
    def mark(self) -> str:
        """That of its original."""
        return mark_of({each.at: each.original for each in self.units})

    @property
    def left(self) -> int:
        """How many of its texts nobody has translated."""
        return sum(not each.said and each.at != OPTIONAL for each in self.units)


def texts_of(stock: Stock) -> Items:
    """Every text of a language, in the order of the files."""
    found: Items = {}
    for item, at, text in _every(stock):
        found.setdefault(item, {})[at] = text
    return found


def items(original: Stock, translation: Stock, record: Record) -> list[Item]:
    """All that there is to translate, with what is translated of it."""
    there = said_of(translation)
    return [
        item(name, texts, there.get(name, {}), record) for name, texts in texts_of(original).items()
    ]


def said_of(translation: Stock) -> Items:
    """The texts of a translation; what is still a to-do there says nothing."""
    found = texts_of(translation)
    return {
        name: {at: text for at, text in texts.items() if not is_open(text)}
        for name, texts in found.items()
    }


def item(name: str, texts: Texts, said: Texts, record: Record) -> Item:
    """One item: its original, what stands in the files of the translation, and what is kept."""
    kept = record.get(name)
    mark = mark_of(texts)
    is_old = kept is not None and kept.of != mark
    waiting = kept.said if kept else {}
    was = kept.was if kept and is_old else {}
    units = tuple(
        Unit(
            at,
            text,
            waiting.get(at) or said.get(at, ""),
            was[at] if _differ(was.get(at), text) else "",
        )
        for at, text in texts.items()
    )
    needed = [each for each in units if each.at != OPTIONAL]
    state: State = "done"
    if not all(each.said for each in needed):
        state = "begun" if any(each.said for each in units) else "missing"
    elif kept is None and not name.startswith(f"{WORDS}/"):
        state = "unmarked"
    elif is_old and kept is not None:
        state = "changed"
    return Item(name, units, state, kept.by if kept else "", str(kept.on) if kept else "")


def claims_of(texts: Texts) -> Iterator[str]:
    """The sources and claims that the texts of an item cite."""
    for text in texts.values():
        yield from prose.cited(text)


def _differ(before: str | None, now: str) -> bool:
    return before is not None and before.split() != now.split()


def _every(stock: Stock) -> Iterator[tuple[str, str, str]]:
    for kind, written in stock.shared.items():
        for text in _in_order(written):
            if text.path[-1] == stock.language:
                *names, _ = map(str, text.path)
                head = [kind] if kind == "course" else [kind, names.pop(0)]
                yield "/".join(head), ".".join(names), text.node.text
    for name in stock.modules:
        for item, at, text in stock.of_module(name):
            yield item, at, text.node.text
    yield from _of_glossary(stock.glossary)
    for name, said in stock.words.items():
        yield f"{WORDS}/{name.partition('.')[0]}", name, said


def _of_glossary(written: Written[Any]) -> Iterator[tuple[str, str, str]]:
    for term in written.entries():
        for key in ("term", "says"):
            if text := written.text(term, key):
                yield f"glossary/{term}", key, text
        if forms := written.names(term, OPTIONAL):
            yield f"glossary/{term}", OPTIONAL, ", ".join(forms)


def _in_order(written: Written[Any]) -> list[Text]:
    return sorted((*written.texts, *written.exact), key=lambda text: text.node.start)
