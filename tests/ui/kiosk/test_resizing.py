"""The window is resized again before the first size is drawn, as window managers do at a start."""

from typing import Any

import pytest
from textual import events
from textual.geometry import Size
from textual.screen import Screen

from tests.ui.conftest import SIZES, Opening
from tests.ui.kiosk.conftest import ATTRACT, Coming
from tests.ui.person import Person, rest, wait_until
from tests.ui.steps import start

MOST = 40
"""Layouts that two sizes may take; it takes about six."""


async def resize_twice(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both sizes are on their way to the screen, with something between, before one is drawn."""
    lay_out, layouts = Screen._refresh_layout, 0

    def counted(screen: Screen[Any], size: Size | None = None, scroll: bool = False) -> None:
        nonlocal layouts
        layouts += 1
        assert layouts <= MOST, "the sizes take turns for ever"
        lay_out(screen, size, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    app = person.app
    for width, height in [(1, 1), SIZES[1]]:
        app._size = Size(width, height)
        app.screen.post_message(events.Resize.from_dimensions((width, height), None))
        app.screen.post_message(events.Show())
    await wait_until(lambda: person.stage.size == SIZES[1])
    await rest(app)


async def test_the_last_size_holds(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as person:
        await start(person)
        await resize_twice(person, monkeypatch)
        assert person.stage.size == SIZES[1]
        assert "After part 1 you can" in person.words


async def test_the_last_size_holds_when_nobody_is_there(
    kiosk: Coming, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with kiosk() as guest:
        await resize_twice(guest, monkeypatch)
        assert guest.stage.size == SIZES[1]
        assert guest.shows(ATTRACT)
