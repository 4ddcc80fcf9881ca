"""Where pictures are shown, a short body on a large screen does not stick to the top."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from course.ui.paint.sheet import FAR, FURTHER, SPARE, Sheet
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, kit


def edges(sheet: Sheet, *, left: int, right: int) -> tuple[int, int]:
    """Empty rows of the body above what is in it, and below."""
    window = sheet.window
    rows = [row.crop(left, right) for row in sheet.rows(0, None)[window.y : window.bottom]]
    ground = rows[-1]
    used = [number for number, row in enumerate(rows) if row != ground]
    return (used[0], window.height - 1 - used[-1]) if used else (0, 0)


@pytest.mark.parametrize(("size", "far"), [((112, 31), FAR), ((160, 50), FURTHER)])
def test_some_of_the_rows_to_spare_are_above_it_and_few_enough_for_its_title(
    size: tuple[int, int], far: int
) -> None:
    shown = dict(views.every(MODULES))
    for name in ("what-it-is/result", "not_kept", "forgotten"):
        sheet = Sheet(shown[name], Size(*size), kit(CELLS[size]))
        above, below = edges(sheet, left=sheet.window.x, right=sheet.window.right)
        assert above > 0, name
        assert abs(above - min((above + below) // SPARE, far)) <= 1, name


def test_small_screens_begin_below_the_title() -> None:
    for name in ("what-it-is/result", "not_kept"):
        view = dict(views.every(MODULES))[name]
        plain, shown = (Sheet(view, Size(60, 22), kit(cell)) for cell in (None, CELLS[60, 22]))
        assert shown.rows(0, None) == plain.rows(0, None)
