"""What can be typed at a view: a number for each card and button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from course.speech.characters import without_marks
from course.speech.telling import card_text
from course.views.context import Context
from course.views.model import Button, View

MENU = "menu"
CLOSE = "close"
SPOTS = {"menu": 7, "extra": 8, "next": 9, "back": 0}
"""The buttons have these numbers on every view, as on the screen; no card takes one of them."""


@dataclass(frozen=True)
class Choice:
    """Something that can be typed, and what it does."""

    number: int
    action: str
    label: str


@dataclass(frozen=True)
class Choices:
    """All that can be typed at a view."""

    cards: tuple[Choice, ...]
    buttons: tuple[Choice, ...]
    enter: Choice | None
    """What Enter alone does; None where a person has to choose."""

    @property
    def every(self) -> tuple[Choice, ...]:
        return self.cards + self.buttons

    def meant(self, typed: str) -> Choice | None:
        """The choice that was typed, if it is one; an empty line is Enter alone."""
        if not typed:
            return self.enter
        number = int(typed) if typed.isdecimal() else -1
        return next((each for each in self.every if each.number == number), None)


def choices(view: View, context: Context) -> Choices:
    """The cards from 1 on, and the buttons under their own numbers."""
    words = context.words
    cards = tuple(
        Choice(number, card.id, card_text(card, words))
        for number, card in zip(_free_numbers(), view.cards, strict=False)
    )
    menu = context.button(MENU) if view.help else None
    offered = {"menu": menu, "extra": view.extra, "next": view.next, "back": view.back}
    buttons = {
        spot: _choice(SPOTS[spot], button) for spot, button in offered.items() if button is not None
    }
    back = buttons.get("back")
    if back is not None and cards and back.action != CLOSE:
        back = None
    on = buttons.get("next") or back
    if view.card_first and view.next and cards:
        on = cards[0]
    return Choices(cards, tuple(buttons.values()), on)


def _choice(number: int, button: Button) -> Choice:
    return Choice(number, button.id, without_marks(button.label))


def _free_numbers() -> Iterator[int]:
    return (number for number in count(1) if number not in SPOTS.values())
