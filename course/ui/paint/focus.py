"""What is pointed out when a view is new: what most people press next."""

from __future__ import annotations

from collections.abc import Collection

from course.views.model import Card, View
from course.views.press import Go, Press, Spot


def first(view: View, offered: Collection[Press], tried: str) -> Press | None:
    """Of what is offered, what to point out; `tried` is the status of an answer given before."""
    cards = [card.press for card in _in_order(view, tried) if card.press in offered]
    ends = [Go(Spot.MORE)]
    ends += [button.press for button in (view.next, view.back) if button is not None]
    ends = [press for press in ends if press in offered]
    order = [*cards, *ends] if _cards_first(view) else [*ends, *cards]
    return order[0] if order else None


def _cards_first(view: View) -> bool:
    if view.layout == "result":
        # To look again is the easier press, where there is something to look at again.
        return any(card.mark == "open" for card in view.cards)
    # Where only the way back is left, it comes first: Enter once too often changes nothing.
    return view.card_first or view.layout == "pad" or not (view.next or not view.help)


def _in_order(view: View, tried: str) -> list[Card]:
    def is_left(card: Card) -> bool:
        return card.mark in ("", "open") and card.status != tried

    if view.layout in ("question", "result"):
        return sorted(view.cards, key=lambda card: not is_left(card))
    return list(view.cards)
