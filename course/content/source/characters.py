"""Characters that no text of a course may hold, since a reader cannot see what they do.

Control characters reach the terminal raw and can move the cursor or change the title of the
window; bidirectional controls show a text in another order than it is stored; characters of no
width, and letters that are blank, make two words look the same that are not. A third mark on a
letter grows over the lines above. A space that does not break comes along when words are copied
from a page: it looks like a space and is none to YAML.
"""

from __future__ import annotations

import re

from course.errors import UNSEEN

_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
FORBIDDEN = re.compile(f"[{UNSEEN}\t\xa0]|(?<={_MARK}{_MARK}){_MARK}")
"""One character, wherever it may not stand. \n ends a line."""
_IS_MARK = re.compile(_MARK)
MENDED = {
    "\t": "  ",
    "\xa0": " ",
    **dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    **dict.fromkeys("\u2028\u2029", "\n"),
}
"""What stands in the place of those of which it is known, when a file is mended."""

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

    if _IS_MARK.match(character):
        what = f"There are more than two marks on a letter here (U+{ord(character):04X})."
        return what, "Delete what is too much, or type the letter again."
    name = unicodedata.name(character, "a control character").lower()
    return (
        f"Here is a character that cannot be seen (U+{ord(character):04X}, {name}).",
        "Delete it, and type the text around it again.",
    )
