"""What can be typed at a view: the sign of each card and button, as on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from course.language import Words
from course.speech.characters import without_marks
from course.speech.telling import card_text
from course.views.forward import by_enter_alone
from course.views.model import SIGNS, SPARE, Button, Card, View, signs
from course.views.press import Go, Press, Spot


@dataclass(frozen=True)
class Choice:
    """Something that can be typed, and what it does."""

    sign: str
    press: Press
    label: str
    mark: str = ""
    """The state of a card, as the card has it."""


@dataclass(frozen=True)
class Choices:
    """All that can be typed at a view."""

    cards: tuple[Choice, ...]
    buttons: tuple[Choice, ...]
    enter: Choice | None
    """What Enter alone does; None where a person has to choose."""

    @property
    def every(self) -> tuple[Choice, ...]:
        """The cards, then the buttons."""
        return self.cards + self.buttons

    def meant(self, typed: str) -> Choice | None:
        """The choice that was typed, if it is one; an empty line is Enter alone."""
        if not typed:
            return self.enter
        sign = str(int(typed)) if typed.isdecimal() else typed
        return next((each for each in self.every if each.sign == sign), None)


def choices(view: View, words: Words) -> Choices:
    """The cards from 1 on, and the buttons under their own signs."""
    known = signs(view)
    # Numbers for cards beyond those that a digit presses: a screen reader leaves out other signs.
    known |= {card.press: "" for card in view.cards if known.get(card.press, "") in SPARE}
    more = (str(number) for number in count(10))
    offered = [*view.cards, *(card for card in view.languages if card.mark != "done")]
    cards = tuple(_card(card, known.get(card.press) or next(more), words) for card in offered)
    help_ = Button(Spot.HELP, words("button.help")) if view.help else None
    shown = [each for each in (*view.tools, help_, view.next, view.back) if each is not None]
    buttons = tuple(_button(button) for button in shown)
    enter = by_enter_alone(view, words("question.tried"))
    alone = next((each for each in (*cards, *buttons) if each.press == enter), None)
    return Choices(cards, buttons, alone)


def _card(card: Card, sign: str, words: Words) -> Choice:
    return Choice(sign, card.press, card_text(card, words), card.mark)


def _button(button: Button) -> Choice:
    return Choice(SIGNS[button.spot], Go(button.spot), without_marks(button.label))
