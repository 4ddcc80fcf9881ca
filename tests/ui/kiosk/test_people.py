"""Who is there, what they see, and that nobody sees anything of the one before."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from course.ui.screens.welcome import WelcomeScreen
from course.ui.widgets.big_button import BigButton
from textual import events
from textual.strip import Strip

from course.ui.kiosk.screens.asking import AskingScreen, LastLookScreen
from course.ui.kiosk.screens.nobody import AttractScreen
from course.visit.visit import Visit
from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import Coming, Guest, mouse


@pytest.mark.parametrize("size", SIZES)
async def test_attract_says_what_this_is(kiosk: Coming, size: tuple[int, int]) -> None:
    async with kiosk(size) as guest:
        assert guest.shows(AttractScreen)
        for words in ("minutes", "does not ask for your name", "Touch the screen"):
            assert words in guest.words


@pytest.mark.parametrize("key", ["space", "9", "q", "f5", "ctrl+c", "up"])
async def test_any_key_opens_the_welcome_and_does_nothing_else(kiosk: Coming, key: str) -> None:
    async with kiosk() as guest:
        await guest.press(key)
        assert guest.shows(WelcomeScreen)


async def test_any_tap_opens_the_welcome_and_does_nothing_else(kiosk: Coming) -> None:
    async with kiosk() as guest:
        for x in range(2, 80, 13):
            for y in range(3, 24, 5):
                await guest.tell(mouse(events.MouseDown, x, y), mouse(events.MouseUp, x, y))
                assert guest.shows(WelcomeScreen)
                guest.app.reset()
                await guest.pilot.pause()


async def test_a_pointer_that_moves_opens_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        for x in range(0, 80, 7):
            await guest.tell(mouse(events.MouseMove, x, 5, 0))
        assert guest.shows(AttractScreen)


async def test_the_attract_screen_moves(kiosk: Coming) -> None:
    async with kiosk() as guest:
        first = guest.text
        await guest.wait(25)
        assert guest.text != first
        assert guest.shows(AttractScreen)


async def test_silence_asks_shows_the_code_and_forgets(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.wait(89)
        assert not guest.shows(AskingScreen)
        await guest.wait(1)
        assert guest.shows(AskingScreen)
        await guest.wait(30)
        assert guest.shows(LastLookScreen)
        await guest.wait(20)
        assert guest.shows(AttractScreen)


@pytest.mark.parametrize("after", [90, 119, 120, 139])
@pytest.mark.parametrize("how", ["enter", "q", "tap", "wheel", "paste"])
async def test_any_sign_leads_back_and_does_nothing_else(
    kiosk: Coming, after: int, how: str
) -> None:
    async with kiosk() as guest:
        await guest.enter()
        before = guest.text
        await guest.wait(after)
        match how:
            case "tap":
                await guest.tell(mouse(events.MouseDown, 70, 21), mouse(events.MouseUp, 70, 21))
            case "wheel":
                await guest.tell(mouse(events.MouseScrollDown, 20, 10, 0))
            case "paste":
                await guest.tell(events.Paste("9"))
            case key:
                await guest.press(key)
        assert guest.text == before


async def test_it_may_be_answered_any_number_of_times(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        before = guest.text
        for _ in range(10):
            await guest.wait(100)
            await guest.press("enter")
            assert guest.text == before


async def test_a_pointer_that_trembles_is_nobody(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for second in range(140):
            await guest.tell(mouse(events.MouseMove, second % 80, second % 24, 0))
            await guest.wait(1)
        assert guest.shows(AttractScreen)


async def test_a_book_on_the_keyboard_is_nobody(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for _ in range(1200):
            guest.app.post_message(events.Key("down", None))
            await guest.pilot.pause(0)
            guest.clock.now += 0.2
            guest.app._tick()
            if guest.shows(AttractScreen):
                break
        assert guest.shows(AttractScreen)


async def test_quick_presses_in_two_places_are_a_person(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for number in range(200):
            await guest.tell(mouse(events.MouseDown, 20 + 20 * (number % 2), 4))
            guest.clock.now += 0.6
        await guest.wait(0.6)
        assert guest.app._is_down
        assert not guest.shows(AskingScreen)


async def test_the_longest_visit_ends_with_the_code(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        guest.clock.now += 7199
        guest.app._presence._last_sign = guest.clock.now
        await guest.wait(1)
        assert guest.shows(LastLookScreen)
        await guest.press("9", "enter")
        assert guest.shows(LastLookScreen)
        await guest.wait(20)
        assert guest.shows(AttractScreen)


async def test_without_a_visit_no_code_is_shown(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        await guest.press("2")
        await guest.press("4", "8")
        await guest.wait(120)
        assert guest.shows(AttractScreen)
        await guest.press("space")
        await guest.press("2")
        assert "4 8" not in guest.words


def _code(guest: Guest) -> str:
    assert guest.app._visit
    return guest.app._visit.record.code


async def test_nothing_of_a_person_stays(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        # Only this list may hold it in the end.
        code = [_code(guest)]
        guest.app.next_look()
        await guest.press("9")
        await guest.wait(140)
        assert guest.shows(AttractScreen)
        assert len(guest.app.screen_stack) == 3
        assert guest.app.theme == "course-light"
        assert guest.app.clipboard == ""
        await guest.pilot.pause(0.7)
        gc.collect()
        assert not [each for each in gc.get_objects() if isinstance(each, Visit)]
        held = [
            each
            for each in gc.get_objects()
            if isinstance(each, (list, dict, tuple))
            and each is not code
            and code[0] in _parts(each)
        ]
        assert not held


async def test_what_a_person_saw_is_in_no_cache(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        assert any("Write it down" in each.text for each in _strips())
        guest.app.leave()
        await guest.pilot.pause(0.8)
        guest.app.refresh()
        await guest.pilot.pause(0.2)
        gc.collect()
        assert not any("Write it down" in each.text for each in _strips())


def _strips() -> list[Strip]:
    return [each for each in gc.get_objects() if isinstance(each, Strip)]


async def test_visit_after_visit_takes_no_more_memory(kiosk: Coming) -> None:
    async with kiosk() as guest:
        counts = []
        for _ in range(6):
            await guest.enter()
            await guest.press("9", "9", "1", "9")
            guest.app.leave()
            await guest.pilot.pause(0.8)
            counts.append(len(_strips()))
        assert max(counts[3:]) < 2 * max(counts[:3])


def _parts(each: list[Any] | dict[Any, Any] | tuple[Any, ...]) -> list[str]:
    parts = [*each, *each.values()] if isinstance(each, dict) else each
    return [part for part in parts if isinstance(part, str)]


async def test_done_does_the_same_at_once(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        guest.app.leave()
        await guest.pilot.pause()
        assert guest.shows(AttractScreen)
        assert guest.app._visit is None


async def test_forget_me_says_so_and_then_nobody_is_there(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        guest.app.forget()
        await guest.pilot.pause()
        assert "It is gone" in guest.words
        await guest.press("9")
        assert guest.shows(AttractScreen)
        await guest.wait(200)
        assert guest.shows(AttractScreen)


async def test_a_press_from_a_screen_that_has_gone_does_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        old = guest.screen
        button = next(b for b in old.query(BigButton) if b.action == "start")
        guest.app.reset()
        old.post_message(BigButton.Pressed(button))
        await guest.pilot.pause()
        assert guest.shows(AttractScreen)
        assert guest.app._visit is None


async def test_a_press_on_what_now_says_something_else_does_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        button = next(b for b in guest.screen.query(BigButton) if b.action == "start")
        late = BigButton.Pressed(button)
        button.action = "code"
        guest.screen.post_message(late)
        await guest.pilot.pause()
        assert guest.shows(WelcomeScreen)
