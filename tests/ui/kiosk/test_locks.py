"""Nothing that a person does at a kiosk leads out of it or breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Markdown, Static

from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.ui.kiosk.app import KioskApp
from course.ui.kiosk.driver import KioskDriver
from course.ui.stage import stage, state
from course.views.model import CARDS, SIGNS, SPARE
from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import WELCOME, Coming
from tests.ui.person import mouse


def test_every_key_of_the_course_is_on_the_list() -> None:
    named = [*stage.ARROWS, *stage.PAGES, *stage.STEPS, *state.KEYS]
    assert set(named) <= allowlist.KEYS
    assert {*SIGNS.values(), *CARDS, *SPARE, *"0123456789"} <= set(allowlist.WRITES.values())


def test_the_app_has_no_bindings_of_its_own() -> None:
    assert not KioskApp._merged_bindings or not KioskApp._merged_bindings.key_to_bindings
    assert not KioskApp.ENABLE_COMMAND_PALETTE
    assert not KioskApp.COMMANDS
    assert not KioskApp.ALLOW_SELECT


def test_the_driver_cannot_be_suspended() -> None:
    driver = object.__new__(KioskDriver)
    assert not driver.can_suspend


def test_the_driver_opens_and_saves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("webbrowser.open", never)
    driver = object.__new__(KioskDriver)
    driver.open_url("https://example.org")
    with Path(__file__).open("rb") as file:
        driver.deliver_binary(file, delivery_key="", save_path=tmp_path / "saved")
    assert list(tmp_path.iterdir()) == []


async def test_input_is_counted_wherever_it_waits(kiosk: Coming) -> None:
    async with kiosk() as guest:
        before = guest.app.waiting
        for each in (guest.app, guest.app.screen, guest.stage):
            each.post_message(events.Key("f5", None))
        assert guest.app.waiting - before == 3


WAYS_OUT = [
    *("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "ctrl+d", "ctrl+s", "ctrl+l", "ctrl+backslash"),
    *("f1", "f5", "f10", "f11", "f12", "ctrl+insert", "shift+insert", "super+c", "ctrl+o"),
    *("q", "Q", "colon", "exclamation_mark", "home", "end", "insert", "delete", "alt+f4"),
    *("ctrl+w", "ctrl+r", "ctrl+n", "ctrl+shift+n", "ctrl+tab", "alt+tab", "ctrl+alt+delete"),
]
WRITTEN = {"q": "q", "Q": "Q", "colon": ":", "exclamation_mark": "!"}


@pytest.mark.parametrize("key", WAYS_OUT)
async def test_a_way_out_by_key_does_nothing(kiosk: Coming, key: str) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        before = guest.text
        await guest.tell(events.Key(key, WRITTEN.get(key)))
        assert guest.text == before
        assert guest.shows(WELCOME)
        assert guest.ended is None


ACTIONS = [
    "quit",
    "app.quit",
    "suspend_process",
    "app.suspend_process",
    "command_palette",
    "app.command_palette",
    "app.screenshot('f','/tmp')",
    "screenshot",
    "push_screen('x')",
    "app.pop_screen",
    "app.switch_mode('x')",
    "toggle_dark",
    "app.toggle_class('#text','too-small')",
    "app.remove_class('*','x')",
    "add_class('#text','too-small')",
    "app.focus('next')",
    "app.focus_next",
    "screen.maximize",
    "screen.copy_text",
    "screen.dismiss",
    "app.simulate_key('1')",
    "app.simulate_key('ctrl+q')",
    "app.notify('x')",
    "app.bell",
    "app.change_theme",
    "app.help_quit",
    "app.show_help_panel",
    "app.press",
    "back",
    "more()",
    "steer('sideways')",
    "nowhere.at_all",
    "((",
]


@pytest.mark.parametrize("action", ACTIONS)
async def test_a_click_on_markup_runs_no_action(kiosk: Coming, action: str) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        trap = Static(
            f'[@click="{action}"]XXXX[/]' if "'" in action else f"[@click={action}]XXXX[/]"
        )
        await guest.app.screen.mount(trap, before=0)
        await guest.pilot.pause()
        await guest.pilot.click(trap, offset=(1, 0))
        await guest.pilot.pause()
        assert not await guest.app.run_action(action)
        assert guest.app.screen is guest.stage.screen
        assert guest.shows(WELCOME)
        assert guest.ended is None


@pytest.mark.parametrize("action", [None, 1, ("app", "quit", ()), ("", "press", ()), ["press"]])
async def test_what_is_no_text_is_no_action(kiosk: Coming, action: object) -> None:
    async with kiosk() as guest:
        assert not await guest.app.run_action(action)
        assert guest.ended is None


async def test_a_link_opens_nothing(kiosk: Coming, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("webbrowser.open", lambda *a, **_: opened.append(a))
    async with kiosk() as guest:
        await guest.press("space")
        link = Markdown("[link](--help)")
        await guest.app.screen.mount(link, before=0)
        await guest.pilot.pause()
        await guest.pilot.click(link, offset=(1, 0))
        await guest.pilot.pause()
        guest.app.open_url("https://example.org")
        guest.app.copy_to_clipboard("secret")
        guest.app.notify("secret")
        assert opened == []
        assert guest.app.clipboard == ""
        assert len(guest.app._notifications) == 0


@pytest.mark.parametrize("button", [0, 2, 3, 4, 8])
async def test_other_buttons_of_a_mouse_do_nothing(kiosk: Coming, button: int) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        start = guest.target("Start")
        assert start is not None
        x, y = start.region.offset
        await guest.tell(mouse(events.MouseDown, x, y, button), mouse(events.MouseUp, x, y, button))
        assert guest.shows(WELCOME)


@pytest.mark.parametrize("where", ["nowhere", "elsewhere"])
async def test_letting_go_without_pressing_is_no_click(kiosk: Coming, where: str) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        start = guest.target("Start")
        assert start is not None
        x, y = start.region.offset
        if where == "elsewhere":
            await guest.tell(mouse(events.MouseDown, 0, 0))
        await guest.tell(mouse(events.MouseUp, x + 2, y + 1))
        assert guest.shows(WELCOME)


@pytest.mark.parametrize("at", [(-1, -1), (80, 0), (0, 24), (10**9, 10**9)])
async def test_a_press_outside_the_screen_does_nothing(kiosk: Coming, at: tuple[int, int]) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp, events.MouseScrollDown):
            await guest.tell(mouse(kind, *at))
        assert guest.shows(WELCOME)
        assert guest.ended is None


async def test_a_paste_goes_nowhere(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space", "2")
        before = guest.text
        await guest.tell(events.Paste("482719360"))
        assert guest.text == before


@pytest.mark.parametrize("size", [(2000, 1000), (251, 24), (80, 101), (0, 0), (80, 0)])
async def test_a_size_that_no_screen_has_is_not_taken_on(
    kiosk: Coming, size: tuple[int, int]
) -> None:
    async with kiosk() as guest:
        await guest.tell(events.Resize.from_dimensions(size, None))
        assert guest.app.size == SIZES[0]
        # One that came after it is drawn.
        await guest.resize(*SIZES[1])
        assert guest.ended is None


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (250, 100)])
async def test_any_other_size_is(kiosk: Coming, size: tuple[int, int]) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        await guest.resize(*size)
        assert len(guest.rows) == size[1]
        assert guest.ended is None
        await guest.resize(*SIZES[0])
        assert guest.shows(WELCOME)


async def test_a_panic_is_told_to_nobody(kiosk: Coming) -> None:
    async with kiosk() as guest:
        code = await guest.enter()
        guest.app.panic(code)
        assert guest.ended is Status.CRASHED
        assert not guest.app._exit_renderables
        log = guest.data / "kiosk.log"
        assert not log.exists() or code not in log.read_text()


async def test_an_error_is_told_to_nobody(kiosk: Coming) -> None:
    told: list[tuple[str, str]] = []

    async def visit() -> None:
        async with kiosk() as guest:
            code = await guest.enter()
            guest.app._handle_exception(ValueError(code))
            assert guest.ended is Status.CRASHED
            assert not guest.app._exit_renderables
            told.append((code, (guest.data / "kiosk.log").read_text()))

    # The pilot hands on what broke the app.
    with pytest.raises(ValueError, match=r"[0-9]{9}"):
        await visit()
    ((code, log),) = told
    assert "ValueError" in log
    assert code not in log
