"""Whether anybody is still there: who is asked, what an answer does, and what none brings."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.kiosk.conftest import ASKING, ATTRACT, CODE, ENDS, Coming
from tests.ui.person import key_event, middle, mouse


async def test_silence_asks_and_forgets_and_shows_no_code(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.press("1")
        assert guest.shows("Write it down")
        await guest.press("9")
        await guest.wait(89)
        assert not guest.shows(ASKING)
        await guest.wait(1)
        assert guest.shows(ASKING)
        assert not guest.shows("Write it down")
        await guest.wait(30)
        assert guest.shows(ATTRACT)
        assert guest.app.kiosk.visiting is None


@pytest.mark.parametrize("after", [90, 119])
@pytest.mark.parametrize("how", ["enter", "q", "tap", "wheel", "paste"])
async def test_any_sign_leads_back_and_does_nothing_else(
    kiosk: Coming, after: int, how: str
) -> None:
    async with kiosk() as guest:
        await guest.enter()
        before = guest.text
        await guest.wait(after)
        assert guest.text != before
        match how:
            case "tap":
                await guest.click(70, 21)
                # The first key after a finger shows what is pointed out, and does nothing else.
                await guest.press("right")
            case "wheel":
                await guest.tell(mouse(events.MouseScrollDown, 20, 10, 0))
            case "paste":
                await guest.tell(events.Paste("9"))
            case key:
                await guest.press(key)
        assert guest.text == before


@pytest.mark.parametrize("how", ["2", "tap"])
async def test_who_has_just_come_sees_nothing_of_the_one_before(kiosk: Coming, how: str) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.wait(95)
        if how == "tap":
            await guest.tap("I have just come")
        else:
            await guest.press(how)
        assert guest.shows(ATTRACT)
        assert guest.app.kiosk.visiting is None


async def test_neither_time_nor_a_trembling_finger_answers_during_a_tap(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.wait(95)
        card = guest.target("I have just come")
        assert card is not None
        at = middle(card.region)
        await guest.tell(mouse(events.MouseDown, *at))
        await guest.tell(mouse(events.MouseMove, *at))
        guest.app.tick()
        await guest.tell(mouse(events.MouseUp, *at))
        assert guest.shows(ATTRACT)


async def test_it_may_be_answered_any_number_of_times(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        before = guest.text
        for _ in range(10):
            await guest.wait(100)
            await guest.press("enter")
            assert guest.text == before


async def test_the_longest_visit_ends_and_shows_no_code(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for _ in range(90):
            guest.clock.now += 80
            await guest.press("f5")
        await guest.wait(1)
        assert guest.shows(ENDS)
        await guest.press("9", "enter")
        assert guest.shows(ENDS)
        assert not guest.shows("Write it down")
        await guest.wait(20)
        assert guest.shows(ATTRACT)


async def test_a_press_meant_for_what_was_covered_does_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.wait(95)
        assert guest.shows(ASKING)
        # One leads back; the other was pressed before that was on the screen.
        first, second = key_event("f5"), key_event("9")
        await guest.tell(first, second)
        assert guest.shows(CODE)
