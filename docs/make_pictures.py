"""Draws the pictures of `docs/pictures`: `make pictures`.

Contact sheets of every kind of view at every size and in every theme, the pictures of single views
in the README, the page that goes home, and all that a new patient leaves with. A view is drawn as
the terminal gets it, cell by cell, with no terminal and no app. Needs DejaVu Sans Mono (Debian's
fonts-dejavu-core).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import typst
from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.theme import Theme

from course.content.compiled import Edition
from course.handout import paper
from course.handout.model import Handout
from course.ui.paint.placed import Placed
from course.ui.paint.sheet import Kit, Sheet
from course.ui.pixels import render
from course.ui.pixels.document import document
from course.ui.styles.drawings import colors, css
from course.ui.styles.themes import DARK, HIGH_CONTRAST, LIGHT, NAMED
from course.views.model import Drawing, View
from tests.paths import MODULES, TEA
from tests.unit.handout import leaving
from tests.unit.handout.visits import FULL, VISIT, longest, taken
from tests.unit.ui.paint import views

PICTURES = Path(__file__).parent / "pictures"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SHEETS = (
    (LIGHT, (60, 22)),
    (LIGHT, (80, 24)),
    (LIGHT, (112, 31)),
    (LIGHT, (160, 50)),
    (DARK, (80, 24)),
    (HIGH_CONTRAST, (80, 24)),
    (NAMED, (80, 24)),
)
LEAVING = ((60, 22), (112, 31))
LINES, COLUMNS = 64, 76
"""Plain lines below each other in a picture, and columns for them."""
README = {
    "question": "what-it-is/how-sure",
    "feedback": "risks/chest-pain, 1 right",
}
WIDE, HIGH, POINTS = 10, 20, 16
"""Pixels of a cell, and the size of the letters in it."""
ACROSS = 3500
"""Pixels of a contact sheet from side to side, at most."""
GAP, NAME = 8, 16
PER_INCH = 90
"""Pixels of an inch of paper."""
COLORS = 24
"""In the palette of a picture: with more, a colour is taken for one that is nearly the same."""
NAMED_AS = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205)),
    *((0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0)),
    *((255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
"""What xterm makes of the sixteen colours by name."""
QUARTERS = {
    "▘": "1000", "▝": "0100", "▖": "0010", "▗": "0001", "▀": "1100", "▄": "0011", "▌": "1010",
    "▐": "0101", "▚": "1001", "▞": "0110", "▛": "1110", "▜": "1101", "▙": "1011", "▟": "0111",
    "█": "1111",
}  # fmt: skip
EIGHTHS = " ▁▂▃▄▅▆▇"
Rgb = tuple[int, int, int]
Named = tuple[str, Image.Image]


@cache
def font(bold: bool, points: int = POINTS) -> ImageFont.FreeTypeFont:
    """The face in which a terminal would draw."""
    return ImageFont.truetype(FONTS / f"DejaVuSansMono{'-Bold' if bold else ''}.ttf", points)


def rgb(color: Color | None) -> Rgb:
    """A colour as a terminal shows it. Raises ValueError for one that is left to the terminal."""
    if color is None:
        raise ValueError("a cell without a colour")
    if color.triplet is not None:
        red, green, blue = color.triplet
        return red, green, blue
    if color.number is None:
        raise ValueError(f"the terminal chooses {color}")
    return NAMED_AS[color.number]


def drawn(strips: Sequence[Strip]) -> Image.Image:
    """The rows of a screen as a picture."""
    image = Image.new("RGB", (WIDE * strips[0].cell_length, HIGH * len(strips)))
    draw = ImageDraw.Draw(image)
    for row, strip in enumerate(strips):
        column = 0
        for text, style, _ in strip:
            if style is None:
                raise ValueError(f"no colour for {text!r}")
            paper, ink, end = rgb(style.bgcolor), rgb(style.color), column + cell_len(text)
            box = (column * WIDE, row * HIGH, end * WIDE - 1, row * HIGH + HIGH - 1)
            draw.rectangle(box, fill=paper)
            for sign in text:
                at = column * WIDE, row * HIGH
                if not _block(draw, sign, at, ink) and sign != " ":
                    draw.text(at, sign, font=font(bool(style.bold)), fill=ink)
                column += cell_len(sign)
    return image


def _block(draw: ImageDraw.ImageDraw, sign: str, at: tuple[int, int], ink: Rgb) -> bool:
    """Fill the parts of a block character, as terminals do; a font leaves seams."""
    x, y = at
    for number, filled in enumerate(QUARTERS.get(sign, "")):
        if filled == "1":
            left, top = x + WIDE // 2 * (number % 2), y + HIGH // 2 * (number // 2)
            draw.rectangle((left, top, left + WIDE // 2 - 1, top + HIGH // 2 - 1), fill=ink)
    if sign in QUARTERS:
        return True
    if sign in EIGHTHS[1:]:
        high = round(HIGH * EIGHTHS.index(sign) / 8)
        draw.rectangle((x, y + HIGH - high, x + WIDE - 1, y + HIGH - 1), fill=ink)
        return True
    return False


def hang(image: Image.Image, placed: Iterable[Placed], edition: Edition, theme: Theme) -> None:
    """Draw the pictures of a screen over its cells, as a terminal does that shows them."""
    for each in placed:
        (x, y), (columns, rows) = each.region.offset, each.region.size
        svg = each.svg or edition.svg(each.name).decode()
        whole = document(svg, (columns * WIDE, rows * HIGH), each.box, each.leads)
        png = render.png(whole, css(theme, each.on), colors(theme)["ground"])
        image.paste(Image.open(BytesIO(png)).convert("RGB"), (x * WIDE, y * HIGH))


def contact(pictures: Sequence[Named]) -> Image.Image:
    """The pictures in rows, each with its name above."""
    wide = max(image.width for _, image in pictures) + GAP
    high = max(image.height for _, image in pictures) + GAP + NAME
    columns = max(ACROSS // wide, 1)
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (wide * columns + GAP, high * rows + GAP), "#8a8f94")
    draw = ImageDraw.Draw(whole)
    for number, (name, image) in enumerate(pictures):
        x, y = GAP + wide * (number % columns), GAP + high * (number // columns)
        draw.text((x, y - 2), name, font=font(True, 12), fill="#000000")
        whole.paste(image, (x, y + NAME - 2))
    return whole


def save(image: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is small."""
    path = PICTURES / f"{name}.png"
    # The most common colours exactly as they are: an average of two inks is no ink.
    most = sorted(image.getcolors(image.width * image.height) or [], reverse=True)[:COLORS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, color in most for part in cast(Rgb, color)])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.stat().st_size // 1024:5} KB  {path}")


def kind_of(view: View) -> tuple[object, ...]:
    """What a view is one of: a contact sheet has one picture of each kind."""
    figure = next((b.figure for b in view.blocks if isinstance(b, Drawing)), None)
    tone = view.verdict.tone if view.verdict else ""
    ticks = any(card.ticks for card in view.cards)
    marks = {card.mark for card in view.cards}
    return view.layout, view.help, type(figure), tone, ticks, len(view.hints), frozenset(marks)


def pictures(theme: Theme, size: tuple[int, int]) -> Iterator[Named]:
    """One view of every kind, and where More leads from it; first those of the shipped course."""
    seen = set()
    kits = {m: Kit(views.context(m).edition, theme) for m in (MODULES, TEA)}
    found = [(m, *named) for m in (MODULES, TEA) for named in views.every(m)]
    for modules, name, view in (*found, *((MODULES, *named) for named in views.of_kiosk())):
        if kind_of(view) in seen:
            continue
        seen.add(kind_of(view))
        sheet = Sheet(view, Size(*size), kits[modules])
        top = 0
        yield name, drawn(sheet.rows(top, sheet.first_held(top)))
        while top < sheet.last:
            top = sheet.more(top)
            yield f"{name}, more", drawn(sheet.rows(top, sheet.first_held(top)))


def left(theme: Theme, size: tuple[int, int]) -> Iterator[Named]:
    """What a new patient leaves with, on a screen that shows pictures."""
    kit = Kit(views.context(MODULES).edition, theme, cell=(WIDE, HIGH))
    for name, view in leaving.views(Size(*size), kit):
        sheet = Sheet(view, Size(*size), kit)
        held = sheet.first_held(0)
        image = drawn(sheet.rows(0, held))
        hang(image, sheet.pictures(0, held), views.context(MODULES).edition, theme)
        yield name, image


def written(text: str) -> Image.Image:
    """Plain lines in columns, as they stand below each other in a terminal."""
    lines = text.strip().splitlines()
    parts = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    image = Image.new("RGB", (WIDE * COLUMNS * len(parts), HIGH * (LINES + 1)), "#ffffff")
    draw = ImageDraw.Draw(image)
    for number, part in enumerate(parts):
        at = WIDE * COLUMNS * number + WIDE, HIGH // 2
        draw.multiline_text(at, "\n".join(part), font=font(False), fill="#000000")
    return image


def page(handout: Handout) -> Image.Image:
    """A page that goes home, as it comes out of a printer."""
    drawn = typst.compile(
        paper.TEMPLATE.read_bytes(),
        format="png",
        ppi=PER_INCH,
        ignore_system_fonts=True,
        sys_inputs=paper.inputs(handout, "letter"),
    )
    return Image.open(BytesIO(drawn)).convert("RGB")


def main() -> None:
    """Draw them, or say which font is missing."""
    if not (FONTS / "DejaVuSansMono.ttf").exists():
        sys.exit(f"There is no DejaVu Sans Mono in {FONTS}: install fonts-dejavu-core.")
    PICTURES.mkdir(exist_ok=True)
    for theme, size in SHEETS:
        name = theme.name.removeprefix("course-")
        save(contact([*pictures(theme, size)]), f"screens-{name}-{size[0]}x{size[1]}")
    kit, named = Kit(views.context(MODULES).edition, LIGHT), dict(views.every(MODULES))
    for name, of in README.items():
        sheet = Sheet(named[of], Size(80, 24), kit)
        save(drawn(sheet.rows(0, sheet.first_held(0))), name)
    save(page(taken(longest("knee"), FULL, VISIT)), "take-home")
    for size in LEAVING:
        save(contact([*left(LIGHT, size)]), f"leaving-{size[0]}x{size[1]}")
    save(written(leaving.lines()), "leaving-plain")


if __name__ == "__main__":
    main()
