"""What a voice says of a view: its text, and what there is to choose from."""

from __future__ import annotations

import re

from course.language import Words
from course.speech.telling import card_text, tell
from course.views.model import View, signs, told

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s]+)\S*?(?=[.,;]?(?:\s|$))")
_DOLLARS = re.compile(r"\$ ?(\d[\d,]*(?:\.\d+)?)")
_PHONE = re.compile(r"\b(?:\d{3}[- ])?\d{3}[- ]\d{4}\b")
_ENDS = (".", "?", "!", ":", ";", ",")


def spoken(view: View, words: Words) -> str:
    """The words of a view in reading order, a line for each paragraph, item and card.

    Sources are not named: a listener cannot skip them. They have a button of their own.
    """
    lines = [
        f"{said.lead} {said.text}" if said.lead[:1].isdigit() else said.text
        for group in tell(told(view), words, {})
        for said in group
    ]
    known = signs(view)
    for card in view.cards:
        text = card_text(card, words)
        lines.append(f"{known[card.press]}: {text}" if card.press in known else text)
    return "\n".join(_sentence(line, words) for line in lines)


def _sentence(line: str, words: Words) -> str:
    """A voice only pauses at the end of a sentence."""
    line = _ADDRESS.sub(r"\1", line)
    line = _DOLLARS.sub(lambda found: words("listen.dollars", amount=found[1]), line)
    line = _PHONE.sub(lambda found: _digits(found[0]), line)
    return line if line.endswith(_ENDS) else f"{line}."


def _digits(number: str) -> str:
    groups = re.split(r"[- ]", number)
    return ", ".join(" ".join(group) for group in groups)
