"""The parts of which every view is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from course.content.model import Figure, Term
from course.content.prose import Inline, Prose

Tone = Literal["plain", "good", "care"]


@dataclass(frozen=True)
class Title:
    """The name of the course, larger than text where there is room."""

    text: str


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Text:
    prose: Prose


@dataclass(frozen=True)
class Drawing:
    figure: Figure


@dataclass(frozen=True)
class Box:
    """A callout: what to remember, to take care of or to ask."""

    kind: Literal["key", "warning", "ask"]
    label: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class Note:
    """A label and what it introduces; both in one paragraph."""

    label: str
    inlines: tuple[Inline, ...]
    tone: Tone = "plain"


@dataclass(frozen=True)
class Plain:
    """A text shown exactly as it is written."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Terms:
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class BigDigits:
    """A learner's code, large enough to copy."""

    digits: str


Block = Title | Heading | Text | Drawing | Box | Note | Plain | Terms | BigDigits


@dataclass(frozen=True)
class Card:
    """Something to choose. `state` is said in words and by a mark, never by colour alone."""

    id: str
    text: str
    status: str = ""
    mark: str = ""
    """`open`, `done`, or a sign of its own such as a number."""


@dataclass(frozen=True)
class Button:
    id: str
    label: str


@dataclass(frozen=True)
class View:
    """One place, ready to be drawn. The buttons stand in the same spots on every view."""

    section: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...] = ()
    side_by_side: bool = False
    """Whether the cards are short enough to stand beside each other."""
    paired: bool = False
    """Whether the cards may stand in pairs where there is no room for them below each other."""
    card_first: bool = False
    """Whether a card is what most people press next, even where there is Next."""
    back: Button | None = None
    help: str = ""
    """The name of the words that say what to do here; empty in a dialog, which has no menu."""
    menu: tuple[Button, ...] = ()
    """What the menu offers here besides help."""
    extra: Button | None = None
    next: Button | None = None
    next_at_once: bool = False
    """Whether Next may be pressed before all of the view was seen."""
    step: tuple[int, int] | None = None
    cites: tuple[str, ...] = ()
    """The sources and claims that the blocks cite, in the order of their numbers."""
