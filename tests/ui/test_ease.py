"""Where a person who has never seen the course would hesitate, and what is there for them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseScrollDown

from course.clinic import Clinic
from course.content.model import Order, Reflect
from course.ui.big_text import big_text
from course.ui.course_app import CourseApp
from course.ui.dialogs.forget import ForgetDialog
from course.ui.dialogs.message import MessageDialog
from course.ui.dialogs.sources import SourcesDialog
from course.ui.screens import course_screen
from course.ui.screens.course_map import CourseMapScreen
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.glossary import GlossaryScreen
from course.ui.screens.lesson import LessonScreen
from course.ui.screens.number_pad import NumberPadScreen
from course.ui.screens.welcome import WelcomeScreen
from course.ui.styles.themes import LIGHT
from course.ui.widgets.big_button import BigButton, CardButton
from course.visit.route import MAP, Place
from tests.paths import MODULES, TEA
from tests.ui.conftest import Opening
from tests.ui.places import TROUBLES, Places, Stop
from tests.ui.rendered import rows_of
from tests.ui.test_listen import with_voice
from tests.ui.walk import Walker, settle, walking

CLINIC = Clinic(name="Lakeside Joint Clinic", phone="555-0100")
OTHER_WAY = "Ask the staff for another way"


def text(walker: Walker) -> str:
    return "\n".join(rows_of(walker.screen))


def focused(walker: Walker) -> str:
    held = walker.screen.focused
    return held.label if isinstance(held, BigButton) else ""


def whole(walker: Walker) -> bool:
    """Whether nothing of the screen is hidden."""
    return walker.screen._body.hidden() == (False, False)


@pytest.mark.parametrize("size", [(80, 24), (59, 22), (60, 20), (100, 32), (200, 60)], ids=str)
@pytest.mark.parametrize("clinic", [None, CLINIC], ids=["no clinic", "clinic"])
@pytest.mark.parametrize("voice", [False, True], ids=["silent", "voice"])
async def test_the_first_screen_shows_all_of_itself(
    tmp_path: Path, size: tuple[int, int], clinic: Clinic | None, voice: bool
) -> None:
    places = Places.of(MODULES, tmp_path, clinic)
    async with walking(places, size, LIGHT.name) as walker:
        await walker.to(Stop("welcome", "welcome", lambda: WelcomeScreen(places.context)))
        if voice:
            walker.app.speaker = object()  # type: ignore[assignment]
            walker.screen._top.listen.display = True
            walker.screen._fit_top()
            await settle(walker.app)
            walker.screen._fit()
            await settle(walker.app)
        assert whole(walker)
        shown = text(walker)
        assert OTHER_WAY in shown
        assert "I have a code" in shown
        assert clinic is None or str(clinic.name) in shown
        large = big_text(places.course.title)
        assert all((row in shown) == (size[1] >= 24) for row in large)
        walker.app.speaker = None


@pytest.mark.parametrize("trouble", ["", *TROUBLES])
@pytest.mark.parametrize("size", [(80, 24), (59, 22), (60, 20), (40, 15)], ids=str)
async def test_what_the_number_pad_says_is_never_cut_off(
    tmp_path: Path, size: tuple[int, int], trouble: str
) -> None:
    places = Places.of(TEA, tmp_path)

    def pad() -> NumberPadScreen:
        screen = NumberPadScreen(places.context)
        screen._trouble = trouble
        return screen

    async with walking(places, size, LIGHT.name) as walker:
        await walker.to(Stop("pad", "pad", pad))
        # The longest of them takes a second press on the smallest screen.
        assert whole(walker) or (size == (40, 15) and trouble in ("newer", "unreadable", "wait"))


async def test_on_a_large_screen_the_number_pad_stands_below_what_it_asks(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    async with walking(places, (160, 50), LIGHT.name) as walker:
        screen = await walker.to(Stop("pad", "pad", lambda: NumberPadScreen(places.context)))
        asked = next(n for n, row in enumerate(rows_of(screen)) if "nine numbers" in row)
        assert screen.query_one("#pad").region.y - asked <= 7


async def test_a_tap_that_bounces_on_the_way_to_the_number_pad_types_nothing(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        monkeypatch.setattr(course_screen, "ONE_PRESS", 60.0)
        await person.press("2", "2")
        screen = person.screen
        assert isinstance(screen, NumberPadScreen)
        assert screen._typed == ""
        monkeypatch.setattr(course_screen, "ONE_PRESS", 0.0)
        await person.press("2")
        monkeypatch.setattr(course_screen, "ONE_PRESS", 60.0)
        await person.press("2")
        assert screen._typed == "22"


async def test_the_map_says_begin_until_something_was_begun(opened: Opening) -> None:
    async with opened() as person:
        await person.press("1", "9")
        assert "Begin" in person.words
        await person.press("9", "9", "0", "0")
        assert "Begin" not in person.words
        assert "Go on" in person.words


async def test_help_and_the_emergency_line_are_one_press_away_everywhere(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    context = places.context
    screens: list[Callable[[], CourseScreen[Any]]] = [
        lambda: GlossaryScreen(context),
        lambda: ForgetDialog(context),
        lambda: SourcesDialog(context, ("leaf-handbook",)),
        lambda: MessageDialog(context, "not_kept"),
    ]
    async with walking(places, (80, 24), LIGHT.name) as walker:
        for number, screen in enumerate(screens):
            await walker.to(Stop(str(number), "", screen))
            walker.screen._bar["menu"].action_press()
            await settle(walker.app)
            assert "call 112" in text(walker)
            walker.app._last_press = -1000.0
            walker.screen.action_escape()
            await settle(walker.app)
            assert "call 112" not in text(walker)
            walker.app._last_press = -1000.0


async def test_where_there_is_more_to_read_enter_reads_on_and_then_goes_back(
    tmp_path: Path,
) -> None:
    places = Places.of(MODULES, tmp_path)
    async with walking(places, (80, 24), LIGHT.name) as walker:
        await walker.to(Stop("words", "words", lambda: GlossaryScreen(places.context)))
        assert "More" in focused(walker)
        while await walker.more():
            pass
        assert "Back" in focused(walker)


async def test_no_card_is_cut_off_on_top_at_the_end(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    for size in ((80, 24), (59, 22), (60, 20)):
        async with walking(places, size, LIGHT.name) as walker:
            opens = partial(CourseMapScreen, places.context, places.at(MAP))
            await walker.to(Stop("map", "map", opens))
            while await walker.more():
                pass
            body = walker.screen._body
            tops = [c.region.y for c in walker.screen.query(CardButton) if c.display]
            assert any(top == body.region.y for top in tops)
            assert not any(top < body.region.y < top + 2 for top in tops)


async def test_the_wheel_moves_on_also_where_there_are_cards(opened: Opening) -> None:
    async with opened((60, 20)) as person:
        await person.press("1", "9", "2")
        await person.until("○")
        await person.pilot.resize_terminal(60, 15)
        await person.pilot.pause()
        assert "More" in person.words
        body = person.screen._body
        for _ in range(9):
            body.post_message(MouseScrollDown(body, 5, 5, 0, 0, 0, False, False, False))
            await person.pilot.pause()
        assert body.scroll_offset.y > 0
        assert "More" not in person.words


def _place_of(places: Places, kind: type) -> Place:
    return next(
        Place("question", module.id, question.id)
        for module in places.course.modules
        for question in module.questions
        if isinstance(question, kind)
    )


async def test_to_say_it_in_ones_own_words_comes_before_going_on(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    visit = places.at(_place_of(places, Reflect))
    async with walking(places, (80, 24), LIGHT.name) as walker:
        await walker.to(Stop("reflect", "", lambda: LessonScreen(places.context, visit)))
        assert focused(walker).startswith("I have said it")
        walker.screen._bar["menu"].action_press()
        await settle(walker.app)
        assert "Say it aloud" in text(walker)


async def test_what_was_put_in_order_says_its_number_in_words(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    place = _place_of(places, Order)
    question = places.at(place).question
    assert isinstance(question, Order)
    visit = places.at(place, given=(question.steps[2].key,))
    async with walking(places, (80, 24), LIGHT.name) as walker:
        await walker.to(Stop("order", "", lambda: LessonScreen(places.context, visit)))
        while await walker.more():
            pass
        (row,) = [row for row in rows_of(walker.screen) if question.steps[2].text in row]
        assert "your number 1" in row


async def test_a_new_question_begins_at_its_first_answer(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    first = next(stop for stop in places.lessons() if stop.kind == "round")
    async with walking(places, (80, 24), LIGHT.name) as walker:
        await walker.to(first)
        cards = [card for card in walker.screen.query(CardButton) if card.display]
        cards[-1].focus(scroll_visible=False)
        await settle(walker.app)
        assert focused(walker) == "Not sure"
        cards[-1].action_press()
        await settle(walker.app)
        assert "2 of" in text(walker)
        assert walker.screen.focused is cards[0]


async def test_a_long_name_leaves_room_for_the_step(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    module = max(places.course.modules, key=lambda each: len(each.title))
    visit = places.at(Place("page", module.id, module.pages[0].id))
    async with walking(places, (40, 15), LIGHT.name) as walker:
        await walker.to(Stop("page", "", lambda: LessonScreen(places.context, visit)))
        first, second = rows_of(walker.screen)[:2]
        assert " 1 of " in first
        assert set(second.strip()) <= {"━", "─"}


async def test_the_focus_is_where_it_was_after_help_and_after_a_new_size(opened: Opening) -> None:
    async with opened() as person:
        await with_voice(person)
        await person.press("1", "9", "9")
        await person.until("What do you do?")
        await person.press("down")
        held = person.screen.focused
        assert isinstance(held, CardButton)
        await person.press("question_mark")
        await person.press("escape")
        assert person.screen.focused is held
        for size in ((60, 20), (40, 15), (100, 32), (80, 24)):
            await person.pilot.resize_terminal(*size)
            await person.pilot.pause()
            assert person.screen.focused is held
        app = person.pilot.app
        assert isinstance(app, CourseApp)
        app.next_look()
        await person.pilot.pause()
        assert person.screen.focused is held
