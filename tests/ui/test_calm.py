"""Nothing on the screen jumps or flashes up."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Resize
from textual.geometry import Size

from course.ui.screens.lesson import LessonScreen
from course.ui.styles.themes import LIGHT
from course.ui.widgets.big_button import CardButton
from tests.paths import MODULES
from tests.ui.conftest import Opening
from tests.ui.places import Places
from tests.ui.walk import settle, walking


async def test_more_does_not_flash_up_where_all_fits(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    question = next(stop for stop in places.lessons() if stop.kind == "choice")
    answered = next(stop for stop in places.lessons() if stop.kind == "choice, right")
    assert answered.visit is not None
    async with walking(places, (80, 24), LIGHT.name) as walker:
        screen = await walker.to(question)
        assert isinstance(screen, LessonScreen)
        screen._visit = answered.visit()
        screen.show()
        for _ in range(9):
            assert "More" not in screen._bar["next"].label
            await asyncio.sleep(0)


async def test_a_choice_far_down_does_not_jump_back_to_the_top(tmp_path: Path) -> None:
    places = Places.of(MODULES, tmp_path)
    order = next(stop for stop in places.lessons() if stop.kind == "order")
    async with walking(places, (80, 24), LIGHT.name) as walker:
        screen = await walker.to(order)
        await walker.more()
        last = [card for card in screen.query(CardButton) if card.display][-1]
        last.focus(scroll_visible=False)
        last.action_press()
        await settle(walker.app)
        assert last.mark == "●"
        assert screen.focused is last
        assert screen._body.region.contains_region(last.region)


@pytest.mark.parametrize("key", ["question_mark", "8"], ids=["help", "sources"])
async def test_a_page_stays_where_it_was_when_a_dialog_closes(opened: Opening, key: str) -> None:
    async with opened() as person:
        await person.press("1", "9", "9")
        await person.pilot.resize_terminal(40, 15)
        await person.pilot.pause()
        assert person.screen._body.hidden() == (False, True)
        await person.press("pagedown")
        before = person.text
        assert person.screen._body.hidden()[0]
        await person.press(key)
        assert person.text != before
        await person.press("escape")
        assert person.text == before


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (20, 5), (500, 300)], ids=str)
async def test_the_screen_comes_to_rest_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    places = Places.of(MODULES, tmp_path)
    async with walking(places, (80, 24), LIGHT.name) as walker:
        await walker.to(places.every()[0])
        walker.app.post_message(Resize(Size(*size), Size(*size)))
        await asyncio.sleep(0.1)
        await settle(walker.app)
