"""Marks and arrows belong to a screen; words told by a voice or on a plain line have none."""

from __future__ import annotations

import re

_MARKS = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"
    "\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\ufffd\U0001f000-\U0001faff"
    "]"
)
"""Controls, arrows, frames and pictures. Signs that a text needs, such as a degree sign or
"at least", are none of these."""
_BLANKS = re.compile(r"\s+")
_LONE_BLANK = re.compile(r" +([.,;:?!)])")


def without_marks(text: str) -> str:
    """The text on one line, without what only an eye can read."""
    return _BLANKS.sub(" ", _MARKS.sub(" ", text)).strip()


def joined(parts: list[str]) -> str:
    """Parts of a sentence as one, with no blank left over where a mark stood between them."""
    return _LONE_BLANK.sub(r"\1", without_marks("".join(parts)))
