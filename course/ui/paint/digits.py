"""Digits three rows high, so that a code can be copied from an arm's length."""

from __future__ import annotations

from textual.renderables.digits import DIGITS, DIGITS3X3

ROWS = 3
TO_COME = "╶─╴"


def big_digits(text: str) -> list[str]:
    """The rows of `text`, which may hold digits, spaces, and `_` for a digit still to come."""
    rows = [""] * ROWS
    for character in text:
        for row in range(ROWS):
            # The table holds three cells a character; a space is its first entry.
            cells = DIGITS3X3[DIGITS.index(character) * ROWS + row] if character != "_" else ""
            rows[row] += (TO_COME if character == "_" and row == ROWS - 1 else cells).ljust(ROWS)
    return rows
