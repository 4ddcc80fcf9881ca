"""What differs between the words that were signed and those that stand there now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from course.content.review.items import Items

Kind = Literal["changed", "new", "gone"]
_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
_NEAR = 0.4
"""How much of two lines is to be the same before they are told as one line that changed."""


class Change(Struct, frozen=True):
    """An item that is not as it was signed; a text is empty where there is none."""

    item: str
    before: str
    after: str

    @property
    def kind(self) -> Kind:
        """Whether it is another one, or was not there, or is there no more."""
        if not self.before:
            return "new"
        return "changed" if self.after else "gone"


class Piece(Struct, frozen=True):
    """Some words of a line, and whether they are in both versions or in one of them."""

    text: str
    state: Literal["same", "out", "in"] = "same"


Line = tuple[Piece, ...]


def changes(kept: Items, now: Items) -> list[Change]:
    """Every item that differs, in the order of now; what is gone comes last."""
    names = dict.fromkeys([*now, *kept])
    pairs = ((name, kept.get(name), now.get(name)) for name in names)
    return [Change(name, old or "", new or "") for name, old, new in pairs if old != new]


def redline(change: Change) -> Iterator[Line]:
    """The lines of both versions of an item, word for word: what is out, and what is in."""
    before, after = change.before.splitlines(), change.after.splitlines()
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield from ((Piece(line),) for line in before[a:b])
        else:
            yield from _between(before[a:b], after[c:d])


def told(change: Change) -> Iterator[str]:
    """The lines that differ, for a terminal: `-` before what was signed, `+` before what is now."""
    lines = [*redline(change)]
    for line in lines:
        if all(piece.state == "same" for piece in line):
            continue
        for sign, state in (("-", "in"), ("+", "out")):
            # What stands in one version alone is told once.
            if {piece.state for piece in line} != {state}:
                yield f"{sign} {''.join(p.text for p in line if p.state != state)}"


def _between(before: list[str], after: list[str]) -> Iterator[Line]:
    """Lines that are like each other side by side, the others one version after the other."""
    for old, new in zip(before, after, strict=False):
        one: list[str] = _WORDS.findall(old)
        other: list[str] = _WORDS.findall(new)
        words = SequenceMatcher(None, one, other, autojunk=False)
        if words.ratio() < _NEAR:
            yield from _apart([old], [new])
        else:
            yield tuple(_pieces(one, other, words))
    shared = min(len(before), len(after))
    yield from _apart(before[shared:], after[shared:])


def _apart(before: Iterable[str], after: Iterable[str]) -> Iterator[Line]:
    yield from ((Piece(line, "out"),) for line in before)
    yield from ((Piece(line, "in"),) for line in after)


def _pieces(one: list[str], other: list[str], words: SequenceMatcher[str]) -> Iterator[Piece]:
    for what, a, b, c, d in words.get_opcodes():
        old, new = "".join(one[a:b]), "".join(other[c:d])
        if what == "equal":
            yield Piece(old)
            continue
        if old:
            yield Piece(old, "out")
        if new:
            yield Piece(new, "in")
