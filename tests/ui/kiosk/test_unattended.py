"""What a kiosk does by itself, and when."""

from __future__ import annotations

import threading

import pytest

from course.kiosk.policy.upkeep import DAY, HOUR
from course.kiosk.status import Status
from course.ui.kiosk.echo import Echo
from course.views.press import Spot
from tests.ui.kiosk.conftest import ASKING, ATTRACT, Coming, Guest
from tests.ui.person import rest, wait_until
from tests.ui.voice import SomeVoice


async def read_to(guest: Guest, what: str, *first: str) -> None:
    """A guest comes, presses some keys first, and has something read aloud."""
    await guest.enter()
    await wait_until(lambda: Spot.LISTEN in guest.app.kiosk.can)
    await guest.press(*first)
    await guest.press("?")
    await guest.tap("Listen")
    await guest.tap(what)


async def test_new_content_waits_until_nobody_is_there(kiosk: Coming) -> None:
    due = [False]
    async with kiosk(restart_due=lambda: due[0]) as guest:
        await guest.enter()
        due[0] = True
        await guest.wait(100)
        assert guest.ended is None
        await guest.wait(45)
        assert guest.ended is Status.RESTART_ASKED


async def test_the_house_is_kept_once_a_day_when_nobody_is_there(kiosk: Coming) -> None:
    kept = threading.Semaphore(0)
    async with kiosk(housekeeping=kept.release) as guest:
        # The clock may be wrong for a while: nothing is old yet.
        await guest.wait(100)
        assert not kept.acquire(blocking=False)
        guest.clock.now += HOUR
        await guest.wait(1)
        assert kept.acquire(timeout=30)
        await guest.wait(100)
        guest.clock.now += DAY
        await guest.press("space")
        await guest.wait(80)
        assert not kept.acquire(blocking=False)
        await guest.wait(60)
        assert guest.shows(ATTRACT)
        assert kept.acquire(timeout=30)
        await guest.wait(100)
        assert not kept.acquire(blocking=False)


async def test_a_page_is_read_aloud_until_its_reader_has_gone(kiosk: Coming) -> None:
    voice = SomeVoice()
    async with kiosk(voice=voice) as guest:
        await read_to(guest, "This page")
        assert voice.speaking
        await guest.wait(89)
        assert voice.speaking
        await guest.wait(1)
        assert not voice.speaking


async def test_who_listens_is_asked_for_only_after_minutes(kiosk: Coming) -> None:
    voice = SomeVoice()
    async with kiosk(voice=voice) as guest:
        await read_to(guest, "This page")
        for line in range(1, 5):
            await guest.wait(60)
            voice.reach(line % 2)
            await rest(guest.app)
        assert voice.speaking
        assert not guest.shows(ASKING)
        await guest.wait(61)
        voice.reach(1)
        await guest.wait(35)
        assert guest.shows(ASKING)
        assert not voice.speaking


async def test_everything_is_read_on_once_the_person_has_answered(kiosk: Coming) -> None:
    voice = SomeVoice()
    async with kiosk(voice=voice) as guest:
        await read_to(guest, "slowly", "9")
        await guest.wait(90)
        assert guest.shows(ASKING)
        assert not voice.speaking
        await guest.press("enter")
        assert not guest.shows(ASKING)
        assert voice.speaking
        assert voice.paces == ["slower", "slower"]


async def test_nothing_is_read_to_the_next_person(kiosk: Coming) -> None:
    voice = SomeVoice()
    async with kiosk(voice=voice) as guest:
        await read_to(guest, "slowly", "9")
        await guest.wait(145)
        assert guest.shows(ATTRACT)
        await guest.press("space", "1", "9")
        assert not voice.speaking
        assert len(voice.said) == 1


async def test_it_gives_a_sign_of_life(kiosk: Coming) -> None:
    beats: list[bool | None] = []
    async with kiosk(beat=beats.append) as guest:
        await guest.wait(10)
        assert len(beats) >= 5
        # There is no terminal that could answer.
        assert set(beats) == {None}


async def test_it_tells_when_a_terminal_that_used_to_answer_does_not(kiosk: Coming) -> None:
    beats: list[bool | None] = []
    async with kiosk(beat=beats.append) as guest:
        asked: list[Echo] = []
        guest.app.echo = echo = Echo(lambda: asked.append(echo))
        for _ in range(5):
            echo.answered()
            await guest.wait(2)
        assert beats[-1] is not None
        assert len(asked) >= 5
        await guest.wait(10)
        assert beats[-3:] == [False] * 3
        # It is asked on and on, and an answer changes that.
        before = len(beats)
        echo.answered()
        await guest.wait(2)
        assert True in beats[before:]


async def test_a_visit_that_cannot_be_saved_leaves_a_line_in_the_log(
    kiosk: Coming, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with kiosk() as guest:
        await guest.enter()
        monkeypatch.setattr(type(guest.app.kiosk.visit.record), "is_kept", False)
        await guest.wait(3)
        log = (guest.data / "kiosk.log").read_text()
        assert log.count("a visit cannot be saved") == 1
