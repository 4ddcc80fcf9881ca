"""A question in a person's own words, at a kiosk: by keys, by touch, and gone with them."""

from __future__ import annotations

import gc

import pytest

from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import ATTRACT, Coming, Guest

ASKED = "May I use hot milk?"


async def to_the_keys(guest: Guest) -> None:
    """From the start to where words are typed."""
    await guest.enter()
    await guest.press("9", "9", "?")
    for label in ("Take this home", "My questions", "Ask in my own words"):
        await guest.tap(label)


async def test_letters_write_what_they_say(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await to_the_keys(guest)
        for letter in ASKED:
            await guest.press("space" if letter == " " else letter)
        assert guest.shows(f"{ASKED}_")
        await guest.press("enter")
        assert guest.shows(ASKED)
        assert guest.shows("Change my own words")


@pytest.mark.parametrize("size", SIZES)
async def test_a_finger_writes_as_well(kiosk: Coming, size: tuple[int, int]) -> None:
    async with kiosk(size) as guest:
        await to_the_keys(guest)
        for label in ("m", "i", "l", "l", "Erase", "k", "Space", "2", "Done"):
            await guest.tap(label)
        assert guest.shows("Milk 2")


async def test_keys_that_lead_elsewhere_write_there(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await to_the_keys(guest)
        await guest.press("9", "0", "?", "-", "/")
        assert guest.shows("90?-/_")
        await guest.press("escape")
        assert guest.shows("Ask in my own words")


@pytest.mark.parametrize("key", ["ctrl+c", "f5", "<", "{", "tab", "up"])
async def test_no_other_key_writes(kiosk: Coming, key: str) -> None:
    async with kiosk() as guest:
        await to_the_keys(guest)
        await guest.press(key, "a")
        assert guest.shows("a_")


async def test_a_letter_does_nothing_anywhere_else(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.enter()
        before = guest.text
        await guest.press("a", "Z", ".", ",")
        assert guest.text == before


async def test_nothing_of_it_stays_for_the_next_person(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await to_the_keys(guest)
        for letter in ASKED:
            await guest.press("space" if letter == " " else letter)
        await guest.press("enter")
        guest.app.kiosk.leave()
        guest.app.show()
        await guest.wait(2)
        assert guest.shows(ATTRACT)
        gc.collect()
        mine = [each for each in gc.get_objects() if isinstance(each, dict | list | tuple)]
        others = (each for each in mine if each is not globals())
        held = [each for each in others if any(one == ASKED for one in _texts(each))]
        assert held == []


def _texts(each: object) -> list[object]:
    if isinstance(each, dict):
        return [one for one in each.values() if isinstance(one, str)]
    if isinstance(each, list | tuple):
        return [one for one in each if isinstance(one, str)]
    return []
