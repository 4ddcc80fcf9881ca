"""The keys of what stands on a view."""

import pytest
from msgspec import structs

from course.views.model import Button, Card, View, signs
from course.views.press import Go, Pick, Speak, Spot

START = (Card(Go(Spot.START), "Start"), Card(Go(Spot.CODE), "Code"))


def first(languages: int, cards: tuple[Card, ...] = START) -> View:
    """A view with so many languages, the first of which is that of now."""
    marks = ["done", *[""] * languages]
    offered = tuple(Card(Speak(f"l{n}"), f"L{n}", mark=marks[n]) for n in range(languages))
    return View(layout="first", section="", cards=cards, languages=offered, help="welcome")


def test_languages_have_the_last_keys() -> None:
    assert signs(first(3)) == {
        Go(Spot.START): "1",
        Go(Spot.CODE): "2",
        Speak("l1"): "7",
        Speak("l2"): "8",
        Go(Spot.HELP): "?",
    }


@pytest.mark.parametrize("languages", [2, 7, 8, 9, 10, 30])
def test_cards_keep_their_keys_however_many_languages_there_are(languages: int) -> None:
    found = signs(first(languages))
    assert (found[Go(Spot.START)], found[Go(Spot.CODE)]) == ("1", "2")
    assert len({*found.values()}) == len(found) == min(languages - 1, 6) + 3
    assert Speak("l0") not in found


def test_where_cards_take_all_digits_a_language_has_the_key_of_a_tool_that_is_not_there() -> None:
    cards = tuple(Card(Pick(str(n)), str(n)) for n in range(8))
    assert signs(first(2, cards))[Speak("l1")] == "/"
    here = structs.replace(first(2, cards), tools=(Button(Spot.SOURCES, "Sources"),))
    assert signs(here)[Speak("l1")] == "-"


def test_cards_for_which_no_digit_is_left_have_keys_that_nothing_else_has_there() -> None:
    cards = tuple(Card(Pick(str(n)), str(n)) for n in range(12))
    found = signs(first(2, cards))
    assert [found.get(card.press) for card in cards] == [*"12345678/-+", None]
    assert Speak("l1") not in found
    here = structs.replace(first(0, cards), tools=(Button(Spot.STOP, "Stop"),))
    found = signs(here)
    assert [found.get(card.press) for card in cards] == [*"12345678/+", None, None]
    assert found[Go(Spot.STOP)] == "-"


def test_buttons_have_the_same_keys_everywhere() -> None:
    view = View(
        layout="page", section="", back=Button(Spot.BACK, "Back"), next=Button(Spot.NEXT, "Next")
    )
    assert signs(view) == {Go(Spot.BACK): "0", Go(Spot.NEXT): "9"}
