"""Where a person who has never seen the course would hesitate, and what is there for them."""

from pathlib import Path

import pytest
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp

from course.clinic import Clinic
from course.content.kinds.questions import Order
from course.ui.stage import state
from course.ui.styles.themes import LIGHT
from course.views import codes, overview
from course.views.press import Spot
from course.visit.route import Place
from tests.paths import MODULES, TEA
from tests.ui.conftest import Opening
from tests.ui.person import mouse, rest
from tests.ui.places import TROUBLES, Places, Stop, long_page, place_of
from tests.ui.rendered import cut, squeezed
from tests.ui.steps import typed
from tests.ui.walk import brought_to, walking

CLINIC = Clinic(name="Lakeside Joint Clinic", phone="555-0100")
OTHER_WAY = "Rather no screen? Ask the staff."


@pytest.mark.parametrize("size", [(80, 24), (59, 22), (60, 20), (100, 32), (200, 60)], ids=str)
@pytest.mark.parametrize("clinic", [None, CLINIC], ids=["no clinic", "clinic"])
@pytest.mark.parametrize("voice", [False, True], ids=["silent", "voice"])
async def test_the_first_screen_shows_all_of_itself(
    tmp_path: Path, size: tuple[int, int], clinic: Clinic | None, voice: bool
) -> None:
    places = Places.of(MODULES, tmp_path, clinic)
    async with walking(places, size, LIGHT.name) as walker:
        walker.app.navigator.can = frozenset({Spot.LISTEN} if voice else ())
        context = walker.app.navigator.context
        walker.to(Stop("welcome", "welcome", lambda: overview.first_view(context)))
        assert not walker.has_more
        shown = squeezed(walker.text)
        for told in (OTHER_WAY, "I have a code", "Everything", clinic.name if clinic else None):
            assert squeezed(told or "") in shown


@pytest.mark.parametrize("trouble", ["", *TROUBLES])
@pytest.mark.parametrize("size", [(80, 24), (59, 22), (60, 20), (40, 15)], ids=str)
async def test_what_the_number_pad_says_is_never_cut_off(
    tmp_path: Path, size: tuple[int, int], trouble: str
) -> None:
    places = Places.of(TEA, tmp_path)
    async with walking(places, size, LIGHT.name) as walker:
        walker.to(Stop("pad", "pad", lambda: codes.pad_view("", trouble, places.context)))
        words = places.context.words
        said = words(f"pad.{trouble}" if trouble else "pad.how_pad")
        # Beside the keys its lines stand between theirs.
        assert set(said.split()) <= set(walker.words.split())
        # The longest of them takes a second press on the smallest screen.
        assert not walker.has_more or size == (40, 15)


async def test_on_a_large_screen_the_number_pad_stands_near_what_it_asks(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    async with walking(places, (160, 50), LIGHT.name) as walker:
        walker.to(Stop("pad", "pad", lambda: codes.pad_view("", "", places.context)))
        asked = next(n for n, row in enumerate(walker.rows) if "nine numbers" in row)
        first = walker.target("1")
        assert first is not None
        assert 0 <= first.region.y - asked <= 7


async def test_a_tap_that_bounces_on_the_way_to_the_number_pad_types_nothing(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        monkeypatch.setattr(state, "ONE_PRESS", 0.25)
        await person.press_at("2", 0, 0.1)
        assert typed(person) == "___ ___ ___"
        await person.press_at("2", 10, 10.01, 10.02)
        assert typed(person) == "222 ___ ___"


async def test_the_last_digit_of_a_wrong_code_does_not_bounce_into_the_next_one(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        monkeypatch.setattr(state, "ONE_PRESS", 0.25)
        await person.press_at("2", 0)
        await person.press_at("1", *(10 + n / 100 for n in range(11)))
        assert "do not have this code" in person.words
        assert typed(person) == "111 111 111"
        await person.press_at("3", 20)
        assert typed(person) == "311 111 111"


async def test_the_map_says_begin_until_something_was_begun(opened: Opening) -> None:
    async with opened() as person:
        await person.press("1", "9")
        assert "Begin" in person.words
        await person.press("9", "9", "0", "0")
        assert "Begin" not in person.words
        assert "Go on" in person.words


async def test_help_and_the_emergency_line_are_one_press_away_everywhere(
    tmp_path: Path, opened: Opening
) -> None:
    async def helps() -> None:
        before = person.text
        await person.press("?")
        assert "call 112" in person.words
        await person.press("escape")
        assert person.text == before

    (tmp_path / "learners").write_text("not a folder")
    async with opened() as person:
        await person.press("2")
        await person.tap("Help")
        await person.press("escape")
        assert "nine numbers" in person.words
        await person.press("escape", "1", "9")
        await person.choose("Words explained")
        await helps()
        await person.press("escape", "9")
        await person.choose("Sources")
        await helps()
    (tmp_path / "learners").unlink()
    async with opened() as person:
        await person.press("1", "9")
        await person.choose("Stop here")
        await helps()
        await person.tap("Forget me")
        await helps()
        await person.tap("Yes, forget")
        await person.tap("Help")
        assert "call 112" in person.words
        await person.press("escape")
        visit = person.app.navigator.visiting
        assert visit is not None
        await person.press(*visit.record.code)
        assert "It is gone" in person.words
        await helps()


async def test_no_card_is_cut_off_on_top_at_the_end(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    for size in ((80, 24), (59, 22), (40, 15)):
        async with walking(places, size, LIGHT.name) as walker:
            view = walker.to(next(stop for stop in places.around() if stop.kind == "map"))
            while walker.more():
                pass
            cards = {card.press: card.text for card in view.cards}
            drawn = [target for target in walker.stage.targets() if target.press in cards]
            assert drawn
            for target in drawn:
                shown = squeezed(" ".join(cut(walker.rows, target.region)))
                assert squeezed(cards[target.press]) in shown


async def test_the_wheel_moves_on_also_where_there_are_cards(opened: Opening) -> None:
    async with opened((100, 32)) as person:
        await person.press("1", "9", "2")
        await person.until("□")
        await person.resize(60, 15)
        assert "More" in person.words
        for kind, way in ((MouseScrollDown, "down"), (MouseScrollUp, "up")):
            for _ in range(30):
                person.app.post_message(mouse(kind, 5, 8, 0))
                await rest(person.app)
            assert (person.stage.state.top > 0) == (way == "down")
            assert ("More" in person.words) == (way == "up")


async def test_a_turn_of_the_wheel_moves_three_rows(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    async with brought_to(places, long_page(places), (40, 15)) as person:
        person.app.post_message(mouse(MouseScrollDown, 5, 8, 0))
        await rest(person.app)
        assert person.stage.state.top == 3


async def test_what_was_put_in_order_says_its_number_in_words(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    place = place_of(places, Order)
    question = places.visits.at(place).question
    assert isinstance(question, Order)
    visit = places.visits.at(place, given=(question.steps[2].key,))
    async with brought_to(places, visit) as person:
        await person.press_while(lambda: person.target(question.steps[2].text) is None, "pagedown")
        target = person.target(question.steps[2].text)
        assert target is not None
        assert "yournumber1" in squeezed(" ".join(cut(person.rows, target.region)))


async def test_a_long_name_leaves_room_for_the_step(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    module = max(places.course.modules, key=lambda each: len(each.title))
    visit = places.visits.at(Place("page", module.id, module.pages[0].id))
    async with brought_to(places, visit, (40, 15)) as person:
        assert any(" 1 of " in row for row in person.rows[:2])


async def test_there_is_no_palette_and_no_text_is_selected(opened: Opening) -> None:
    async with opened() as person:
        before, screens = person.text, len(person.app.screen_stack)
        await person.press("ctrl+p")
        for kind, x in ((MouseDown, 4), (MouseMove, 30), (MouseUp, 30)):
            person.app.post_message(mouse(kind, x, 6))
            await rest(person.app)
        assert person.app.screen.get_selected_text() is None
        assert (person.text, len(person.app.screen_stack)) == (before, screens)
