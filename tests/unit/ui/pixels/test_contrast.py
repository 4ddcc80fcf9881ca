"""Contrast, reckoned from the pixels of each picture as it is drawn, in every look that has any.

What carries meaning are its shapes. A shape is seen where its edge meets something that stands out
from it at 3:1: its contour, or what lies beyond that. The side away from the light belongs to it.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from textual.theme import Theme

from course.content.compiled import Library
from course.content.svg import svg
from course.ui.pixels.document import document
from course.ui.pixels.palette import Color, parsed
from course.ui.styles.drawings import CONTOUR, SHADE, SHADES, colors, css
from course.ui.styles.themes import THEMES
from tests.paths import MODULES
from tests.slow import one_now
from tests.unit.ui.paint.test_contrast import luminance

pytest.importorskip("resvg_py", reason="pictures are an extra")
pytest.importorskip("PIL", reason="pictures are an extra")

LEAST = 3.0
REACH = 8
"""Pixels, one for each unit, within which the contour of a shape lies, and what is beyond it."""
STEP = 3
"""Of so many rows one is looked at."""
SMALLEST = 40
"""Pixels of an edge from which on it is one."""
SEEN = 0.25
"""The part of the edge of a colour that stands out, at least. Along the rest the same thing goes on
in another tone, as skin does below a bruise, or cloth in the shade."""
NEAR = 3
"""By how much a blend may differ from what is reckoned."""
COURSE = Library(MODULES, None).edition().course
Row = list[Color]


def drawn(name: str, theme: Theme) -> list[Row]:
    """The pixels of a picture, row by row."""
    from PIL import Image

    from course.ui.pixels import render

    known = COURSE.svgs[name]
    size = known.width, known.height
    whole = document(svg(MODULES, name).decode(), size, (0, 0, *size), ())
    data = render.png(whole, css(theme), colors(theme)["ground"])
    flat = Image.open(BytesIO(data)).convert("RGB").tobytes()
    pixels = [*zip(flat[::3], flat[1::3], flat[2::3], strict=True)]
    return [pixels[at : at + size[0]] for at in range(0, len(pixels), size[0])]


def shaded(color: Color, theme: Theme) -> Color:
    """A colour on the side away from the light."""
    line, part = parsed(colors(theme)[CONTOUR]), float(SHADES.get(theme.name, SHADE))
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(color, line, strict=True))
    return red, green, blue


def stand_out(color: Color, shades: set[Color]) -> set[Color]:
    """Those of the shades that stand out from a colour."""
    light = luminance(color) + 0.05
    return {
        s
        for s in shades
        if max(light, luminance(s) + 0.05) >= LEAST * min(light, luminance(s) + 0.05)
    }


def alike(shades: set[Color], color: Color) -> set[Color]:
    return {s for s in shades if max(abs(a - b) for a, b in zip(s, color, strict=True)) <= NEAR}


def edges(rows: list[Row], theme: Theme) -> dict[str, tuple[int, int]]:
    """Of each class, how many pixels the edge of its colour has, and how many of them stand out."""
    shades = {shade for row in rows for shade in row}
    height, width = len(rows), len(rows[0])
    found: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for name, written in colors(theme).items():
        color = parsed(written)
        if name in ("ground", "place", CONTOUR) or color not in shades:
            continue
        out = stand_out(color, shades)
        own = alike(shades, color) | alike(shades, shaded(color, theme))
        for y in range(1, height - 1, STEP):
            row, above, below = rows[y], rows[y - 1], rows[y + 1]
            for x in range(1, width - 1):
                if row[x] != color or {row[x - 1], row[x + 1], above[x], below[x]} <= own:
                    continue
                found[name] += 1
                around = range(max(y - REACH, 0), min(y + REACH + 1, height))
                left, right = max(x - REACH, 0), x + REACH + 1
                seen[name] += any(not out.isdisjoint(rows[each][left:right]) for each in around)
    return {name: (count, seen[name]) for name, count in found.items()}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", one_now(sorted(COURSE.svgs)))
def test_every_shape_is_seen(name: str, theme: Theme) -> None:
    told = edges(drawn(name, theme), theme)
    assert told
    weak = {of: (count, out) for of, (count, out) in told.items() if count >= SMALLEST}
    assert {of: each for of, each in weak.items() if each[1] < SEEN * each[0]} == {}
