"""Those who look after the machine get in, and nobody else."""

from __future__ import annotations

import pytest
from textual import events

from course.kiosk import machine
from course.kiosk.policy import allowlist
from course.kiosk.policy.pin import FREE_TRIES
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import ATTRACT, COUNTER, OUT_OF_ORDER, PAD, PIN, WELCOME, Coming
from tests.ui.person import mouse

WAIT = "Too many tries"


async def test_a_long_press_in_the_corner_opens_the_pad(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        await guest.tell(mouse(events.MouseDown, 1, 0))
        await guest.wait(2)
        assert guest.shows(WELCOME)
        await guest.wait(1.5)
        assert guest.shows(PAD)


@pytest.mark.parametrize("what", ["let go", "moved away", "elsewhere"])
async def test_a_short_press_in_the_corner_opens_nothing(kiosk: Coming, what: str) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        await guest.tell(mouse(events.MouseDown, 1 if what != "elsewhere" else 30, 0))
        await guest.wait(2)
        if what == "let go":
            await guest.tell(mouse(events.MouseUp, 1, 0))
        elif what == "moved away":
            await guest.tell(mouse(events.MouseMove, 30, 10))
        await guest.wait(5)
        assert guest.shows(WELCOME)


@pytest.mark.parametrize("hashed", [None, "", "271828", "scrypt:1:8:1:AAAA:AAAA"])
async def test_without_a_pin_there_is_no_pad(kiosk: Coming, hashed: str | None) -> None:
    async with kiosk(hashed=hashed) as guest:
        await guest.press(allowlist.STAFF_KEY)
        assert guest.shows(WELCOME)


async def test_the_pin_is_never_shown(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press(allowlist.STAFF_KEY)
        await guest.press("2", "7", "1")
        assert "• • •" in guest.text
        assert "271" not in "".join(guest.words.split())
        await guest.press("backspace")
        assert "• • •" not in guest.text


async def test_the_pin_opens_the_state_of_the_machine(kiosk: Coming) -> None:
    notices = ["The new course has 2 faults."]
    async with kiosk(SIZES[1], content=lambda: "4f2a91c3", notices=lambda: notices) as guest:
        await guest.unlock()
        assert guest.shows(COUNTER)
        for words in ("version", "4f2a91c3", "Visits kept: 0", "No error", "2 faults"):
            assert words in guest.words


async def test_enter_after_the_last_digit_is_ok(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press(allowlist.STAFF_KEY)
        await guest.press(*PIN, "enter")
        assert guest.shows(COUNTER)


async def test_five_wrong_pins_and_then_a_wait(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press(allowlist.STAFF_KEY)
        for _ in range(FREE_TRIES):
            await guest.press(*"000000")
            await guest.tap("OK")
            assert not guest.shows(COUNTER)
        assert guest.shows(WAIT)
        await guest.press(*PIN)
        await guest.tap("OK")
        assert guest.shows(WAIT)
    async with kiosk() as again:
        await again.unlock()
        assert again.shows(WAIT)
        await again.wait(31)
        await again.press(*PIN)
        await again.tap("OK")
        assert again.shows(COUNTER)


async def test_the_pad_closes_by_itself(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press(allowlist.STAFF_KEY)
        await guest.wait(140)
        assert guest.shows(ATTRACT)


async def test_the_staff_page_closes_by_itself(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.unlock()
        await guest.wait(140)
        assert guest.shows(ATTRACT)


async def test_the_pad_opens_once(kiosk: Coming) -> None:
    async with kiosk() as guest:
        for _ in range(5):
            await guest.press(allowlist.STAFF_KEY)
        assert guest.shows(PAD)
        await guest.tap("Back")
        assert guest.shows(WELCOME)


async def test_out_of_order_outlasts_a_restart(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.unlock()
        await guest.tap("out of order")
        assert guest.shows(OUT_OF_ORDER)
        await guest.press("space", "1", "enter")
        await guest.tell(mouse(events.MouseDown, 30, 10), mouse(events.MouseUp, 30, 10))
        assert guest.shows(OUT_OF_ORDER)
    async with kiosk() as again:
        assert again.shows(OUT_OF_ORDER)
        await again.unlock()
        await again.tap("open the course")
        assert again.shows(ATTRACT)
    async with kiosk() as once_more:
        assert once_more.shows(ATTRACT)


async def test_a_pause_from_the_shell_is_shown_when_nobody_is_there(kiosk: Coming) -> None:
    async with kiosk() as guest:
        settings = Settings(guest.data)
        await guest.enter()
        machine.pause(settings, True)
        await guest.wait(5)
        assert not guest.shows(OUT_OF_ORDER)
        await guest.wait(120)
        assert guest.shows(OUT_OF_ORDER)
        machine.pause(settings, False)
        await guest.wait(2)
        assert guest.shows(ATTRACT)


@pytest.mark.parametrize(
    ("label", "status"), [("Start again", Status.RESTART_ASKED), ("End", Status.ENDED_BY_STAFF)]
)
async def test_staff_end_and_restart(kiosk: Coming, label: str, status: Status) -> None:
    async with kiosk(size=SIZES[1]) as guest:
        await guest.unlock()
        await guest.tap(label)
        assert guest.ended is status


async def test_a_full_disk_is_told_to_staff(kiosk: Coming, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with kiosk() as guest:
        await guest.unlock()
        monkeypatch.setattr("course.durable.write", full)
        await guest.tap("out of order")
        assert guest.shows(COUNTER)
        assert "could not be saved" in guest.words


async def test_a_course_with_faults_is_out_of_order_and_staff_see_why(kiosk: Coming) -> None:
    due = [False]
    fault = 'clinic.yaml:1:1: There is no key "idel" here.'
    async with kiosk(faults=[fault], restart_due=lambda: due[0]) as guest:
        await guest.press("space", "1", "enter")
        await guest.click(30, 10)
        assert guest.shows(OUT_OF_ORDER)
        await guest.unlock()
        assert guest.shows(fault)
        assert not guest.shows("Put up the page")
        due[0] = True
        await guest.wait(5)
        assert guest.ended is None
        await guest.tap("Close")
        await guest.wait(2)
        assert guest.ended is Status.RESTART_ASKED
