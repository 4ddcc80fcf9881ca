"""Pictures on every screen of the shipped course: over blank cells, whole, and never in the way."""

from __future__ import annotations

from functools import cache

import pytest
from textual.geometry import Region, Size

from course.content.kinds.figures import DrawingFigure
from course.ui.paint.placed import Placed
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT, NAMED
from course.views.model import Advice, Drawing, View
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


def cells(sheet: Sheet, region: Region) -> str:
    """What is written where a picture stands."""
    rows = sheet.rows(0, None)[region.y : region.bottom]
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


def test_on_a_screen_too_low_a_picture_shows_once_all_of_it_is_in_sight() -> None:
    view = next(view for name, view in pictured() if name.endswith("/how-it-may-work"))
    sheet = Sheet(view, Size(60, 15), kit((17, 34)))
    seen: set[Placed] = set()
    top, last = 0, -1
    while top != last:
        for placed in sheet.pictures(top):
            assert sheet.window.contains_region(placed.region)
            seen.add(placed)
        top, last = sheet.more(top), top
    assert {placed.name for placed in seen} <= {"healing"}


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
