"""Names as they stand in a message, and those that were probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_LONGEST = 300


def one_line(message: str) -> str:
    """A message that quotes an author, on one line of a length that can be read."""
    message = " ".join(message.split())
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def quoted(names: Iterable[str]) -> str:
    """The names as a list in a sentence, each in quotation marks."""
    return ", ".join(f'"{name}"' for name in names)


@lru_cache(maxsize=1)
def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known name that is spelt most like `word`; None if none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:60], known, n=1)), None)


def suggest(word: str, known: Iterable[str], where: str = "where it is defined") -> str:
    """A cure for a misspelt name: the nearest one that is known, or else all of them."""
    names = tuple(dict.fromkeys(known))
    if not names:
        return "None is written yet. Write it."
    if near := nearest(word, names):
        return f'Did you mean "{near}"?'
    if len(names) > 20:
        return f"Look the name up {where}."
    return f"Use one of: {quoted(names)}." if names[1:] else f"Use {quoted(names)}."


def shortened(text: str) -> str:
    """The start of a text that is too long to be repeated."""
    return text if len(text) <= 40 else text[:39] + "…"
