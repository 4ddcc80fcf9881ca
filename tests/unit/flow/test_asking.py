"""What a person wants to ask: gathered on pages, chosen from, and in their own words."""

import pytest

from course.flow.navigator import Navigator, offered
from course.handout.lists import questions
from course.views.asking import LONGEST
from course.views.model import Card, View
from course.views.press import Go, Pick, Press, Spot
from course.visit.route import Place
from tests.unit.flow.walking import press


def page_with(navigator: Navigator, kind: str) -> Place:
    """The first page whose box is of a kind."""
    return next(
        Place("page", module.id, page.id)
        for module in navigator.context.course.modules
        for page in module.pages
        if page.callout and page.callout.kind == kind and not page.checklist
    )


def at(navigator: Navigator, place: Place) -> View:
    navigator.visit.go(place)
    navigator.go()
    return navigator.view()


def asked(navigator: Navigator) -> list[str]:
    return questions(navigator.visit, navigator.context)


def gather(navigator: Navigator, count: int) -> None:
    """Ask about so many pages."""
    pages = [
        Place("page", module.id, page.id)
        for module in navigator.context.course.modules
        for page in module.pages
        if not (page.checklist or page.check or page.your_place)
    ]
    for place in pages[:count]:
        at(navigator, place)
        press(navigator, Spot.HELP, Spot.TO_ASK, Spot.NEXT)


def cards(view: View) -> list[Card]:
    return [card for card in view.cards if isinstance(card.press, Pick)]


def test_a_page_gives_the_question_that_it_tells_people_to_ask(shipped: Navigator) -> None:
    place = page_with(shipped, "ask")
    page = shipped.context.course.module(place.module).page(place.id)
    before = at(shipped, place)
    view = press(shipped, Spot.HELP, Spot.TO_ASK)
    assert view.title == "It is on your list"
    (question,) = asked(shipped)
    assert question.endswith(f"? ({page.title})")
    assert press(shipped, Spot.NEXT) == before


def test_every_other_page_gives_one_as_well(shipped: Navigator) -> None:
    place = page_with(shipped, "key")
    page = shipped.context.course.module(place.module).page(place.id)
    at(shipped, place)
    press(shipped, Spot.HELP, Spot.TO_ASK)
    assert asked(shipped) == [f"Please tell me more: {page.title}"]


def test_whoever_changes_their_mind_takes_it_off(shipped: Navigator) -> None:
    at(shipped, page_with(shipped, "key"))
    press(shipped, Spot.HELP, Spot.TO_ASK, Spot.CLEAR)
    assert asked(shipped) == []


def test_it_is_there_when_they_come_back(shipped: Navigator) -> None:
    at(shipped, page_with(shipped, "key"))
    press(shipped, Spot.HELP, Spot.TO_ASK)
    before, code = asked(shipped), shipped.visit.record.code
    shipped.leave()
    press(shipped, Spot.CODE, *code)
    assert asked(shipped) == before


def test_a_page_of_questions_is_not_asked_about(shipped: Navigator) -> None:
    view = at(shipped, Place("page", "is-it-for-me", "three-questions"))
    assert Go(Spot.TO_ASK) not in offered(view)


def test_three_of_them_come_first_in_the_order_in_which_they_were_chosen(
    shipped: Navigator,
) -> None:
    gather(shipped, 4)
    in_order = asked(shipped)
    press(shipped, Spot.HELP, Spot.TAKE, Spot.QUESTIONS)
    shown: dict[str, Press] = {}
    while True:
        view = shipped.view()
        shown |= {card.text: card.press for card in cards(view)}
        if view.step is None or view.step[0] == view.step[1]:
            break
        press(shipped, Spot.NEXT)
    assert list(shown) == in_order
    chosen = (shown[in_order[3]], shown[in_order[1]])
    keys = [each.id for each in chosen if isinstance(each, Pick)]
    shipped.visit.for_now.first = tuple(keys)
    assert asked(shipped) == [in_order[3], in_order[1], in_order[0], in_order[2]]


def test_a_press_chooses_and_a_second_one_takes_it_back(shipped: Navigator) -> None:
    gather(shipped, 2)
    press(shipped, Spot.HELP, Spot.TAKE, Spot.QUESTIONS)
    one = cards(shipped.view())[0]
    shipped.press(one.press)
    assert cards(shipped.view())[0].status == "your number 1"
    shipped.press(one.press)
    assert cards(shipped.view())[0].status == ""


def test_there_are_never_more_than_three_that_matter_most(shipped: Navigator) -> None:
    gather(shipped, 5)
    press(shipped, Spot.HELP, Spot.TAKE, Spot.QUESTIONS)
    for _ in range(5):
        for card in cards(shipped.view()):
            if not card.status:
                shipped.press(card.press)
        press(shipped, Spot.NEXT)
    assert len(shipped.visit.for_now.first) <= 3


def test_own_words_are_typed_key_by_key(shipped: Navigator) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN)
    for letter in "can i swin":
        shipped.press(Pick(letter))
    press(shipped, Spot.ERASE)
    for letter in "m?":
        shipped.press(Pick(letter))
    view = press(shipped, Spot.OK)
    assert [card.text for card in cards(view)] == ["Can i swim?"]
    assert asked(shipped) == ["Can i swim?"]


def test_own_words_can_be_changed_and_taken_away(shipped: Navigator) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN)
    press(shipped, "a", Spot.OK, Spot.OWN)
    assert "A_" in str(shipped.view().blocks)
    press(shipped, Spot.ERASE, Spot.OK)
    assert asked(shipped) == []


def test_own_words_have_an_end(shipped: Navigator) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN)
    press(shipped, *("a" * (LONGEST + 20)), Spot.OK)
    assert asked(shipped) == ["A" + "a" * (LONGEST - 1)]


def test_whoever_types_sees_how_much_more_fits_and_when_nothing_does(shipped: Navigator) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN)
    assert "99 letters left" in str(press(shipped, "a").blocks)
    assert "1 letter left" in str(press(shipped, *("a" * (LONGEST - 2))).blocks)
    full = press(shipped, "b")
    assert "No more letters fit" in str(full.blocks)
    assert press(shipped, "c").blocks == full.blocks
    assert "1 letter left" in str(press(shipped, Spot.ERASE).blocks)


@pytest.mark.parametrize("letter", ["\x1b", "{", "\u202e", "ab"])
def test_nothing_is_typed_that_is_on_no_key(shipped: Navigator, letter: str) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN, letter, Spot.OK)
    assert asked(shipped) == []


def test_back_leaves_the_own_words_as_they_were(shipped: Navigator) -> None:
    press(shipped, Spot.NEXT, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN, "a", Spot.BACK)
    assert asked(shipped) == []
