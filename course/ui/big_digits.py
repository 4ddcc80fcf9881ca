"""Digits three rows high, so that a code can be copied from an arm's length."""

from __future__ import annotations

from textual.renderables.digits import DIGITS, DIGITS3X3

ROWS = 3


def big_digits(text: str) -> list[str]:
    """The rows of `text`, which may hold digits and spaces."""
    rows = [""] * ROWS
    for character in text:
        for row in range(ROWS):
            # The table holds three cells a character; a space is its first entry.
            rows[row] += DIGITS3X3[DIGITS.index(character) * ROWS + row].ljust(ROWS)
    return rows
