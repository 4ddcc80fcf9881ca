"""Every look comes onto the terminal whole, with nothing left of the one before."""

from functools import partial
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip

from course.ui.styles.themes import LIGHT, NAMED, THEMES
from course.views.press import Spot
from tests.paths import TEA
from tests.ui.conftest import Opening
from tests.ui.frames import RecordedApp
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import navigator_on


def colors_of(strips: list[Strip]) -> list[list[tuple[str, str]]]:
    """The colour of each cell and of what is behind it, as a terminal tells them."""
    return [
        [
            (_hex(segment.style.color), _hex(segment.style.bgcolor))
            for segment in strip
            for _ in segment.text
            if segment.style is not None
        ]
        for strip in strips
    ]


def _equal(app: RecordedApp, wanted: list[list[tuple[str, str]]]) -> bool:
    return app.inks == wanted


def _hex(color: object) -> str:
    triplet = getattr(color, "triplet", None)
    assert triplet is not None, color
    return "{:02x}{:02x}{:02x}".format(*triplet)


async def test_each_look_comes_whole_and_light_comes_round_again(tmp_path: Path) -> None:
    app = RecordedApp(navigator_on(TEA, tmp_path))
    async with app.run_test(headless=False) as pilot:
        person = Person(pilot)
        await rest(app)
        await person.press("?")
        seen = []
        for theme in (*THEMES, LIGHT):
            seen.append(theme.name)
            assert app.theme == theme.name
            wanted = colors_of(app.stage.render_lines(Region(0, 0, 80, 24)))
            await wait_until(partial(_equal, app, wanted))
            paper = theme.variables["paper"].removeprefix("#")
            assert app.inks[0][0][1] == paper
            await person.choose("Change the colors")
        assert len(set(seen)) == len(THEMES)


async def test_a_terminal_of_few_colors_is_sent_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM")
    app = RecordedApp(navigator_on(TEA, tmp_path))
    async with app.run_test(headless=False) as pilot:
        person = Person(pilot)
        await wait_until(lambda: app.frames and app.frames[-1] == person.rows)
        assert app.theme == NAMED.name
        named = {name for row in app.inks for cell in row for name in cell}
        assert not [
            name for name in named if len(name) == 6 and set(name) <= set("0123456789abcdef")
        ]
        # There is one look for it, and so nothing to choose.
        assert Spot.LOOK not in app.navigator.can
        await person.press("?")
        assert "Change the colors" not in person.words
        await person.press("escape", "1")
        await wait_until(lambda: app.frames[-1] == person.rows)
        assert "If you are called away" in person.words


async def test_the_next_person_finds_the_first_look(opened: Opening) -> None:
    async with opened() as person:
        await person.press("1", "9", "?")
        await person.tap("Change the colors")
        assert person.app.theme != LIGHT.name
        await person.press("escape")
        await person.choose("Stop here")
        await person.tap("Done")
        assert person.app.theme == LIGHT.name
