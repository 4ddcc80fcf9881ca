"""Presses everything that a course shows, and says what each press led to."""

from collections.abc import Iterator

from course.content.kinds.figures import MapFigure
from course.content.model import Course
from course.flow.navigator import Navigator
from course.views.model import Card, View
from course.views.press import Go, Pick, Press, Speak, Spot

MOST = 3000
"""Presses for a whole course; whoever needs more goes in circles."""

VIEWS = 30
"""More than any page has."""


def meant(short: Spot | str | Speak) -> Press:
    """A press: a button or card of the program, a card that content made, or a language."""
    if isinstance(short, Spot):
        return Go(short)
    return Pick(short) if isinstance(short, str) else short


def press(navigator: Navigator, *presses: Spot | str | Speak) -> View:
    """Press one after the other; what is shown then."""
    for each in presses:
        navigator.press(meant(each))
    return navigator.view()


def begun(navigator: Navigator) -> Navigator:
    """At the way."""
    navigator.press(Go(Spot.START))
    navigator.press(Go(Spot.NEXT))
    assert navigator.view().layout == "way"
    return navigator


def every_card(navigator: Navigator) -> Iterator[tuple[View, Card, View]]:
    """Each card of each view on the way through all modules: the view, the card, what it opened.

    Answers are taken in their order until a question is done.
    """
    modules = [card.press for card in navigator.view().cards]
    for module in modules:
        yield from _pressed(navigator, _card(navigator.view(), module))
        yield from _module(navigator)


def _module(navigator: Navigator) -> Iterator[tuple[View, Card, View]]:
    pressed: set[tuple[str, str, str, Press]] = set()
    for _ in range(MOST):
        view = navigator.view()
        if view.layout in ("way", "finish"):
            if view.layout == "finish":
                navigator.press(Go(Spot.BACK))
            return
        place = (view.layout, view.title, view.said)
        new = [card for card in view.cards if (*place, card.press) not in pressed]
        if new:
            pressed.add((*place, new[0].press))
            yield from _pressed(navigator, new[0])
            after = navigator.view()
            opened = view.layout == "list" and after.title != view.title
            if view.layout in ("map", "result") or opened or new[0].press == Go(Spot.SHOW):
                # A spot, what is said of a place, or a page shown once more: Next returns from it.
                navigator.press(Go(Spot.NEXT))
                assert navigator.view().title == view.title or view.layout == "feedback", after
        elif view.next is not None:
            navigator.press(Go(Spot.NEXT))
        else:
            further = (card for card in view.cards if card.mark != "picked")
            yield from _pressed(navigator, next(further))
    raise AssertionError("the module has no end")


def _pressed(navigator: Navigator, card: Card) -> Iterator[tuple[View, Card, View]]:
    before = navigator.view()
    navigator.press(card.press)
    yield before, card, navigator.view()


def _card(view: View, press: object) -> Card:
    return next(card for card in view.cards if card.press == press)


def led_where_it_says(before: View, card: Card, after: View, course: Course) -> bool:
    """Whether a press led to what its card names."""
    match before.layout, card.press:
        case "way", Pick(module):
            return after.section == course.module(module).title
        case "map", Pick(spot):
            return after.title == card.text and _says(course, spot, after)
        case "list", Pick(_) if after.title != before.title:
            return after.title == card.text
        case "list", Pick(_):
            # The own place is shown as picked, by its card or by that of the places that are not.
            return [c for c in after.cards if c.mark and card.text in (c.text, c.status)] != []
        case "list" | "page", Go(Spot.PLACES):
            return after.layout == "list" and after.cards != before.cards
        case "page", Pick(_):
            return _card(after, card.press).mark != card.mark
        case "question", Go(Spot.REVEAL):
            return after.layout == "feedback"
        case "question", Pick(_) if after.verdict is not None:
            return card.text in after.verdict.chose
        case "question", Pick(_):
            # A step of an order is picked, or taken back, until the last one.
            return after.asked == before.asked and _card(after, card.press) != card
        case "result", Pick(_):
            return after.title == card.text
        case "feedback", Go(Spot.SHOW):
            return bool(after.title) and after.next is not None
        case _:
            return False


def _says(course: Course, spot: str, after: View) -> bool:
    texts = [
        each.text
        for module in course.modules
        for page in module.pages
        if isinstance(page.figure, MapFigure)
        for each in page.figure.spots
        if each.id == spot and each.label == after.title
    ]
    return bool(texts)
