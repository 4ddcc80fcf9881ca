"""`vocabulary.yaml`: what the author of a course adds to the words of the rules, or takes away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import structs

from course.content.checks.words import Vocabulary
from course.content.checks.words.phrases import Phrase, Plain, folded, variants
from course.content.texts import Line, Part

FILE = "vocabulary.yaml"
Kind = Literal["medicines", "danger_signs", "call_signs", "instructions", "plain", "known"]
KINDS: tuple[Kind, ...] = (
    "medicines",
    "danger_signs",
    "call_signs",
    "instructions",
    "plain",
    "known",
)
SAFETY: tuple[Kind, ...] = ("medicines", "danger_signs", "call_signs")
"""The kinds of words without which a danger goes unseen: a reviewer is shown what is taken away."""


class Without(Part, frozen=True, kw_only=True, rename={"kind": "from"}):
    """A word that the rules are to look for no more."""

    word: Line
    kind: Kind
    because: Line


class OwnWords(Part, frozen=True, kw_only=True):
    """The words of a course in one language."""

    medicines: tuple[Plain, ...] = ()
    danger_signs: tuple[Phrase, ...] = ()
    call_signs: tuple[Phrase, ...] = ()
    instructions: tuple[Phrase, ...] = ()
    plain: dict[Plain, Plain] = {}
    """A plainer word for each that is hard."""
    known: tuple[Plain, ...] = ()
    without: tuple[Without, ...] = ()

    def added(self, kind: Kind) -> tuple[str, ...]:
        """The words of a kind that the rules are to look for as well."""
        return tuple(getattr(self, kind))


_PLACES: Mapping[Kind, tuple[str, str]] = {
    "medicines": ("medicines", "names"),
    "danger_signs": ("danger_signs", ""),
    "call_signs": ("call_signs", ""),
    "instructions": ("instructions", "verbs"),
    "plain": ("plain", ""),
    "known": ("known", ""),
}
"""The key of each kind in the file of a language, and the part of what stands there."""


def with_own(vocabulary: Vocabulary, own: OwnWords) -> Vocabulary:
    """The words of a language with those of a course. Raises nothing.

    Where nothing is known of a kind, what a course adds is not enough for its rules to run.
    """
    known = dict(vocabulary.known)
    for kind, (key, part) in _PLACES.items():
        if key not in known:
            continue
        gone = {folded(each.word) for each in own.without if each.kind == kind}
        value = known[key]
        if kind == "medicines":
            known[key] = _medicines(value, own.medicines, gone)
        elif part:
            left = _left([*getattr(value, part), *own.added(kind)], gone)
            known[key] = structs.replace(value, **{part: left})
        elif isinstance(value, dict):
            both = value | own.plain
            known[key] = {each: both[each] for each in both if folded(each) not in gone}
        else:
            known[key] = _left([*value, *own.added(kind)], gone)
    return Vocabulary(vocabulary.language, known, vocabulary.problems, {}, vocabulary)


def words_of(vocabulary: Vocabulary, kind: Kind) -> Iterator[str]:
    """Every word of a kind that the rules look for in a language, one way to write it after the
    other."""
    key, part = _PLACES[kind]
    value = vocabulary.known.get(key, ())
    if kind == "medicines" and value:
        yield from (*value.every, *_every_way(value.kinds))
    elif kind in ("plain", "known"):
        yield from value
    elif value:
        yield from _every_way(getattr(value, part) if part else value)


def _medicines(value: Any, added: Iterable[str], gone: set[str]) -> Any:
    brands = {
        name: tuple(each for each in brands if folded(each) not in gone)
        for name, brands in value.brands.items()
        if folded(name) not in gone
    }
    # Brands of a medicine whose own name is taken away stay medicines.
    orphans = [
        each
        for name, brands in value.brands.items()
        if folded(name) in gone
        for each in brands
        if folded(each) not in gone
    ]
    names = tuple(e for e in (*value.names, *orphans, *added) if folded(e) not in gone)
    return structs.replace(
        value, names=names, brands=brands, kinds=_left(value.kinds, gone), gone=(*value.gone, *gone)
    )


def _left(phrases: Iterable[str], gone: set[str]) -> tuple[str, ...]:
    """Phrases without some of the ways to say them."""
    left: list[str] = []
    for phrase in phrases:
        ways = [*variants(phrase)]
        kept = [way for way in ways if folded(way) not in gone]
        left += [phrase] if len(kept) == len(ways) else kept
    return tuple(left)


def _every_way(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from variants(phrase)
