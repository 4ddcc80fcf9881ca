"""Nothing that a person does at a kiosk leads out of it or breaks it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.welcome import WelcomeScreen
from course.ui.widgets.big_button import BigButton
from textual import events
from textual.binding import Binding
from textual.widgets import Markdown, Static

from course.kiosk.policy import allowlist
from course.kiosk.status import Status
from course.ui.kiosk import driver as kiosk_driver
from course.ui.kiosk.app import KioskApp
from tests.ui.conftest import SIZES
from tests.ui.kiosk.conftest import Coming, mouse


def test_every_binding_of_the_course_is_on_the_lists() -> None:
    found = {CourseScreen, BigButton, *_below(CourseScreen), *_below(BigButton)}
    bindings = [b for each in found for b in each.__dict__.get("BINDINGS", [])]
    assert bindings
    for binding in bindings:
        assert isinstance(binding, Binding)
        assert allowlist.action(binding.action), binding
        assert all(name in allowlist.KEYS for name in binding.key.split(",")), binding


def _below(kind: type[Any]) -> set[type[Any]]:
    return {each for sub in kind.__subclasses__() for each in {sub, *_below(sub)}}


def test_the_app_has_no_bindings_of_its_own() -> None:
    assert not KioskApp._merged_bindings or not KioskApp._merged_bindings.key_to_bindings
    assert not KioskApp.ENABLE_COMMAND_PALETTE
    assert not KioskApp.COMMANDS
    assert not KioskApp.ALLOW_SELECT


def test_the_driver_cannot_be_suspended() -> None:
    driver = object.__new__(kiosk_driver.KioskDriver)
    assert not driver.can_suspend


def test_the_driver_opens_and_saves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("webbrowser.open", never)
    driver = object.__new__(kiosk_driver.KioskDriver)
    driver.open_url("https://example.org")
    driver.deliver_binary(None, delivery_key="", save_path=Path("/never"))


class _Losing:
    """A screen that loses its focus between two looks at it, as one may that is drawn meanwhile."""

    message_queue_size = 3

    def __init__(self) -> None:
        self._looks: list[Any] = [SimpleNamespace(message_queue_size=4), None]

    @property
    def focused(self) -> Any:
        return self._looks.pop(0)


def test_the_focus_may_go_while_waiting_input_is_counted() -> None:
    driver = object.__new__(kiosk_driver.KioskDriver)
    driver._sent = driver._arrived = 0
    driver._app = cast(Any, SimpleNamespace(message_queue_size=2, screen=_Losing()))
    assert driver._in_flight() == 9


WAYS_OUT = [
    *("ctrl+q", "ctrl+c", "ctrl+p", "ctrl+z", "ctrl+d", "ctrl+s", "ctrl+l", "ctrl+backslash"),
    *("f1", "f5", "f10", "f11", "f12", "ctrl+insert", "shift+insert", "super+c", "ctrl+o"),
    *("q", "Q", "colon", "exclamation_mark", "home", "end", "insert", "delete", "alt+f4"),
    *("ctrl+w", "ctrl+r", "ctrl+n", "ctrl+shift+n", "ctrl+tab", "alt+tab", "ctrl+alt+delete"),
]


@pytest.mark.parametrize("key", WAYS_OUT)
async def test_a_way_out_by_key_does_nothing(kiosk: Coming, key: str) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        before = guest.text
        await guest.press(key)
        assert guest.text == before
        assert guest.shows(WelcomeScreen)
        assert guest.app.ended is None


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
    "app.focus('next')",
    "screen.maximize",
    "screen.copy_text",
    "app.simulate_key('1')",
    "app.notify('x')",
    "app.bell",
    "app.change_theme",
    "app.help_quit",
    "app.show_help_panel",
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
        await guest.screen.mount(trap, before=0)
        await guest.pilot.pause()
        await guest.pilot.click(trap, offset=(1, 0))
        await guest.pilot.pause()
        assert not await guest.app.run_action(action)
        assert guest.shows(WelcomeScreen)
        assert guest.app.ended is None


async def test_a_link_opens_nothing(kiosk: Coming, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("webbrowser.open", lambda *a, **_: opened.append(a))
    async with kiosk() as guest:
        await guest.press("space")
        await guest.screen.mount(Markdown("[link](--help)"), before=0)
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
        place = guest.screen.query(BigButton).first().region
        await guest.tell(
            mouse(events.MouseDown, place.x, place.y, button),
            mouse(events.MouseUp, place.x, place.y, button),
        )
        assert guest.shows(WelcomeScreen)


async def test_letting_go_without_pressing_is_no_click(kiosk: Coming) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        button = next(b for b in guest.screen.query(BigButton) if b.action == "start")
        await guest.tell(mouse(events.MouseDown, button.region.x + 2, button.region.y + 1))
        await guest.press("escape")
        guest.app._is_down = False
        await guest.tell(mouse(events.MouseUp, button.region.x + 2, button.region.y + 1))
        assert guest.shows(WelcomeScreen)


@pytest.mark.parametrize("at", [(-1, -1), (80, 0), (0, 24), (10**9, 10**9)])
async def test_a_press_outside_the_screen_does_nothing(kiosk: Coming, at: tuple[int, int]) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp, events.MouseScrollDown):
            await guest.tell(mouse(kind, *at))
        assert guest.shows(WelcomeScreen)
        assert guest.app.ended is None


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
        assert guest.screen.size == SIZES[0]


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (250, 100)])
async def test_any_other_size_is(kiosk: Coming, size: tuple[int, int]) -> None:
    async with kiosk() as guest:
        await guest.press("space")
        await guest.pilot.resize_terminal(*size)
        await guest.pilot.pause()
        assert guest.app.ended is None


@pytest.mark.parametrize("way", ["_handle_exception", "panic"])
async def test_an_error_is_told_to_nobody(kiosk: Coming, way: str) -> None:
    async with kiosk() as guest:
        await guest.enter()
        code = guest.app._visit.record.code if guest.app._visit else ""
        if way == "panic":
            guest.app.panic(code)
        else:
            guest.app._handle_exception(ValueError(code))
        assert guest.app.ended is Status.CRASHED
        assert not guest.app._exit_renderables
        log = guest.data / "kiosk.log"
        assert code not in (log.read_text() if log.exists() else "")
        if way != "panic":
            assert "ValueError" in log.read_text()
