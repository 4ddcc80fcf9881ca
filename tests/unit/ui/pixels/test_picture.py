"""A drawing in the colours of each look, as a terminal draws it."""

from __future__ import annotations

import pytest

from course.ui.pixels.palette import MOST
from course.ui.pixels.picture import LARGEST, Look, Piece, Way, draw
from course.ui.styles.drawings import colors, css
from course.ui.styles.themes import LIGHT, THEMES
from tests.paths import MODULES
from tests.sixels import Color, decode

pytest.importorskip("resvg_py", reason="pictures are an extra")
pytest.importorskip("PIL", reason="pictures are an extra")

DRAWINGS = sorted(path.stem for path in (MODULES / "pictures").glob("*.svg"))
POND = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" fill="none" stroke-width="40">'
    '<rect class="ground" width="400" height="400"/>'
    '<rect class="fluid flat" x="0" y="0" width="200" height="200"/>'
    '<rect id="stone" class="accent place" x="200" y="200" width="200" height="200"/></svg>'
)
WHOLE = Piece((0, 0, 400, 400), (), (10, 5), (10, 20))


def look(theme: object, on: str = "") -> Look:
    known = next(each for each in THEMES if each is theme)
    return Look(colors(known), css(known, on))


def drawn(svg: str, piece: Piece, *, on: str = "") -> list[list[Color | None]]:
    return decode(draw(svg, piece, look(LIGHT, on), "sixel", 1).encode("ascii"))


def percent(color: str) -> Color:
    red, green, blue = (round(int(color[n : n + 2], 16) * 100 / 255) for n in (1, 3, 5))
    return red, green, blue


def test_parts_have_their_color_and_the_ground_stays_free() -> None:
    pixels = drawn(POND, WHOLE)
    known = colors(LIGHT)
    assert (len(pixels[0]), len(pixels)) == (100, 96)
    assert pixels[20][20] == percent(known["fluid"])
    assert pixels[20][80] is None
    assert pixels[75][75] == percent(known["place"])
    assert pixels[51][75] == percent(known["accent"])


def test_what_lies_beside_a_drawing_stays_free() -> None:
    pixels = drawn(POND, Piece((-400, 0, 1200, 400), (), (15, 3), (10, 20)))
    assert pixels[20][20] is None
    assert pixels[20][60] == percent(colors(LIGHT)["fluid"])
    assert pixels[20][120] is None


def test_a_chosen_place_alone_is_filled() -> None:
    accent = percent(colors(LIGHT)["accent"])
    assert drawn(POND, WHOLE, on="stone")[75][75] == accent
    assert drawn(POND, WHOLE, on="heron")[75][75] is None


def test_a_lead_ends_in_a_dot() -> None:
    pixels = drawn(POND, Piece(WHOLE.box, (((400, 100), (300, 100)),), WHOLE.cells, WHOLE.cell))
    ink = percent(colors(LIGHT)["ink"])
    assert pixels[25][75] == pixels[25][90] == ink
    assert pixels[25][60] is None


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_of_the_course_comes(name: str, theme: object) -> None:
    svg = (MODULES / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    side = 400 if 'viewBox="0 0 400 400"' in svg else 900
    piece = Piece((0, 0, side, 400 if side == 400 else 560), (), (20, 10), (10, 20))
    text = draw(svg, piece, look(theme), "sixel", 1)
    used = {color for row in decode(text.encode("ascii")) for color in row if color}
    assert 3 <= len(used) <= MOST
    assert len(text) < 60_000


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_ground_stays_free_beside_shades_that_are_near_it(theme: object) -> None:
    svg = (MODULES / "pictures" / "body.svg").read_text(encoding="utf-8")
    pixels = decode(
        draw(svg, Piece((0, 0, 900, 560), (), (34, 16), (10, 20)), look(theme), "sixel", 1).encode(
            "ascii"
        )
    )
    assert sum(color is None for row in pixels for color in row) > len(pixels) * len(pixels[0]) // 2


@pytest.mark.parametrize("way", ["sixel", "kitty"])
def test_what_cannot_be_drawn_is_nothing(way: Way) -> None:
    huge = Piece(WHOLE.box, (), (500, 300), (LARGEST, 1))
    for svg, piece in (("", WHOLE), ("<svg", WHOLE), (POND[:-20], WHOLE), (POND, huge)):
        assert draw(svg, piece, look(LIGHT), way, 1) == ""
    assert draw(POND, WHOLE, look(LIGHT), way, 1) != ""
