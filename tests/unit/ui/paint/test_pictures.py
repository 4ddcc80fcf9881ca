"""Pictures on every screen of the shipped course: over blank cells, whole, and never in the way."""

from __future__ import annotations

from functools import cache

import pytest
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from course.content.kinds.figures import DrawingFigure
from course.ui.paint.placed import Placed
from course.ui.paint.sheet import Kit, Sheet
from course.ui.paint.stack import Laid
from course.ui.paint.window import Window
from course.ui.styles.themes import LIGHT, NAMED
from course.views.model import Advice, Drawing, View
from course.views.press import Press
from tests.paths import MODULES
from tests.unit.ui.paint import views

CELLS = {(60, 22): (17, 34), (80, 24): (10, 20), (112, 31): (17, 34), (160, 50): (12, 24)}
EACH = pytest.mark.parametrize("size", [*CELLS], ids=lambda size: f"{size[0]}x{size[1]}")


@cache
def kit(cell: tuple[int, int] | None) -> Kit:
    return Kit(views.context(MODULES).edition, LIGHT, cell=cell)


@cache
def pictured() -> tuple[tuple[str, View], ...]:
    """The views with something that has a picture."""
    svgs = views.context(MODULES).edition.course.svgs
    return tuple(
        (name, view)
        for name, view in views.every(MODULES)
        if any(
            (
                isinstance(block, Drawing)
                and isinstance(block.figure, DrawingFigure)
                and block.figure.file in svgs
            )
            or (isinstance(block, Advice) and any(each.picture for each in block.signs))
            for block in view.blocks
        )
    )


@cache
def sheets(size: tuple[int, int]) -> tuple[tuple[str, View, Sheet], ...]:
    return tuple(
        (name, view, Sheet(view, Size(*size), kit(CELLS[size]))) for name, view in pictured()
    )


def cells(sheet: Sheet, region: Region, held: Press | None = None) -> str:
    """What is written where a picture stands."""
    rows = sheet.rows(0, held)[region.y : region.bottom]
    return "".join(row.crop(region.x, region.right).text for row in rows)


@EACH
class TestEveryScreen:
    def test_there_are_some(self, size: tuple[int, int]) -> None:
        drawn = [name for name, _, sheet in sheets(size) if sheet.pictures(0)]
        assert len(drawn) > len(sheets(size)) // 4

    def test_a_picture_stands_over_blank_cells_of_the_window(self, size: tuple[int, int]) -> None:
        for name, _, sheet in sheets(size):
            for placed in sheet.pictures(0):
                assert placed.region.area, name
                assert sheet.window.contains_region(placed.region), name
                assert cells(sheet, placed.region).isspace(), (name, placed)

    def test_nothing_that_can_be_pressed_is_below_one(self, size: tuple[int, int]) -> None:
        for name, _, sheet in sheets(size):
            for placed in sheet.pictures(0):
                for slot in sheet.slots(0):
                    assert not placed.region.overlaps(slot.region), name

    def test_a_picture_never_makes_a_screen_too_high(self, size: tuple[int, int]) -> None:
        for name, view, sheet in sheets(size):
            without = Sheet(view, Size(*size), kit(None))
            assert without.pictures(0) == ()
            assert sheet.over <= without.over, name

    def test_all_of_a_picture_is_drawn_with_lines_that_end_in_it(
        self, size: tuple[int, int]
    ) -> None:
        svgs = kit(CELLS[size]).svgs
        for name, _, sheet in sheets(size):
            for placed in sheet.pictures(0):
                left, top, width, height = placed.box
                box = svgs[placed.name].box
                assert left <= box[0] <= box[2] <= left + width, name
                assert top <= box[1] <= box[3] <= top + height, name
                for start, end in placed.leads:
                    for x, y in (start, end):
                        assert left <= x <= left + width, name
                        assert top <= y <= top + height, name

    def test_words_around_a_picture_are_those_of_its_labels(self, size: tuple[int, int]) -> None:
        for name, view, sheet in sheets(size):
            drawn = {placed.name: placed for placed in sheet.pictures(0)}
            said = "\n".join(row.text for row in sheet.rows(0, None))
            for block in view.blocks:
                if isinstance(block, Drawing) and isinstance(block.figure, DrawingFigure):
                    placed = drawn.get(block.figure.file)
                    if placed and placed.leads:
                        assert len(placed.leads) == len(block.figure.labels), name
                        assert all(label in said for label in block.figure.labels), name


def test_where_more_room_is_the_picture_is_larger() -> None:
    heights = {
        size: max(
            placed.region.height
            for _, _, sheet in sheets(size)
            for placed in sheet.pictures(0)
            if placed.name == "healing"
        )
        for size in ((60, 22), (112, 31), (160, 50))
    }
    assert heights[60, 22] >= 7
    assert heights[60, 22] < heights[112, 31] < heights[160, 50]


def test_in_a_body_that_moves_only_a_picture_that_is_wholly_on_show_counts() -> None:
    """Of 30 rows 10 are on show, from the fifth row of the screen on; the picture has 4 of them."""
    rows = [[Segment(" " * 60)] for _ in range(30)]
    placed = Placed("knee", Region(3, 12, 20, 4), (0, 0, 900, 560))
    laid = Laid(60, rows, pictures=[placed])
    strips = [Strip(row) for row in rows]
    window = Window(laid, strips, strips[0], Region(2, 5, 60, 10))
    shown = {top: each.region for top in range(21) for each in window.pictures(top)}
    assert list(shown) == list(range(6, 13))
    assert shown[6] == Region(5, 11, 20, 4)
    assert shown[12] == Region(5, 5, 20, 4)


@pytest.mark.parametrize(
    "other",
    [
        Kit(views.context(MODULES).edition, NAMED, cell=(10, 20)),
        Kit(views.context(MODULES).edition, LIGHT, cell=(10, 20), fewer_signs=True),
    ],
    ids=["named colors", "fewer signs"],
)
def test_few_colors_or_signs_have_words_in_place_of_pictures(other: Kit) -> None:
    for _, view in pictured():
        assert Sheet(view, Size(80, 24), other).pictures(0) == ()
