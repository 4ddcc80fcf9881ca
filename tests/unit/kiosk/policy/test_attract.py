"""No part of the attract screen stays lit for ever."""

from __future__ import annotations

import pytest

from course.kiosk.policy.attract import STEP, position


@pytest.mark.parametrize(("columns", "rows"), [(4, 3), (20, 8), (14, 7), (0, 0), (-5, -2), (7, 0)])
def test_every_place_gets_its_turn_and_all_are_on_the_screen(columns: int, rows: int) -> None:
    wide, high = max(columns, 0) + 1, max(rows, 0) + 1
    seen = {position(step * STEP, columns, rows) for step in range(wide * high)}
    assert seen == {(x, y) for x in range(wide) for y in range(high)}


def test_it_moves_gently() -> None:
    assert position(0, 9, 9) == position(STEP - 0.1, 9, 9)
    assert position(0, 9, 9) != position(STEP, 9, 9)
