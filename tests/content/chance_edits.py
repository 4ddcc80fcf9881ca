"""Edits by chance of anything that a patient comes to see of the shipped course, or that stands
behind it: a word, a number, a key, an order, a source or a setting."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import structs

from course.content.checks.draft import LanguageDraft
from course.content.source.nodes import Mapping, Node, Path, Scalar, Sequence
from tests.content.edited import SHARED, Shipped, put, scalar, walk

UNSEEN = {"covers", "format", "most_minutes", "review"}
"""Keys that no patient sees."""
KEYS = {"right", "answer", "must_fix", "level", "sign", "after", "essential", "key_point"}
_WORD = re.compile(r"\w+(?:'\w+)?")
_NUMBER = re.compile(r"\d+")


class Made(NamedTuple):
    """An edit, and the course with it."""

    kind: str
    """What it is of: `word`, `number`, `key`, `order`, `source`, `setting`, `picture`..."""
    what: str
    edition: LanguageDraft


class ByChance:
    """Makes one edit after the other."""

    def __init__(self, shipped: Shipped, seed: int) -> None:
        self._shipped, self._chance = shipped, random.Random(seed)
        self._files = list(shipped.files)

    def edits(self) -> Iterator[Made]:
        """Edits without end. Some of them break the course, which then does not open."""
        chance = self._chance
        while True:
            match chance.random():
                case share if share < 0.08:
                    yield self._interface()
                case share if share < 0.11:
                    yield self._picture()
                case share if share < 0.12:
                    yield self._saying()
                case share if share < 0.40:
                    yield from self._order()
                case _:
                    yield from self._leaf()

    @cached_property
    def _known(self) -> dict[str, dict[str, set[str]]]:
        """The short values under each key of each kind of file: one may stand for another."""
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for file in self._files:
            for path, node in walk(self._shipped.root(file)):
                if isinstance(node, Scalar) and len(node.text) < 20:
                    found[file if file in SHARED else "module"][_key(path)].add(node.text)
        return found

    def _leaf(self) -> Iterator[Made]:
        """A text or value is another one."""
        file = self._chance.choice(self._files)
        leaves = [
            (path, node)
            for path, node in walk(self._shipped.root(file))
            if isinstance(node, Scalar) and not UNSEEN.intersection(map(str, path))
        ]
        if not leaves:
            return
        path, node = self._chance.choice(leaves)
        text = self._other(file, path, node.text)
        if text is not None:
            new = put(self._shipped.root(file), path, scalar(text, node))
            what = f"{file} {path}: {node.text!r} is {text!r}"
            yield Made(_kind(file, path, node.text, text), what, self._shipped.edited({file: new}))

    def _other(self, file: str, path: Path, text: str) -> str | None:
        chance = self._chance
        key = _key(path)
        known = self._known[file if file in SHARED else "module"][key] - {text}
        if _NUMBER.fullmatch(text):
            return str(int(text) + chance.choice((-1, 1, 10)))
        if len(text) < 20 and known and " " not in text:
            return chance.choice(sorted(known))
        if numbers := list(_NUMBER.finditer(text)):
            found = chance.choice(numbers)
            if chance.random() < 0.5:
                other = str(int(found.group()) + chance.choice((1, 2, 5)))
                return text[: found.start()] + other + text[found.end() :]
        words = list(_WORD.finditer(text))
        if not words:
            return None
        found = chance.choice(words)
        new = chance.choice(("", f"not {found.group()}", found.group()[::-1], "never", "always"))
        edited = text[: found.start()] + new + text[found.end() :]
        return edited if _WORD.findall(edited) != _WORD.findall(text) else None

    def _order(self) -> Iterator[Made]:
        """Two things of a list change places, or one is gone, or a key is gone."""
        file = self._chance.choice(self._files)
        root = self._shipped.root(file)
        wanted = self._chance.choice((Mapping, Sequence))
        lists = [
            (path, node)
            for path, node in walk(root)
            if not UNSEEN.intersection(map(str, path))
            and isinstance(node, wanted)
            and (isinstance(node, Mapping) or (isinstance(node, Sequence) and node.items[1:]))
        ]
        if not lists:
            return
        path, node = self._chance.choice(lists)
        new: Node
        if isinstance(node, Mapping):
            seen = [key for key in node.entries if key not in UNSEEN]
            gone = self._chance.choice(seen)
            new = put(root, (*path, gone), None)
            what, kind = f"{file} {path}: {gone} is gone", "key gone"
        elif (file == "readings.yaml" and not path) or self._chance.random() < 0.5:
            index = self._chance.randrange(len(node.items))
            new = put(root, (*path, index), None)
            what, kind = f"{file} {path}: {index} is gone", "item gone"
        else:
            one, other = self._chance.sample(range(len(node.items)), 2)
            items = list(node.items)
            if _told(items[one]) == _told(items[other]):
                return
            items[one], items[other] = items[other], items[one]
            new = put(root, path, structs.replace(node, items=tuple(items)))
            what, kind = f"{file} {path}: {one} and {other} change places", "order"
        yield Made(kind, what, self._shipped.edited({file: new}))

    def _interface(self) -> Made:
        """A word of the interface."""
        edition = self._shipped.edition
        names = [n for n in edition.interface if not n.startswith(("kiosk.staff", "kiosk.pin"))]
        name = self._chance.choice(names)
        old = edition.interface[name]
        words = list(_WORD.finditer(old))
        new = f"{old} not"
        if words:
            found = self._chance.choice(words)
            new = old[: found.start()] + found.group()[::-1] + "x" + old[found.end() :]
        changed = structs.replace(edition, interface={**edition.interface, name: new})
        return Made("interface", f"{name}: {old!r} is {new!r}", changed)

    def _picture(self) -> Made:
        """A shape of a picture."""
        edition, chance = self._shipped.edition, self._chance
        name = chance.choice(sorted(edition.svgs))
        vector = edition.svgs[name]
        index = chance.choice([n for n, e in enumerate(vector.elements) if n and e.attributes])
        element = vector.elements[index]
        key = chance.choice(sorted(element.attributes))
        attributes = {**element.attributes, key: element.attributes[key] + "1"}
        elements = list(vector.elements)
        elements[index] = structs.replace(element, attributes=attributes)
        svgs = {**edition.svgs, name: structs.replace(vector, elements=elements)}
        return Made("picture", f"{name}.svg {index} {key}", structs.replace(edition, svgs=svgs))

    def _saying(self) -> Made:
        """How a voice says a word."""
        edition = self._shipped.edition
        found = self._chance.choice(list(_WORD.finditer(edition.sayings)))
        said = edition.sayings
        new = said[: found.start()] + found.group() + "x" + said[found.end() :]
        return Made("voice", f"{found.group()!r}", structs.replace(edition, sayings=new))


def _told(node: Node) -> list[tuple[Path, str]]:
    return [(path, each.text) for path, each in walk(node) if isinstance(each, Scalar)]


def _key(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _kind(file: str, path: Path, old: str, new: str) -> str:
    if file in ("sources.yaml", "readings.yaml", "claims.yaml"):
        return "source"
    if file == "course.yaml":
        return "setting"
    if _key(path) in KEYS:
        return "key"
    if _key(path) in ("id", "page", "source", "sources", "kind", "file", "picture"):
        return "name"
    return "number" if _NUMBER.findall(old) != _NUMBER.findall(new) else "word"
