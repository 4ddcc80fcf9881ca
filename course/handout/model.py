"""A page to take along, ready to be written in any form."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from course.content.prose import Inline
from course.content.signs import Level

BOX, TICKED, DOT = "☐", "☑", "•"
"""What stands before an item: a box to tick, one that is ticked, or only a dot."""


class Group(Struct, frozen=True):
    """Danger signs that count after the same shots."""

    signs: tuple[str, ...]
    after: str = ""
    """After which shots; empty if after those of whoever holds the page."""


class Band(Struct, frozen=True):
    """What to do, and for which signs."""

    level: Level
    sign: str
    """Beside the words, so that a page says the same without its colours."""
    text: str
    """As in "Call 911"."""
    more: str
    groups: tuple[Group, ...]
    write: str = ""
    """What is to be filled in by hand, where the clinic has set no number."""


class Item(Struct, frozen=True):
    text: str
    mark: str = DOT
    lead: str = ""
    """What stands before the text, such as the question that it answers."""
    inlines: tuple[Inline, ...] = ()
    """The text where it cites something, for a screen, on which each view has its own numbers."""


class Part(Struct, frozen=True):
    """A title, and what stands below it."""

    title: str
    items: tuple[Item, ...]
    place: Literal["under", "beside", "below"] = "below"
    """Where there is room for it: under the danger signs, beside both, or below all of that."""


class Handout(Struct, frozen=True, kw_only=True):
    """One page. Every text in it is shown exactly as it is, in the order of the fields."""

    language: str
    title: str
    under: tuple[str, ...] = ()
    """What stands below the title: the clinic, the place of the shots, the day, the code."""
    help: str = ""
    """The title of the bands."""
    bands: tuple[Band, ...] = ()
    """The most urgent first."""
    unsure: str = ""
    """What to do where one does not know which band it is."""
    parts: tuple[Part, ...] = ()
    """Those under the danger signs first, then those beside them."""
    foot: tuple[str, ...] = ()
    """Who checked it, and when."""
    sources: str = ""
    """What it rests on, below all else; a screen names it on the views that cite it."""
