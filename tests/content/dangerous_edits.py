"""Edits of the shipped course that could harm whoever reads it, made by a script, kind by kind."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from course.content.source.nodes import Mapping, Node, Path, Scalar, Sequence, get
from tests.content.edited import Shipped, put, scalar, text_at, walk

_MEDICINES = (
    r"aspirin|clopidogrel|Plavix|warfarin|Coumadin|apixaban|Eliquis|Xarelto|prednisone|ibuprofen|"
    r"Advil|Motrin|naproxen|Aleve|acetaminophen|Tylenol|Ozempic|Wegovy|insulin|Jardiance"
)
_MEDICINE = re.compile(rf"\b(?:{_MEDICINES})\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:never|not|no)\b |(?<=\w)n't\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:should|can|may|must|will|is|are|do)\b(?! not|n't)|\b[Cc]all\b|\b[Tt]ell\b")
_NUMBER = re.compile(r"(?<![\w-])\d+(?:,\d{3})*(?![\w-])")
_OTHER_UNITS = {
    "minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "years",
    "mg": "g", "day": "week", "hour": "day", "week": "day",
}  # fmt: skip
_UNIT = re.compile(rf"\b(?:{'|'.join(_OTHER_UNITS)})\b")
_TEXTS = {"text", "why", "because", "hint", "sign", "says", "ask", "key_message", "caption"}
_SAFETY = re.compile(r"\b(?:call|emergency|never|tell us|ask (?:us|the doctor)|stop)\b", re.I)
Change = dict[str, Node]


class Danger(NamedTuple):
    """One edit: what it is, and the files as they are with it."""

    kind: str
    what: str
    files: Change


def dangers(shipped: Shipped, seed: int, of_each: int) -> Iterator[Danger]:
    """So many edits of each kind as there can be, at most; none is made twice."""
    chance = random.Random(seed)
    for kind, every in KINDS.items():
        made = [Danger(kind, what, files) for what, files in every(shipped)]
        yield from chance.sample(made, min(of_each, len(made)))


_Edits = Iterator[tuple[str, Change]]


def _modules(shipped: Shipped) -> list[str]:
    return [file for file in shipped.files if file.startswith("en/")]


def _texts(shipped: Shipped) -> Iterator[tuple[str, Path, Scalar]]:
    """The texts in which something could go wrong."""
    for file in (*_modules(shipped), "triage.yaml"):
        for path, node in walk(shipped.root(file)):
            keys = [step for step in path if isinstance(step, str)]
            if isinstance(node, Scalar) and keys and _TEXTS.intersection(keys[-2:]):
                yield file, path, node


def _in_texts(
    shipped: Shipped, found: re.Pattern[str], other: Callable[[re.Match[str]], str]
) -> _Edits:
    for file, path, node in _texts(shipped):
        text = re.sub(r"\[\^[^\]]*\]", lambda cite: " " * len(cite[0]), node.text)
        for each in found.finditer(text):
            new = node.text[: each.start()] + other(each) + node.text[each.end() :]
            what = f"{file} {path}: {each.group()!r} is {other(each)!r}"
            yield what, {file: put(shipped.root(file), path, scalar(new, node))}


def _levels(shipped: Shipped) -> _Edits:
    """Two danger signs have each other's level."""
    root = shipped.root("triage.yaml")
    assert isinstance(root, Mapping)
    rows = list(root.entries)
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            a, b = text_at(root, one, "level"), text_at(root, other, "level")
            if a != b:
                new = put(put(root, (one, "level"), scalar(b)), (other, "level"), scalar(a))
                yield f"{one} and {other}: {a}, {b}", {"triage.yaml": new}


def _keys(shipped: Shipped) -> _Edits:
    """Another answer is the right one, or a harmful one need not be put right."""
    for file in _modules(shipped):
        root = shipped.root(file)
        for path, node in walk(root):
            match path:
                case (*_, ("options" | "ranges"), int(index), "right"):
                    several = get(root, path[:-2])
                    assert isinstance(several, Sequence)
                    for other in range(len(several.items)):
                        if other != index:
                            without = put(root, path, None)
                            where = (*path[:-2], other, "right")
                            yield f"{file} {where}", {file: put(without, where, scalar("true"))}
                case (*_, "rows", int(), "answer") if isinstance(node, Scalar):
                    other_answer = "no" if node.text == "yes" else "yes"
                    yield f"{file} {path}", {file: put(root, path, scalar(other_answer))}
                case (*_, "must_fix"):
                    yield f"{file} {path} is gone", {file: put(root, path, None)}
                case _:
                    pass


def _nots(shipped: Shipped) -> _Edits:
    yield from _in_texts(shipped, _NOT, lambda _: "")
    yield from _in_texts(shipped, _MAY, lambda found: f"{found.group()} not")


def _numbers(shipped: Shipped) -> _Edits:
    def other(found: re.Match[str]) -> str:
        number = int(found.group().replace(",", ""))
        return str(number * 2 if number > 1 else number + 4)

    yield from _in_texts(shipped, _NUMBER, other)


def _units(shipped: Shipped) -> _Edits:
    yield from _in_texts(shipped, _UNIT, lambda found: _OTHER_UNITS[found.group()])


def _medicines(shipped: Shipped) -> _Edits:
    """Two medicines of a text change places, or another one stands for one."""
    for file, path, node in _texts(shipped):
        found = list(_MEDICINE.finditer(node.text))
        for one in found:
            others = [each for each in found if each.start() > one.start()]
            for other in others:
                if one.group().lower() == other.group().lower():
                    continue
                between = node.text[one.end() : other.start()]
                new = f"{node.text[: one.start()]}{other.group()}{between}{one.group()}"
                new += node.text[other.end() :]
                what = f"{file} {path}: {one.group()} and {other.group()}"
                yield what, {file: put(shipped.root(file), path, scalar(new, node))}
            wrong = "warfarin" if one.group().lower() != "warfarin" else "acetaminophen"
            new = node.text[: one.start()] + wrong + node.text[one.end() :]
            what = f"{file} {path}: {one.group()} is {wrong}"
            yield what, {file: put(shipped.root(file), path, scalar(new, node))}


def _dropped(shipped: Shipped) -> _Edits:
    """A warning, a danger sign, an item of a list or a sentence that keeps one safe is gone."""
    for file in _modules(shipped):
        root = shipped.root(file)
        for path, _ in walk(root):
            if path[-1:] in (("callout",), ("triage",)):
                yield f"{file} {path} is gone", {file: put(root, path, None)}
    signs = shipped.root("triage.yaml")
    assert isinstance(signs, Mapping)
    for name in signs.entries:
        yield f"triage {name} is gone", {"triage.yaml": put(signs, (name,), None)}
    for file, path, node in _texts(shipped):
        for start, end in _safe(node.text):
            new = node.text[:start] + node.text[end:]
            if new.strip():
                what = f"{file} {path}: {node.text[start:end]!r} is gone"
                yield what, {file: put(shipped.root(file), path, scalar(new, node))}


def _moved(shipped: Shipped) -> _Edits:
    """A warning, what to do for signs, or a sentence that keeps one safe is on another page."""
    for file in _modules(shipped):
        root = shipped.root(file)
        pages = get(root, ("pages",))
        assert isinstance(pages, Sequence)
        for number, page in enumerate(pages.items):
            for other in range(len(pages.items)):
                if other == number:
                    continue
                for key in ("callout", "triage"):
                    moved = get(page, (key,))
                    if moved is not None and get(pages.items[other], (key,)) is None:
                        without = put(root, ("pages", number, key), None)
                        where = ("pages", other, key)
                        yield (
                            f"{file} {key} {number} is on {other}",
                            {file: put(without, where, moved)},
                        )
                yield from _moved_sentences(file, root, number, other)


def _moved_sentences(file: str, root: Node, number: int, other: int) -> _Edits:
    here, there = get(root, ("pages", number, "text")), get(root, ("pages", other, "text"))
    if not isinstance(here, Scalar) or not isinstance(there, Scalar):
        return
    for start, end in _safe(here.text):
        left = here.text[:start] + here.text[end:]
        if left.strip():
            new = put(root, ("pages", number, "text"), scalar(left, here))
            told = f"{there.text.rstrip()}\n\n{here.text[start:end].strip()}\n"
            what = f"{file} {here.text[start:end]!r} of {number} is on {other}"
            yield what, {file: put(new, ("pages", other, "text"), scalar(told, there))}


_SENTENCE = re.compile(r"[^.!?\n]+[.!?](?:\*\*)?(?: *\[\^[^\]]+\])*|^- [^\n]+\n?", re.MULTILINE)


def _safe(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences and list items begin and end that keep a person safe."""
    for found in _SENTENCE.finditer(text):
        if _SAFETY.search(found.group()):
            yield found.span()


KINDS: dict[str, Callable[[Shipped], _Edits]] = {
    "two levels swapped": _levels,
    "a key turned round": _keys,
    "a not dropped or added": _nots,
    "a number changed": _numbers,
    "a unit changed": _units,
    "two medicines swapped": _medicines,
    "a warning dropped": _dropped,
    "a safety rule moved": _moved,
}
