"""The nine digits that bring a learner back: eight at random and a Damm check digit.

H. Michael Damm's check digit (dissertation, Marburg 2004) finds every single wrong digit and every
swap of two neighbours, and is a digit itself, so a code can be typed on a number pad.
"""

import re
import secrets
from collections.abc import Callable

_QUASIGROUP = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_CODE = re.compile(r"[0-9]{9}")
_BETWEEN_GROUPS = re.compile(r"[\s\-\u2010-\u2015]")


def new_code(randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A fresh code; `randbelow(10)` gives each digit."""
    digits = "".join(str(randbelow(10)) for _ in range(8))
    return digits + _check(digits)


def normalise(typed: str) -> str:
    """What a person typed, without the spaces and hyphens between the groups."""
    return _BETWEEN_GROUPS.sub("", typed)


def is_code(text: str) -> bool:
    """Whether these are nine digits, and nothing else, with the right check digit."""
    return _CODE.fullmatch(text) is not None and _check(text) == "0"


def spoken(code: str) -> str:
    """The code in groups of three, as it is read out and written down: `482 719 360`."""
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def _check(digits: str) -> str:
    interim = "0"
    for digit in digits:
        interim = _QUASIGROUP[int(interim)][int(digit)]
    return interim
