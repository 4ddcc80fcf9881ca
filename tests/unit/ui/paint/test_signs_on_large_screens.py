"""Danger signs on a large screen: what to do stands beside all of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.geometry import Size

from course.ui.paint.sheet import Sheet
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, kit

PAGES = ("risks/emergency", "risks/emergency-more", "risks/emergency-here", "risks/call-now")
EACH = pytest.mark.parametrize("name", PAGES)
LARGE = pytest.mark.parametrize("size", [(112, 31), (160, 50)])


def drawn(name: str, size: tuple[int, int]) -> Sheet:
    return Sheet(dict(views.every(MODULES))[name], Size(*size), kit(CELLS[size]))


@EACH
@LARGE
def test_what_to_do_reaches_down_to_the_last_sign(name: str, size: tuple[int, int]) -> None:
    sheet = drawn(name, size)
    last = max(placed.region.bottom for placed in sheet.pictures(0))
    rows, x = sheet.rows(0, None), sheet.window.x
    assert rows[last - 1].crop(x, x + 1) != rows[-1].crop(0, 1)


@EACH
@LARGE
def test_their_pictures_are_large_enough_to_see(name: str, size: tuple[int, int]) -> None:
    for placed in drawn(name, size).pictures(0):
        assert placed.region.height >= 4, placed.name


@EACH
@LARGE
def test_signs_are_as_far_from_each_other_or_all_close(name: str, size: tuple[int, int]) -> None:
    sheet = drawn(name, size)
    regions = [placed.region for placed in sheet.pictures(0)]
    x = regions[0].x - 1
    rows = [row.crop(x, x + 1) for row in sheet.rows(0, None)]
    outer = sheet.rows(0, None)[-1].crop(0, 1)
    gaps = {
        sum(rows[y] == outer for y in range(above.bottom, below.y))
        for above, below in pairwise(regions)
    }
    assert len(gaps) == 1
