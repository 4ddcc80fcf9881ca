"""What a voice says of a view: its text, and what there is to choose from, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from course.language import Words
from course.speech.characters import without_marks
from course.speech.telling import card_state, card_text, tell
from course.views.model import Advice, BigDigits, Block, Passage, Text, View, signs, told

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s]+)\S*?(?=[.,;]?(?:\s|$))")
_DOLLARS = re.compile(r"\$ ?(\d[\d,]*(?:\.\d+)?)")
_PHONE = re.compile(r"\b(?:1[- ])?(?:\d{3}[- ])?\d{3}[- ]\d{4}\b")
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMBERED = re.compile(r"(\d+[a-z]?)(?:: | (?=[A-Z]))")
_ENDS = (".", "?", "!", ":", ";", ",")
_NAMES = {"/": "slash", "-": "minus", "+": "plus"}
"""Keys that a voice may leave out, and under what their names stand among the words."""


class Line(Struct, frozen=True):
    """A paragraph, an item or a card."""

    text: str
    """All of it, as a voice says it that reads whatever comes."""
    phrases: tuple[str, ...]
    """The same in whole sentences, each of which stands in many lines and is recorded once.
    Empty where no two people are told the same."""
    passage: Passage
    """What on the screen it is."""


def lines(view: View, words: Words) -> tuple[Line, ...]:
    """The words of a view in reading order.

    Sources are not named: a listener cannot skip them. They have a button of their own.
    """
    return (*_told(told(view), words), *_cards(view, words))


def spoken(view: View, words: Words) -> str:
    """All of them, one below the other."""
    return "\n".join(line.text for line in lines(view, words))


def _told(blocks: Iterable[Block], words: Words) -> Iterator[Line]:
    for block in blocks:
        said = [said for group in tell((block,), words, {}) for said in group]
        for number, each in enumerate(said):
            is_numbered = each.lead[:1].isdigit()
            text = _sentence(f"{each.lead} {each.text}" if is_numbered else each.text, words)
            parts = [each.lead] * is_numbered + _apart(each.text, words)
            passage = Passage(block, number if isinstance(block, Text | Advice) else 0)
            yield Line(text, () if isinstance(block, BigDigits) else tuple(parts), passage)


def _cards(view: View, words: Words) -> Iterator[Line]:
    known = signs(view)
    for card in view.cards:
        sign, state = known.get(card.press, ""), card_state(card, words)
        if sign in _NAMES:
            sign = words(f"listen.{_NAMES[sign]}")
        whole = card_text(card, words)
        parts = [f"{sign}."] * bool(sign)
        parts += [_sentence(without_marks(each), words) for each in (card.text, *card.about)]
        parts += [_sentence(state[0].upper() + state[1:], words)] if state else []
        yield Line(
            _sentence(f"{sign}: {whole}" if sign else whole, words),
            tuple(parts),
            Passage(card.press),
        )


def _apart(text: str, words: Words) -> list[str]:
    """A text as one phrase; of a source that goes by a number on each page, as two."""
    found = _NUMBERED.match(text)
    if found is None:
        return [_sentence(text, words)]
    return [f"{found[1]}.", _sentence(text[found.end() :], words)]


def _sentence(line: str, words: Words) -> str:
    """A voice only pauses at the end of a sentence."""
    line = _ADDRESS.sub(r"\1", line)
    line = _DOLLARS.sub(lambda found: words("listen.dollars", amount=found[1]), line)
    line = _PHONE.sub(lambda found: _digits(found[0]), line)
    line = _DAY.sub(lambda found: _day(found, words), line)
    return line if line.endswith(_ENDS) else f"{line}."


def _digits(number: str) -> str:
    groups = re.split(r"[- ]", number)
    return ", ".join(" ".join(group) for group in groups)


def _day(found: re.Match[str], words: Words) -> str:
    year, month, day = found.groups()
    names = words("listen.months").split(", ")
    if not 1 <= int(month) <= len(names):
        return found[0]
    return words("listen.day", year=year, month=names[int(month) - 1], day=int(day))
