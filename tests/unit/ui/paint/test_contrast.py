"""Contrast, reckoned as WCAG 2 does, of everything that is drawn, in every theme.

4.5:1 for text, 3:1 for drawings, for the edges of what can be pressed and for what points it out.
The sixteen named colours are whatever a terminal makes of them: both palettes in use are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from rich.color import Color
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.theme import Theme

from course.ui.paint.brush import Brush
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import HIGH_CONTRAST, LIGHT, NAMED, THEMES
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

TEXT, DRAWN = 4.5, 3.0
Rgb = tuple[int, int, int]
Cell = tuple[str, Color, Color]
EVERY = (*THEMES, NAMED)
EACH = pytest.mark.parametrize("theme", EVERY, ids=[theme.name for theme in EVERY])
SIZES = ((60, 22), (112, 31))
CONSOLE = (80, 24)
"""The size of a console, where sixteen colours are most at home."""
XTERM: tuple[Rgb, ...] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205)),
    *((0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0)),
    *((255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
VGA: tuple[Rgb, ...] = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170)),
    *((0, 170, 170), (170, 170, 170), (85, 85, 85), (255, 85, 85), (85, 255, 85)),
    *((255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)
YELLOW, WHITE = 3, (7, 15)
PLAIN = range(8)
"""The numbers of the colours that may be a ground."""
BRIGHT = 8
"""What a terminal of sixteen colours adds to the number of such a colour that is bold."""
GAPS = "▆█"
"""What draws the gap above a card, whose edge is only a little lighter than the ground, and what
shows nothing of the colour behind it."""

HALVES = "▄▀"
"""Above and below a band: what it is stands in it, in words and a sign."""


def colors_of(color: Color) -> tuple[Rgb, ...]:
    """What a terminal may make of a colour."""
    if color.triplet is not None:
        red, green, blue = color.triplet
        return ((red, green, blue),)
    assert color.number is not None
    return XTERM[color.number], VGA[color.number]


def luminance(color: Rgb) -> float:
    parts = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in color
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@cache
def contrast(one: Color, other: Color) -> float:
    """From 1 for equal colours to 21; the least of all palettes."""
    found = []
    for a, b in zip(colors_of(one), colors_of(other), strict=True):
        lights = sorted((luminance(a), luminance(b)))
        found.append((lights[1] + 0.05) / (lights[0] + 0.05))
    return min(found)


def is_drawn(sign: str) -> bool:
    """Whether a sign is a part of a frame, a bar or a drawing."""
    return "\u2500" <= sign <= "\u259f"


def cells(segments: set[tuple[str, Style]]) -> Iterator[Cell]:
    """Each sign with its colour and the one behind it; in bold, also as it is brightened."""
    for said, style in segments:
        assert style.color is not None
        assert style.bgcolor is not None
        assert not any((style.italic, style.dim, style.reverse))
        for sign in set(said) - {" "}:
            yield sign, style.color, style.bgcolor
            number = style.color.number
            if style.bold and number is not None and number in PLAIN:
                yield sign, Color.from_ansi(number + BRIGHT), style.bgcolor


def drawn(theme: Theme) -> frozenset[Cell]:
    """Everything that is drawn in a theme, with nothing and with things pointed out."""
    return _drawn(theme.name)


@cache
def _drawn(name: str) -> frozenset[Cell]:
    theme = next(theme for theme in EVERY if theme.name == name)
    found: set[tuple[str, Style]] = set()
    for modules in (MODULES, TEA):
        edition = views.context(modules).edition
        for size in (*SIZES, CONSOLE) if theme.ansi else SIZES:
            kit = Kit(edition, theme, fewer_signs=size == CONSOLE)
            for _, view in (*views.every(modules), *views.of_kiosk()):
                sheet = Sheet(view, Size(*size), kit)
                held = [slot.press for slot in sheet.slots(0)]
                for press in (None, *held[:1], *held[-1:]):
                    found |= segments(sheet.rows(0, press))
                found |= segments(sheet.rows(sheet.last, None))
    return frozenset(cells(found))


def segments(strips: list[Strip]) -> set[tuple[str, Style]]:
    """The pieces of which rows are made."""
    return {(text, style) for strip in strips for text, style, _ in strip if style is not None}


@EACH
def test_everything_that_is_drawn_can_be_seen(theme: Theme) -> None:
    band = Brush(theme).style("$fill-danger").color
    for sign, ink, paper in drawn(theme):
        if sign in GAPS or (sign in HALVES and ink == band):
            continue
        least = DRAWN if is_drawn(sign) else TEXT
        assert contrast(ink, paper) >= least, (sign, ink.name, paper.name)


def test_text_in_high_contrast_stands_out_still_more() -> None:
    for sign, ink, paper in drawn(HIGH_CONTRAST):
        if not is_drawn(sign):
            assert contrast(ink, paper) >= 7, (sign, ink.name, paper.name)


def test_a_terminal_of_sixteen_colors_gets_only_their_names() -> None:
    for sign, ink, paper in drawn(NAMED):
        assert ink.triplet is None, sign
        assert paper.number in PLAIN, sign
        assert paper.number != YELLOW, sign
        assert not (ink.number in (YELLOW, YELLOW + 8) and paper.number in WHITE), sign


@EACH
def test_what_is_pointed_out_stands_out_from_what_is_not(theme: Theme) -> None:
    style = Brush(theme).style
    for paper in ("$card", "$paper"):
        edge = style(f"$accent on {paper}")
        assert edge.color is not None
        assert edge.bgcolor is not None
        assert contrast(edge.color, edge.bgcolor) >= DRAWN


@EACH
def test_no_two_inks_of_a_drawing_that_touch_are_alike(theme: Theme) -> None:
    style = Brush(theme).style
    for ink in ("area-bone", "area-soft", "area-needle", "area-mark", "area-ink"):
        pair = style(f"${ink} on $ink-skin")
        assert pair.color is not None
        assert pair.bgcolor is not None
        assert contrast(pair.color, pair.bgcolor) >= DRAWN, ink


def test_every_theme_has_a_color_for_the_same_roles() -> None:
    for theme in EVERY:
        assert theme.variables.keys() == LIGHT.variables.keys()


def test_no_two_themes_have_one_name() -> None:
    assert len({theme.name for theme in EVERY}) == len(EVERY)


def test_in_sixteen_colors_black_is_never_bold() -> None:
    style = Brush(NAMED).style
    for tone in ("accent", "good", "care"):
        assert not style(f"bold $on-{tone} on $fill-{tone}").bold
    assert style("bold $on-danger on $fill-danger").bold
    assert style("bold $ink").bold
