"""A code on the screen: read from what the terminal gets, in every look and at every size."""

import pytest
from PIL import Image
from textual.geometry import Size
from textual.theme import Theme

from course.handout import phone
from course.ui.paint.layouts.phone import code_room
from course.ui.paint.sheet import Kit, Sheet
from course.ui.pixels.palette import parsed
from course.ui.pixels.picture import Look, Piece, draw
from course.ui.styles.drawings import colors, css
from course.ui.styles.themes import DARK, HIGH_CONTRAST, LIGHT, NAMED
from course.views.model import Heading, Plain, Square, View
from course.views.press import Spot
from tests import sixels
from tests.codes import needs_zbar, photo, read
from tests.paths import MODULES
from tests.unit.ui.paint import views

CELL = (17, 34)
"""The pixels of a cell at a kiosk."""
KNOWN = views.context(MODULES)
SIZES = [(60, 22), (80, 24), (112, 31), (160, 50)]
LOOKS = [LIGHT, DARK, HIGH_CONTRAST, NAMED]
INSTEAD = "Please ask the staff for paper."


def view(text: str) -> View:
    return View(
        layout="phone",
        section="On my phone",
        said="1 of 3",
        step=(1, 3),
        blocks=(
            Heading("Your visit at Lakeside Joint and Spine Clinic"),
            Plain(KNOWN.words("phone.how"), strong=True),
            Plain(KNOWN.words("phone.after_in_calendar")),
            Square(text, INSTEAD),
        ),
        help="square",
        back=KNOWN.button(Spot.BACK),
        next=KNOWN.button(Spot.NEXT),
    )


def longest(size: tuple[int, int], kit: Kit) -> str:
    """As long a text as there is room for."""
    return "x" * phone.holds(code_room(Size(*size), kit))


@needs_zbar
@pytest.mark.parametrize("theme", LOOKS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(80, 24), (112, 31), (160, 50)])
def test_a_camera_reads_half_blocks(size: tuple[int, int], theme: Theme) -> None:
    kit = Kit(KNOWN.edition, theme)
    text = longest(size, kit)
    sheet = Sheet(view(text), Size(*size), kit)
    assert sheet.over == 0
    assert read(photo(sheet.rows(0, None))) == text


def test_at_112x31_half_blocks_hold_a_link() -> None:
    assert phone.holds(code_room(Size(112, 31), Kit(KNOWN.edition, LIGHT))) == 106


@needs_zbar
@pytest.mark.parametrize("theme", LOOKS[:3], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
def test_a_camera_reads_pixels(size: tuple[int, int], theme: Theme) -> None:
    kit = Kit(KNOWN.edition, theme, cell=CELL)
    text = longest(size, kit)
    assert len(text) == phone.BYTES[-1]
    sheet = Sheet(view(text), Size(*size), kit)
    assert sheet.over == 0
    (placed,) = sheet.pictures(0)
    piece = Piece(placed.box, (), (placed.region.width, placed.region.height), CELL)
    sent = draw(placed.svg, piece, Look(colors(theme), css(theme)), "sixel", 0)
    pixels = sixels.decode(sent.encode())
    # What is not drawn shows the cells below, which are white.
    image = Image.new("RGB", (len(pixels[0]), len(pixels)), (255, 255, 255))
    for y, row in enumerate(pixels):
        for x, color in enumerate(row):
            if color is not None:
                red, green, blue = (round(part * 2.55) for part in color)
                image.putpixel((x, y), (red, green, blue))
    ground = Image.new(
        "RGB", (image.width + 200, image.height + 200), parsed(colors(theme)["ground"])
    )
    ground.paste(image, (100, 100))
    assert read(ground) == text


@pytest.mark.parametrize("size", SIZES)
def test_every_module_has_the_same_whole_pixels(size: tuple[int, int]) -> None:
    kit = Kit(KNOWN.edition, LIGHT, cell=CELL)
    sheet = Sheet(view(longest(size, kit)), Size(*size), kit)
    (placed,) = sheet.pictures(0)
    assert placed.box == (0, 0, placed.region.width * CELL[0], placed.region.height * CELL[1])


def test_where_a_code_cannot_be_drawn_words_say_what_to_do() -> None:
    kit = Kit(KNOWN.edition, LIGHT)
    rows = Sheet(view("x" * 500), Size(80, 24), kit).rows(0, None)
    said = " ".join(" ".join(row.text for row in rows).split())
    assert INSTEAD in said
    assert "Your visit at Lakeside" in said
    assert "camera" not in said


def test_a_picture_that_fails_leaves_half_blocks() -> None:
    kit = Kit(KNOWN.edition, LIGHT, cell=CELL, unseen={"code"})
    assert code_room(Size(112, 31), kit) == code_room(Size(112, 31), Kit(KNOWN.edition, LIGHT))
    assert Sheet(view("x" * 40), Size(112, 31), kit).pictures(0) == ()


def test_a_console_without_half_blocks_has_no_room_for_a_code() -> None:
    assert code_room(Size(160, 50), Kit(KNOWN.edition, NAMED, fewer_signs=True)) == 0
