"""Every text and every control is easy to see, in every theme, on every screen as it is drawn.

The contrast is that of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, with the
relative luminance of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance: 4.5:1 for text (1.4.3),
3:1 for drawings, for the frames of controls and for what shows the focus (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from textual.geometry import Region
from textual.theme import Theme

from course.ui.screens.course_screen import CourseScreen
from course.ui.styles.themes import LIGHT, THEMES
from course.ui.widgets.big_button import BigButton
from tests.paths import MODULES, TEA
from tests.ui.places import Places, Stop, sampled
from tests.ui.walk import settle, walking

TEXT, DRAWN = 4.5, 3.0
SIZE = (80, 24)
Color = tuple[int, int, int]
Cell = tuple[str, Color, Color]
"""A character, its colour and the colour behind it."""


def luminance(color: Color) -> float:
    """Relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(one: Color, other: Color) -> float:
    """From 1 for equal colours to 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_drawn(character: str) -> bool:
    """Whether it belongs to a frame, a bar or a drawing: box, block and braille characters."""
    return "\u2500" <= character <= "\u259f" or "\u2800" <= character <= "\u28ff"


def cells_of(screen: CourseScreen[Any]) -> list[list[Cell]]:
    """The rows of the screen, cell by cell, in the colours a terminal is sent."""
    return [
        [cell for segment in strip for cell in _cells(segment)]
        for strip in screen._compositor.render_strips()
    ]


def _cells(segment: Segment) -> Iterator[Cell]:
    style = segment.style
    assert style is not None, segment
    assert style.bgcolor is not None, segment
    assert style.color is not None or segment.text.isspace(), segment
    ink, paper = map(_color, (style.color or style.bgcolor, style.bgcolor))
    if style.reverse:
        ink, paper = paper, ink
    assert not style.dim, f"dim is what a terminal makes of it: {segment}"
    for character in segment.text:
        yield character, ink, paper


def _seen(cell: Cell) -> set[Color]:
    """The colours that fill a cell, or a part of it; a line or a letter fills nothing."""
    character, ink, paper = cell
    return {ink, paper} if "▀" <= character <= "▟" else {paper}


def _color(color: RichColor) -> Color:
    assert color.triplet is not None, f"a colour by number is what a terminal makes of it: {color}"
    red, green, blue = color.triplet
    return red, green, blue


def hexed(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def too_faint(screen: CourseScreen[Any], where: str) -> list[str]:
    """What falls below, with the place, the colours and what is drawn in them."""
    rows = cells_of(screen)
    frames = _frames(screen)
    found: dict[tuple[Color, Color, float], str] = {}
    for y, row in enumerate(rows):
        for x, (character, ink, paper) in enumerate(row):
            if character.isspace() or (x, y) in frames:
                continue
            least = DRAWN if is_drawn(character) else TEXT
            papers = {paper}
            if character == "█" and ink == paper:
                # What is filled stands out against whatever lies beside it.
                beside = (row[at] for at in (x - 1, x + 1) if 0 <= at < len(row))
                papers = {color for cell in beside for color in _seen(cell)} - {ink}
            for each in papers:
                if contrast(ink, each) < least:
                    key = (ink, each, least)
                    found[key] = found.get(key, "") + character
    faults = [
        f"{where}: {contrast(ink, paper):.2f}:1, not {least}:1, {hexed(ink)} on {hexed(paper)}: "
        f"{text[:60]!r}"
        for (ink, paper, least), text in found.items()
    ]
    return faults + [
        f"{where}: the frame of {button.label!r} stands out by {best:.2f}:1, not {DRAWN}:1"
        for button, best in _edges(screen, rows)
        if best < DRAWN
    ]


def _shown(screen: CourseScreen[Any]) -> Iterator[tuple[BigButton, Region]]:
    inside = Region(0, 0, *screen.size)
    for button in screen.query(BigButton):
        room = screen._body.region if screen._body in button.ancestors else inside
        if button.visible and button.display and room.contains_region(button.region):
            yield button, button.region


def _frames(screen: CourseScreen[Any]) -> set[tuple[int, int]]:
    """The cells of the frames of controls, which are looked at against what is around them."""
    return {
        (x, y)
        for _, region in _shown(screen)
        for y in range(region.y, region.bottom)
        for x in range(region.x, region.right)
        if y in (region.y, region.bottom - 1) or x in (region.x, region.right - 1)
    }


def _edges(screen: CourseScreen[Any], rows: list[list[Cell]]) -> Iterator[tuple[BigButton, float]]:
    """How far each control stands out: by the line of its frame, or by its filling."""
    for button, region in _shown(screen):
        y = region.y + region.height // 2
        _, line, paper = rows[y][region.x]
        around = rows[y][max(region.x - 1, 0)][2]
        yield button, max(contrast(line, paper), contrast(paper, around))
        if button.has_focus:
            # The line of the focused control shows the focus, and has to be seen by itself.
            yield button, contrast(line, paper)


async def faults(places: Places, stops: list[Stop], theme: Theme) -> list[str]:
    """All that is too faint in a theme, each pair of colours of a kind of screen once."""
    found: list[str] = []
    async with walking(places, SIZE, theme.name) as walker:
        for stop in stops:
            screen = await walker.to(stop)
            found += too_faint(screen, f"{theme.name}, {stop.name}")
            while await walker.more():
                found += too_faint(screen, f"{theme.name}, {stop.name}, further down")
    return found


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_some_of_every_kind_can_be_seen(tmp_path: Path, theme: Theme) -> None:
    places = Places.of(MODULES, tmp_path)
    found = await faults(places, sampled(places.every(), 1), theme)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
async def test_everything_can_be_seen(tmp_path: Path, theme: Theme, modules: Path) -> None:
    places = Places.of(modules, tmp_path)
    found = await faults(places, places.every(), theme)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_what_has_the_focus_or_the_mouse_can_be_seen(tmp_path: Path, theme: Theme) -> None:
    places = Places.of(TEA, tmp_path)
    kinds = ("welcome", "number pad", "map", "choice", "checklist", "code, leaving")
    stops = [stop for stop in sampled(places.every(), 1) if stop.kind in kinds]
    assert len(stops) == len(kinds)
    async with walking(places, SIZE, theme.name) as walker:
        for stop in stops:
            screen = await walker.to(stop)
            for button, _ in list(_shown(screen)):
                button.focus(scroll_visible=False)
                await settle(walker.app)
                found = too_faint(screen, f"{theme.name}, {stop.name}, focus on {button.label!r}")
                button.mouse_hover = True
                await settle(walker.app)
                found += too_faint(screen, f"{theme.name}, {stop.name}, mouse on {button.label!r}")
                screen.set_focus(None)
                await settle(walker.app)
                found += too_faint(screen, f"{theme.name}, {stop.name}, mouse on {button.label!r}")
                button.mouse_hover = False
                assert not found, "\n".join(found)


BAD = {
    "text": (replace(LIGHT, foreground="#8a8a8a"), "4.5:1"),
    "quiet text": (replace(LIGHT, variables={**LIGHT.variables, "quiet": "#9aa0a6"}), "4.5:1"),
    "frames": (replace(LIGHT, variables={**LIGHT.variables, "edge": "#c9c4ba"}), "frame of"),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_theme_is_found_and_named(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, said = BAD[name]
    monkeypatch.setattr("course.ui.course_app.THEMES", (bad,))
    places = Places.of(TEA, tmp_path)
    stops = [stop for stop in places.every() if stop.kind == "map"]
    found = await faults(places, stops, bad)
    assert any(said in each and f"{bad.name}, map, new" in each for each in found), found


def test_the_formula_gives_what_the_standard_gives() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((255, 255, 255), (255, 255, 255)) == 1
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
