"""Screens with little on them: nothing touches the buttons, and a large one is not half empty."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from course.ui.paint.sheet import Sheet
from course.views.asking import LONGEST, own_view
from course.views.model import View
from course.views.press import Go, Spot
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import kit, named
from tests.unit.ui.paint.test_pictures import CELLS
from tests.unit.ui.paint.test_pictures import kit as pictured

HUGE = (160, 50)


def used(view: View, size: tuple[int, int]) -> float:
    """The part of the rows of the body in which something stands."""
    sheet = Sheet(view, Size(*size), pictured(CELLS[size]))
    window = sheet.window
    rows = sheet.rows(0, None)[window.y : window.bottom]
    empty = Sheet(View(layout="list", section=""), Size(*size), pictured(CELLS[size]))
    blank = empty.rows(0, None)[empty.window.bottom - 1]
    regions = [placed.region for placed in sheet.pictures(0)]
    covered = {row for region in regions for row in range(region.y, region.bottom)}
    full = [row != blank or window.y + at in covered for at, row in enumerate(rows)]
    return sum(full) / len(rows)


def helps() -> list[tuple[str, View]]:
    found = [(name, view) for name, view in views.every(MODULES) if name.startswith("help of")]
    assert len(found) > 3
    return found


@pytest.mark.parametrize("size", [(60, 22), (80, 24), (112, 31)])
def test_help_leaves_a_row_above_the_buttons(size: tuple[int, int]) -> None:
    for name, view in helps():
        sheet = Sheet(view, Size(*size), kit())
        if sheet.over:
            assert size == (60, 22), name
            continue
        bottom = max(s.region.bottom for s in sheet.slots(0) if s.part == "body")
        top = min(s.region.y for s in sheet.slots(0) if s.press == Go(Spot.BACK))
        assert bottom < top, name


@pytest.mark.parametrize(
    "name",
    [
        *("forget", "may the staff see it", "finish", "pad", "print slip", "questions 1 of 0"),
        *(
            "code, leaving False, asked",
            "code, leaving False, unasked",
            "code, leaving True, closed",
        ),
    ],
)
def test_a_very_large_screen_with_little_on_it_is_used(name: str) -> None:
    assert used(named(name), HUGE) > 0.55, name


def test_a_code_is_larger_where_the_screen_is() -> None:
    view = named("code, leaving False, asked")
    rows = [
        sum("█" in row.text for row in Sheet(view, Size(*size), kit()).rows(0, None))
        for size in ((112, 31), HUGE)
    ]
    assert rows[0] < rows[1]


@pytest.mark.parametrize("size", [(60, 22), (80, 24), (112, 31), HUGE])
def test_who_typed_all_that_fits_sees_every_key_and_what_came_last(size: tuple[int, int]) -> None:
    view = own_view("w" * (LONGEST - 4) + " end", False, views.context(MODULES))
    sheet = Sheet(view, Size(*size), kit())
    assert not sheet.over
    assert any("end" in row.text for row in sheet.rows(0, None))
