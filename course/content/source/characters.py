"""Characters that no text of a course may hold, since a reader cannot see what they do.

Control characters reach the terminal raw and can move the cursor or change the title of the
window; bidirectional controls show a text in another order than it is stored; characters of no
width make two words look the same that are not. A space that does not break comes along when words
are copied from a page: it looks like a space and is none to YAML.
"""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tabs are named apart, and \n ends a line
    "\t\xa0"
    "\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    "\ud800-\udfff\ufffe\uffff"
    "]"
)


_CURLY = re.compile(r"(?:[:,[{]|^ *-) *[\u201c-\u201e]")


def opens_curly(before: str) -> bool:
    """Whether a text that begins in this piece of a line is meant to stand in quotation marks."""
    return bool(_CURLY.search(before))


STRAIGHT = 'Curly quotation marks do not count. Type straight ones (") around the whole text.'


def describe(character: str) -> tuple[str, str]:
    """What is wrong with a forbidden character, and how to mend it."""
    if character == "\t":
        return "Here is a tab.", "Use spaces; most editors can write spaces for the Tab key."
    if character == "\xa0":
        what = "Here is a space of another kind, as word processors write it (U+00A0)."
        return what, "Delete it, and type a space."
    import unicodedata

    name = unicodedata.name(character, "a control character").lower()
    return (
        f"Here is a character that cannot be seen (U+{ord(character):04X}, {name}).",
        "Delete it, and type the text around it again.",
    )
