"""What is pointed out, whatever a person does, and that nothing else is pressed."""

from pathlib import Path

from textual.events import MouseDown, MouseUp

from course.clinic import Clinic
from course.content.kinds.questions import Order, Reflect
from course.ui.styles.themes import LIGHT
from course.views import overview
from course.views.press import Go, Spot
from tests.paths import MODULES, TEA
from tests.ui.conftest import Opening
from tests.ui.person import middle, mouse, rest, wait_until
from tests.ui.places import Places, Stop, place_of
from tests.ui.voice import heard
from tests.ui.walk import brought_to, walking


async def test_where_there_is_more_to_read_enter_reads_on_and_then_goes_back(
    tmp_path: Path,
) -> None:
    places = Places.of(MODULES, tmp_path)
    async with walking(places, (60, 22), LIGHT.name) as walker:
        walker.to(Stop("words", "words", lambda: overview.glossary_view(places.context)))
        assert "More" in walker.held
        for _ in range(30):
            if "More" not in walker.held:
                break
            await walker.press("enter")
        assert "Back" in walker.held
        assert not walker.has_more


async def test_to_say_it_in_ones_own_words_comes_before_going_on(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    async with brought_to(places, places.visits.at(place_of(places, Reflect))) as person:
        assert person.held.startswith("I have said it")
        await person.press("?")
        assert "Say it aloud" in person.words


async def test_a_new_question_begins_at_its_first_answer(opened: Opening) -> None:
    asks = Clinic(evaluation="before-after")
    async with opened(modules=MODULES, clinic=asks) as person:
        await person.begin()
        assert "1 of" in person.words
        first = person.stage.state.view.cards[0].text
        assert person.held == first
        await person.tap("Not sure")
        assert "2 of" in person.words
        assert person.held == person.stage.state.view.cards[0].text != "Not sure"


async def test_the_focus_is_where_it_was_after_help_and_after_a_new_size(
    tmp_path: Path,
) -> None:
    async with heard(tmp_path) as (person, _):
        await person.press("1", "9", "9")
        await person.until("What do you do?")
        first = person.held
        await person.press("down")
        held = person.held
        assert held not in (first, "")
        await person.press("?")
        assert person.held != held
        await person.press("escape")
        assert person.held == held
        for size in ((60, 20), (40, 15), (100, 32), (80, 24)):
            await person.resize(*size)
            assert person.held == held
        before = person.app.theme
        person.app.next_look()
        await wait_until(lambda: person.app.theme != before)
        await rest(person.app)
        assert person.held == held


async def test_after_try_again_the_first_answer_not_yet_tried_is_pointed_out(
    opened: Opening,
) -> None:
    async with opened() as person:
        await person.press("1", "9", "9")
        await person.until("What do you do?")
        await person.tap("Boil it again")
        assert "Not quite" in person.words
        assert "Try again" in person.held
        await person.press("enter")
        cards = person.stage.state.view.cards
        assert [card.text for card in cards if card.status] == ["Boil it again"]
        assert person.held == next(card.text for card in cards if not card.status)


async def test_a_press_by_number_leaves_the_focus_where_it_is_and_a_tap_takes_it_along(
    tmp_path: Path,
) -> None:
    places = Places.of(TEA, tmp_path)
    async with brought_to(places, places.visits.at(place_of(places, Order)), (100, 40)) as person:
        first, second, *_ = (card.text for card in person.stage.state.view.cards)
        assert person.held == first
        await person.press("2")
        assert person.stage.state.view.cards[1].mark == "picked"
        assert person.held == first
        await person.tap(second)
        assert person.stage.state.view.cards[1].mark == "open"
        assert person.held == second


async def test_what_is_not_drawn_cannot_be_pressed(opened: Opening) -> None:
    async with opened((100, 32)) as person:
        await person.press("1", "9", "2")
        await person.until("□")
        await person.resize(40, 15)
        view = person.stage.state.view
        last = view.cards[-1]
        assert person.target(last.text) is None
        assert Go(Spot.WAY) not in [each.press for each in person.stage.targets()]
        await person.press(str(len(view.cards)))
        assert person.stage.state.view == view
        await person.press_while(lambda: person.target(last.text) is None, "pagedown")
        await person.press(str(len(view.cards)))
        assert person.stage.state.view.cards[-1].mark == "done"


async def test_tab_goes_through_everything_in_reading_order(opened: Opening) -> None:
    async with opened() as person:
        labels = person.labels
        held = [person.held]
        for _ in labels:
            await person.press("tab")
            held.append(person.held)
        assert held[-1] == held[0]
        assert set(held) == set(labels)
        await person.press("shift+tab")
        assert person.held == held[-2]


async def test_a_press_that_slips_off_does_nothing(opened: Opening) -> None:
    async with opened() as person:
        start, code = person.target("Start"), person.target("I have a code")
        assert start is not None
        assert code is not None
        before = person.text
        person.app.post_message(mouse(MouseDown, *middle(start.region)))
        person.app.post_message(mouse(MouseUp, *middle(code.region)))
        await rest(person.app)
        assert person.text == before
