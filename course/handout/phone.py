"""Texts that a phone takes from the screen with its camera, without any network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from course.handout import ics

if TYPE_CHECKING:
    from course.handout.model import Band, Handout
    from course.handout.reminders import Entry
    from course.language import Words

Square = tuple[tuple[bool, ...], ...]
"""The rows of a QR code, its quiet zone included; what is dark is true."""
QUIET = 4
"""Light modules around a code, which a camera needs."""
LEAST = 17
"""Modules on each side of a code, but for four with each step."""
BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520)
"""As many as a code holds that has 21 modules on each side, and four more with each step. In more
than the last one has, a camera of a telephone may not tell one from the other."""
_HIGHEST = 99
"""Of so many texts the head has its greatest length."""


def holds(modules: int) -> int:
    """How many bytes a code holds in a square with so many modules on each side, the quiet zone
    included; 0 if no code fits."""
    steps = (modules - 2 * QUIET - LEAST) // 4
    return BYTES[min(steps, len(BYTES)) - 1] if steps > 0 else 0


class Taken(Struct, frozen=True):
    """A text for one code, and what stands beside that. Nothing in it says who somebody is."""

    label: str
    text: str


def card(handout: Handout, words: Words, most: int = BYTES[-1]) -> list[Taken]:
    """The danger signs in as many texts as it takes.

    Each can be read by itself, for whoever takes only one: it says what to do, and how many there
    are. None is longer than `most` bytes, unless a single sign is.
    """
    told: list[str] = []
    room = most - len(f"{_label(handout, words, _HIGHEST, _HIGHEST)}\n".encode())
    for lead, sign in (each for band in handout.bands for each in _signs(band)):
        last = told[-1] if told else ""
        between = "\n" if lead in last else f"\n\n{lead}\n"
        longer = f"{last}{between}- {sign}"
        if last and len(longer.encode()) <= room:
            told[-1] = longer
        else:
            told.append(f"{lead}\n- {sign}")
    labels = (_label(handout, words, at, len(told)) for at in range(1, len(told) + 1))
    return [Taken(label, f"{label}\n{text}") for label, text in zip(labels, told, strict=True)]


def days(entries: Iterable[Entry], language: str, today: date) -> list[Taken]:
    """Each day of a calendar, which a phone offers to keep; without the notes, so that its code
    stays small."""
    short = (structs.replace(entry, notes="") for entry in entries)
    return [Taken(each.title, ics.calendar((each,), language, today)) for each in short]


def link(address: str, place: str, picked: Iterable[str]) -> str:
    """A link to the course on the web page of the clinic.

    It ends with `#place=<place id>&picked=<id>,<id>`: the place of the person's own shot, and what
    they picked, each by its module, its page and its item with slashes between. What is not known
    is left out. Nothing behind the sign `#` is ever sent to a server.
    """
    parts = [f"place={place}"] if place else []
    if ids := ",".join(picked):
        parts.append(f"picked={ids}")
    # Whatever stood there has a meaning of its own on no page of ours.
    base = address.partition("#")[0]
    return f"{base}#{'&'.join(parts)}" if parts else base


def _label(handout: Handout, words: Words, at: int, of: int) -> str:
    return f"{handout.help} ({words('top.step', step=at, of=of)})" if of > 1 else handout.help


def _signs(band: Band) -> Iterator[tuple[str, str]]:
    """Each sign, with what to do for it and after which shots."""
    for group in band.groups:
        lead = "\n".join(filter(None, (band.text, band.more, group.after)))
        yield from ((lead, sign) for sign in group.signs)


def square(text: str) -> Square:
    """The code of a text."""
    # Only who takes something on a phone waits for it.
    import segno

    code = segno.make_qr(text, error="l", encoding="utf-8")
    return tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=QUIET))


def half_blocks(code: Square) -> list[str]:
    """A code in characters, two modules in each, dark ones in the colour of the text."""
    light = (False,) * len(code[0])
    pairs = zip_longest(code[::2], code[1::2], fillvalue=light)
    return [
        "".join(" ▄▀█"[2 * up + down] for up, down in zip(*pair, strict=True)) for pair in pairs
    ]
