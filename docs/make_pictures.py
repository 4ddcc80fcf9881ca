"""Draws the pictures of `docs/pictures`: `make pictures`.

Contact sheets of every kind of screen in every theme, of every figure, and the three pictures of
the README. Needs DejaVu Sans Mono (Debian's fonts-dejavu-core).
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from PIL import Image, ImageDraw, ImageFont
from textual.strip import Strip

from course.ui.screens.course_screen import CourseScreen
from course.ui.styles.themes import LIGHT, THEMES
from tests.paths import MODULES, TEA
from tests.ui.places import Places, Stop, sampled
from tests.ui.walk import walking

PICTURES = Path(__file__).parent / "pictures"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SIZES = ((80, 24), (100, 32))
FIGURE_SIZES = ((80, 24), (60, 20))
README = {"page": "page with StepsFigure", "question": "choice", "feedback": "choice, wrong"}
SMALL, LARGE = 10, 16
"""Points of the letters in a sheet, and in a picture by itself."""
GAP = 8
COLORS = 256
"""In the palette of a picture: as many as a small file can have."""


@cache
def font(bold: bool, points: int) -> ImageFont.FreeTypeFont:
    """The face in which a terminal would draw."""
    return ImageFont.truetype(FONTS / f"DejaVuSansMono{'-Bold' if bold else ''}.ttf", points)


def drawn(strips: Sequence[Strip], points: int) -> Image.Image:
    """The rows of a screen as a picture."""
    wide, high = round(font(False, points).getlength("M")), round(points * 1.2)
    image = Image.new("RGB", (wide * strips[0].cell_length, high * len(strips)))
    draw = ImageDraw.Draw(image)
    for row, strip in enumerate(strips):
        column = 0
        for text, style, _ in strip:
            if not text:
                continue
            if style is None or style.bgcolor is None or style.bgcolor.triplet is None:
                raise ValueError(f"no colour behind {text!r}")
            paper = tuple(style.bgcolor.triplet)
            box = (
                column * wide,
                row * high,
                (column + len(text)) * wide - 1,
                row * high + high - 1,
            )
            draw.rectangle(box, fill=paper)
            if style.color is not None and style.color.triplet is not None:
                ink = tuple(style.color.triplet)
                for at, character in enumerate(text, start=column):
                    if not _block(draw, character, (at * wide, row * high, wide, high), ink):
                        face = font(bool(style.bold), points)
                        draw.text((at * wide, row * high), character, font=face, fill=ink)
            column += len(text)
    return image


QUARTERS = {
    "▘": "1000", "▝": "0100", "▖": "0010", "▗": "0001", "▀": "1100", "▄": "0011", "▌": "1010",
    "▐": "0101", "▚": "1001", "▞": "0110", "▛": "1110", "▜": "1101", "▙": "1011", "▟": "0111",
    "█": "1111",
}  # fmt: skip


def _block(
    draw: ImageDraw.ImageDraw,
    character: str,
    cell: tuple[int, int, int, int],
    ink: tuple[int, ...],
) -> bool:
    """Fill the quarters of a block character, as terminals do; a font leaves seams."""
    x, y, wide, high = cell
    for number, filled in enumerate(QUARTERS.get(character, "")):
        if filled == "1":
            left, top = x + (wide // 2) * (number % 2), y + (high // 2) * (number // 2)
            right = x + wide - 1 if number % 2 else x + wide // 2 - 1
            bottom = y + high - 1 if number > 1 else y + high // 2 - 1
            draw.rectangle((left, top, right, bottom), fill=ink)
    return character in QUARTERS


def sheet(pictures: Sequence[tuple[str, Image.Image]], columns: int) -> Image.Image:
    """The pictures in rows, each with its name above."""
    wide = max(image.width for _, image in pictures) + GAP
    high = max(image.height for _, image in pictures) + GAP + 16
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (wide * columns + GAP, high * rows + GAP), "#8a8f94")
    draw = ImageDraw.Draw(whole)
    for number, (name, image) in enumerate(pictures):
        x, y = GAP + wide * (number % columns), GAP + high * (number // columns)
        draw.text((x, y - 2), name, font=font(True, 11), fill="#000000")
        whole.paste(image, (x, y + 14))
    return whole


def save(image: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is small."""
    path = PICTURES / f"{name}.png"
    # The most common colours exactly as they are: an average of two inks is no ink.
    most = sorted(image.getcolors(image.width * image.height) or [], reverse=True)[:COLORS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, color in most for part in cast(tuple[int, int, int], color)])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.stat().st_size // 1024:5} KB  {path}")


def strips_of(screen: CourseScreen[Any]) -> list[Strip]:
    """What is on the screen."""
    return list(screen._compositor.render_strips())


async def pictures_of(
    places: Places, stops: list[Stop], size: tuple[int, int], theme: str, points: int
) -> list[tuple[str, Image.Image]]:
    """Each stop, and what More leads to."""
    found = []
    async with walking(places, size, theme) as walker:
        for stop in stops:
            screen = await walker.to(stop)
            found.append((stop.name, drawn(strips_of(screen), points)))
            while await walker.more():
                found.append((f"{stop.name}, more", drawn(strips_of(screen), points)))
    return found


def kinds(shipped: Places, tea: Places) -> list[tuple[Places, list[Stop]]]:
    """One stop of every kind; from the small course where the shipped one has none."""
    first = sampled(shipped.every(), 1)
    have = {stop.kind for stop in first}
    return [(shipped, first), (tea, [s for s in sampled(tea.every(), 1) if s.kind not in have])]


def figures(places: Places) -> list[Stop]:
    """Every page with a figure."""
    return [stop for stop in places.lessons() if stop.kind.startswith("page with")]


async def make(folder: Path) -> None:
    """Draw all of them."""
    shipped, tea = Places.of(MODULES, folder / "shipped"), Places.of(TEA, folder / "tea")
    PICTURES.mkdir(exist_ok=True)
    for theme in THEMES:
        name = theme.name.removeprefix("course-")
        for size in SIZES:
            pictures = [
                picture
                for places, stops in kinds(shipped, tea)
                for picture in await pictures_of(places, stops, size, theme.name, SMALL)
            ]
            save(sheet(pictures, 6), f"screens-{name}-{size[0]}x{size[1]}")
        for size in FIGURE_SIZES:
            pictures = await pictures_of(shipped, figures(shipped), size, theme.name, SMALL)
            save(sheet(pictures, 4), f"figures-{name}-{size[0]}x{size[1]}")
    first = {stop.kind: stop for stop in reversed(shipped.every())}
    for name, kind in README.items():
        pictures = await pictures_of(shipped, [first[kind]], SIZES[0], LIGHT.name, LARGE)
        save(pictures[0][1], name)


def main() -> None:
    """Draw them, or say which font is missing."""
    if not (FONTS / "DejaVuSansMono.ttf").exists():
        sys.exit(f"There is no DejaVu Sans Mono in {FONTS}: install fonts-dejavu-core.")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(make(Path(folder)))


if __name__ == "__main__":
    main()
