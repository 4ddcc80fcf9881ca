"""What a person may do at a kiosk. Whatever is not named here does nothing."""

from __future__ import annotations

DIGITS = frozenset("0123456789")
WRITES = {digit: digit for digit in DIGITS} | {
    "question_mark": "?",
    "asterisk": "*",
    "slash": "/",
    "minus": "-",
    "plus": "+",
    # The same on a number pad.
    "multiply": "*",
    "divide": "/",
    "subtract": "-",
    "add": "+",
    "space": " ",
}
"""The keys that write something, and what."""
KEYS = frozenset(WRITES) | {
    "up",
    "down",
    "left",
    "right",
    "pageup",
    "pagedown",
    "tab",
    "shift+tab",
    "enter",
    "backspace",
    "escape",
}
WRITTEN = frozenset({"comma", "full_stop", "apostrophe"})
"""The keys besides those of letters that write, where something is written."""
STAFF_KEY = "ctrl+k"
"""Asks for the PIN, as a long press in the corner does."""
STAFF_CORNER = (6, 2)
"""Columns and rows of the corner on the upper left."""
LARGEST = (250, 100)
"""Columns and rows of the largest screen. The course takes 76 by 40 of them, and painting ten times
as many as these stops the screen for seconds."""


def key(name: str, character: str | None) -> bool:
    """Whether a key may be pressed. One that writes something else than its name says may not."""
    if name not in KEYS:
        return False
    return character in (None, WRITES.get(name)) or not character.isprintable()


def writes(name: str, character: str | None) -> bool:
    """Whether a key writes a letter, or a sign of a sentence, as its name says."""
    if character is None or len(character) != 1 or not character.isprintable():
        return False
    return name in WRITTEN or (name == character and character.isalpha())


def in_corner(column: int, row: int) -> bool:
    """Whether a press there may be the start of the long press for staff."""
    return 0 <= column < STAFF_CORNER[0] and 0 <= row < STAFF_CORNER[1]
