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
BYTES = 520
"""As many as a code of 77 by 77 modules holds: fewer in a code would make many codes of a card."""
_HIGHEST = 99
"""Of so many texts the head has its greatest length."""


class Taken(Struct, frozen=True):
    """A text for one code, and what stands beside that. Nothing in it says who somebody is."""

    label: str
    text: str


def card(handout: Handout, words: Words, most: int = BYTES) -> list[Taken]:
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
