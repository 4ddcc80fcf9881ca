"""Words and phrases as they stand in the files, and the patterns that find them in a text.

A phrase is written as it is said. Words with a / between them can stand for each other, and what
stands in ( ) may be left out: `cannot breathe/breathing`, `not (be) able to speak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Annotated

from msgspec import Meta

from course.content.texts import Part


def grammar(slot: str = "") -> str:
    """The pattern of a phrase in which `{slot}` may stand for a word."""
    letter = rf"(?:[^\s(){{}}/]|\{{{slot}\}})" if slot else r"[^\s(){}/]"
    token = rf"{letter}+(?:/{letter}+)*"
    aside = r"\([^(){}/]+(?:/[^(){}/]+)*\)"
    return rf"^(?:{aside} )*{token}(?: (?:{token}|{aside}))*$"


HOW = (
    "one or more words with a blank between them, a / between words that can stand for each other, "
    "and ( ) around words that may be left out"
)
ANY_WORD = r"\w+"
Phrase = Annotated[str, Meta(pattern=grammar(), description=HOW)]
Plain = Annotated[str, Meta(pattern=r"^[^(){}/\n]+$", description="words without / or ( )")]
Phrases = Annotated[tuple[Phrase, ...], Meta(min_length=1)]
PlainWords = Annotated[tuple[Plain, ...], Meta(min_length=1)]


class Group(Part, frozen=True, kw_only=True, dict=True):
    """Words of a language that belong together; the patterns that are made of them are kept."""


_TOKEN = re.compile(r"(?P<aside>\([^()]*\))|\S+")
_SLOT = re.compile(r"\\\{(\w+)\\\}")


def either(phrases: Iterable[str], **slots: str) -> str:
    """A pattern for whole words that are one of some phrases, with patterns for their slots."""
    longest_first = sorted(dict.fromkeys(phrases), key=len, reverse=True)
    by_ends: dict[tuple[str, str], list[str]] = {}
    for phrase in longest_first:
        ends = _start(phrase.lstrip("(")[0]), _end(phrase.rstrip(")")[-1])
        by_ends.setdefault(ends, []).append(_one(phrase, slots))
    groups = [f"{start}(?:{'|'.join(some)}){end}" for (start, end), some in by_ends.items()]
    return groups[0] if len(groups) == 1 else f"(?:{'|'.join(groups)})"


def _start(letter: str) -> str:
    """A word may stand right behind a number, as in 5tablets; a sign such as % behind anything."""
    if letter.isalpha():
        return r"(?<![^\W\d_])"
    return r"\b" if letter.isalnum() or letter == "{" else ""


def _end(letter: str) -> str:
    return r"\b" if letter.isalnum() or letter == "}" else ""


def ends_in(endings: Iterable[str], least: int = 1) -> str:
    """A pattern for a word with one of some endings, and so many letters at least before it."""
    return rf"\w{{{least},}}(?:{'|'.join(map(re.escape, endings))})"


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that takes capital letters for small ones."""
    return re.compile(pattern, re.IGNORECASE)


def _one(phrase: str, slots: dict[str, str]) -> str:
    pattern, has_word = "", False
    for found in _TOKEN.finditer(phrase):
        if found["aside"]:
            aside = _alternatives(found.group()[1:-1], slots)
            pattern += f"(?: +{aside})?" if has_word else f"(?:{aside} +)?"
        else:
            pattern += (" +" if has_word else "") + _alternatives(found.group(), slots)
            has_word = True
    return pattern


def _alternatives(words: str, slots: dict[str, str]) -> str:
    either = [_escaped(each, slots) for each in words.split("/")]
    return f"(?:{'|'.join(either)})" if len(either) > 1 else either[0]


def _escaped(words: str, slots: dict[str, str]) -> str:
    pattern = re.escape(words).replace(r"\ ", " +").replace("'", "['\u2019]")
    return _SLOT.sub(lambda slot: slots[slot[1]], pattern)


def variants(phrase: str) -> Iterator[str]:
    """Each way to say a phrase, with one blank between its words."""
    parts: list[list[str]] = []
    for found in _TOKEN.finditer(phrase):
        words = found.group()
        if found["aside"]:
            parts.append(["", *words[1:-1].split("/")])
        else:
            parts.append(words.split("/"))
    for chosen in product(*parts):
        yield " ".join(filter(None, chosen))


def folded(words: str) -> str:
    """Words as they are compared: in small letters, with one blank between them."""
    return " ".join(words.casefold().split())
