"""What most people press next: it is pointed out on a new screen, and Enter alone takes it."""

from __future__ import annotations

from course.views.model import Card, View
from course.views.press import Go, Press, Spot


def forward(view: View, tried: str) -> list[Press]:
    """The cards and the ways on and back, what most people press first.

    More, which a screen offers in the place of Next, is among them. `tried` is the status of an
    answer given before.
    """
    cards = [card.press for card in _in_order(view, tried)]
    ends: list[Press] = [Go(Spot.MORE)]
    ends += [button.press for button in (view.next, view.back) if button is not None]
    return [*cards, *ends] if _cards_first(view) else [*ends, *cards]


def by_enter_alone(view: View, tried: str) -> Press | None:
    """What Enter does where nothing is pointed out; None where a person has to choose.

    Nobody answers a question, nor takes one of several ways, by a key that they press without
    looking. Only what to look at again in a result is taken as it is on a screen: each page once,
    and then the way on.
    """
    offered = [press for press in forward(view, tried) if press != Go(Spot.MORE)]
    first = offered[0] if offered else None
    is_one_of_several = len(view.cards) > 1 and first in [card.press for card in view.cards]
    return None if is_one_of_several and view.layout != "result" else first


WAITS = ("first", "pad", "keyboard", "code", "question")
"""Layouts that somebody has to look at or to answer."""


def by_listening(view: View) -> Press | None:
    """What goes on once a view was read aloud; None where a person has to choose.

    Nobody is led by past a question, a choice or their code, nor out of the course.
    """
    # From what is told once, such as that all was removed, there is no way back.
    is_told_once = view.layout == "list" and view.back is None
    if view.next is None or view.card_first or view.layout in WAITS or is_told_once:
        return None
    return view.next.press


def _cards_first(view: View) -> bool:
    if view.layout == "result":
        # To look again is the easier press, where there is something to look at again.
        return any(card.mark == "open" for card in view.cards)
    # Where only the way back is left, it comes first: Enter once too often changes nothing.
    return view.card_first or view.layout in ("pad", "keyboard") or not (view.next or not view.help)


def _in_order(view: View, tried: str) -> list[Card]:
    def is_left(card: Card) -> bool:
        return card.mark in ("", "open") and card.status != tried

    if view.layout in ("question", "result"):
        return sorted(view.cards, key=lambda card: not is_left(card))
    return list(view.cards)
