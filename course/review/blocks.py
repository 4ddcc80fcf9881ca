"""What the document for the reviewer is made of, whatever it is written as."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RunStyle = Literal["", "code", "bold", "small", "out", "in"]
ParStyle = Literal["", "who", "title", "text", "item", "card", "button", "note"]


class Run(Struct, frozen=True):
    """Some words of a line in one style; `out` and `in` are those of a redline."""

    text: str
    style: RunStyle = ""


Runs = tuple[Run, ...]


class Head(Struct, frozen=True, tag="head"):
    """A heading of a level from 1 to 3; `to` is where the contents lead."""

    level: int
    runs: Runs
    to: str = ""


class Par(Struct, frozen=True, tag="par"):
    """A paragraph, or a line of a screen."""

    runs: Runs
    style: ParStyle = ""


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list."""

    items: tuple[Runs, ...]


class Exact(Struct, frozen=True, tag="exact"):
    """Lines that are shown letter for letter, as they are signed."""

    lines: tuple[Runs, ...]


class Seen(Struct, frozen=True, tag="seen"):
    """What patients see at a place."""

    lines: tuple[Par, ...]


class Resting(Struct, frozen=True, tag="resting"):
    """Statements, each beside what it rests on."""

    rows: tuple[tuple[Par, tuple[Par, ...]], ...]


class Picture(Struct, frozen=True, tag="picture"):
    """A picture in SVG, and what is told in its place."""

    name: str
    alt: str


class Contents(Struct, frozen=True, tag="contents"):
    """What the document has: each heading of the second level, and where it stands."""

    rows: tuple[tuple[str, str], ...]


class Sheet(Struct, frozen=True, tag="sheet"):
    """Lines to be filled in by hand: what stands before each."""

    lines: tuple[str, ...]


Block = Head | Par | Bullets | Exact | Seen | Resting | Picture | Contents | Sheet


def plain(text: str) -> Runs:
    """Words in no style."""
    return (Run(text),)


def code(text: str) -> Run:
    """A name or a mark, letter for letter."""
    return Run(text, "code")
