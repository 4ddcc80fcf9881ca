"""Who is there, what they see, and that nobody sees anything of the one before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from course.visit.visit import Visit
from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import (
    ASKING,
    ATTRACT,
    CODE,
    WELCOME,
    Coming,
    Guest,
)
from tests.ui.person import key_event, middle, mouse, rest, wait_until
from tests.ui.steps import typed


@pytest.mark.parametrize("size", SIZES)
async def test_attract_says_what_this_is(kiosk: Coming, size: tuple[int, int]) -> None:
    async with kiosk(size) as guest:
        for words in ("minutes", ATTRACT, "Touch the screen"):
            assert guest.shows(words)


@pytest.mark.parametrize("key", ["space", "9", "q", "f5", "ctrl+c", "up"])
async def test_any_key_opens_the_welcome_and_does_nothing_else(kiosk: Coming, key: str) -> None:
    async with kiosk() as guest:
        await guest.press(key)
        assert guest.shows(WELCOME)


async def test_any_tap_opens_the_welcome_and_does_nothing_else(kiosk: Coming) -> None:
    async with kiosk() as guest:
        for x in range(2, 80, 13):
            for y in range(3, 24, 5):
                await guest.click(x, y)
                assert guest.shows(WELCOME)
                guest.app.kiosk.leave()
                guest.app.show()
                assert guest.shows(ATTRACT)


async def test_whoever_comes_by_touch_sees_no_card_framed_until_a_key_is_pressed(
    kiosk: Coming,
) -> None:
    async with kiosk() as guest:
        await guest.click(30, 10)
        assert guest.shows(WELCOME)
        assert "▶" not in guest.text
        first = guest.held
        # What is not seen is neither left nor pressed.
        for key in ("down", "enter"):
            await guest.click(1, 15)
            assert "▶" not in guest.text
            await guest.press(key)
            assert "▶" in guest.text
            assert guest.held == first
        await guest.press("down")
        assert guest.held != first


async def test_a_tap_on_nothing_takes_the_frame_from_the_glass(
    kiosk: Coming, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with kiosk() as guest:
        glass, draw = dict[int, str](), guest.stage.render_lines

        def drawing(crop: Region) -> list[Strip]:
            rows = draw(crop)
            glass.update(enumerate((row.text for row in rows), start=crop.y))
            return rows

        def is_framed() -> bool:
            return any("▶" in row for row in glass.values())

        monkeypatch.setattr(guest.stage, "render_lines", drawing)
        await guest.press("space")
        await wait_until(is_framed)
        await guest.click(1, 15)
        await wait_until(lambda: not is_framed())


async def test_what_a_finger_pressed_last_is_not_framed_for_good(
    kiosk: Coming, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    async with kiosk() as guest:
        await guest.click(30, 10)
        await guest.tap("Help")
        before, look = guest.text, guest.app.theme
        await guest.tap("Change the colors")
        assert guest.app.theme != look
        assert guest.text == before


async def test_whoever_comes_by_key_sees_a_card_framed(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        assert "▶" in guest.text


async def test_a_pointer_that_moves_opens_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        for x in range(0, 80, 7):
            await guest.tell(mouse(events.MouseMove, x, 5, 0))
        assert guest.shows(ATTRACT)


async def test_the_attract_screen_moves(kiosk: Coming) -> None:
    async with kiosk() as guest:
        first = guest.text
        await guest.wait(25)
        assert guest.text != first
        assert guest.shows(ATTRACT)


async def test_a_pointer_that_trembles_is_nobody(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for second in range(140):
            await guest.tell(mouse(events.MouseMove, second % 80, second % 24, 0))
            await guest.wait(1)
        assert guest.shows(ATTRACT)


async def test_a_book_on_the_keyboard_is_nobody(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for _ in range(1200):
            guest.app.post_message(key_event("down"))
            await rest(guest.app)
            guest.clock.now += 0.2
            guest.app.tick()
            if guest.app.kiosk.nobody_is_there:
                break
        assert guest.shows(ATTRACT)


async def test_quick_presses_in_two_places_are_a_person(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        for number in range(200):
            await guest.click(20 + 20 * (number % 2), 4)
            guest.clock.now += 0.6
        await guest.wait(0.6)
        assert guest.shows(CODE)
        assert not guest.shows(ASKING)


async def test_without_a_visit_no_code_is_shown(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space", "2", "4", "8")
        assert typed(guest).startswith("48_")
        await guest.wait(120)
        assert guest.shows(ATTRACT)
        await guest.press("space", "2")
        assert not set("48") & set(typed(guest))


async def test_nothing_of_a_person_stays(kiosk: Coming) -> None:
    async with kiosk() as guest:
        # Only this list may hold it in the end.
        code = [await guest.enter()]
        guest.app.next_look()
        await guest.press("9", "?", "0", "1")
        await guest.wait(140)
        assert guest.shows(ATTRACT)
        assert guest.app.theme == "course-light"
        assert guest.app.clipboard == ""
        await wait_until(lambda: not [e for e in gc.get_objects() if isinstance(e, Visit)])
        await wait_until(lambda: not _holders(code))


def _held_texts() -> Iterator[tuple[str, object]]:
    """Every text that is in memory, and what holds it."""
    for each in gc.get_objects():
        waiting = [each]
        while waiting:
            holder = waiting.pop()
            for part in gc.get_referents(holder):
                if isinstance(part, str):
                    yield part, holder
                elif not gc.is_tracked(part):
                    # The collector lists only what could be part of a circle.
                    waiting.append(part)


def _holders(code: list[str]) -> list[object]:
    """What holds a code, as one text or in groups of digits; all but this list."""
    found = ((text.replace(" ", ""), holder) for text, holder in _held_texts())
    return [holder for text, holder in found if code[0] in text and holder is not code]


async def test_what_a_person_saw_is_in_no_cache(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        await guest.press("1")
        assert guest.shows("Write it down")
        assert any("Write it down" in each.text for each in _strips())
        await guest.press("9")
        await guest.wait(140)
        assert guest.shows(ATTRACT)
        await wait_until(lambda: not any("Write it down" in each.text for each in _strips()))


def _strips() -> list[Strip]:
    return [each for each in gc.get_objects() if isinstance(each, Strip)]


async def test_visit_after_visit_takes_no_more_memory(kiosk: Coming) -> None:
    async with kiosk() as guest:
        counts = []
        for _ in range(6):
            await guest.enter()
            await guest.press("9", "9", "1", "9")
            await guest.wait(140)
            counts.append(len(_strips()))
        assert max(counts[3:]) < 2 * max(counts[:3])


async def _stop(guest: Guest) -> None:
    """Say, on a page, that it is enough for today."""
    await guest.press("9", "1")
    await guest.choose("Stop here")


async def test_done_does_the_same_at_once(kiosk: Coming) -> None:
    async with kiosk() as guest:
        code = await guest.enter()
        await _stop(guest)
        await guest.tap("Done")
        assert guest.shows(ATTRACT)
        assert guest.app.kiosk.visiting is None
        assert code not in str(vars(guest.stage.state))


async def test_forget_me_says_so_and_then_nobody_is_there(kiosk: Coming) -> None:
    async with kiosk() as guest:
        code = await guest.enter()
        await _stop(guest)
        await guest.tap("Forget me")
        await guest.tap("Yes, forget")
        await guest.press(*code)
        assert guest.shows("It is gone")
        await guest.press("9")
        assert guest.shows(ATTRACT)
        await guest.wait(200)
        assert guest.shows(ATTRACT)


async def test_a_press_from_a_screen_that_has_gone_does_nothing(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        late = key_event("1")
        start = guest.target("Start")
        assert start is not None
        taps = [mouse(kind, *middle(start.region)) for kind in (events.MouseDown, events.MouseUp)]
        await guest.tell(taps[0])
        # Time takes the person away, and the next one has just come.
        await guest.wait(140)
        await guest.press("space")
        assert guest.shows(WELCOME)
        for each in (late, taps[1]):
            await guest.tell(each)
            assert guest.shows(WELCOME)
        assert guest.app.kiosk.visiting is None
