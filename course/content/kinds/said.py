"""What a kind has to say: its author's text, or the name of a word of the interface."""

from __future__ import annotations

from msgspec import Struct


class Word(Struct, frozen=True):
    """The name of a word of the interface, in whatever language that speaks."""

    name: str
    values: dict[str, int | str] = {}
    """What is filled in."""


Said = str | Word
