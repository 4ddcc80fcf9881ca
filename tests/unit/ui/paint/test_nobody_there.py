"""What a machine shows while nobody is at it."""

from __future__ import annotations

import pytest

from course.ui.paint.letters import letters
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import LARGE, SMALL, sheet, shown


@pytest.mark.parametrize("size", [(40, 15), SMALL, (80, 24), LARGE, (160, 50)])
@pytest.mark.parametrize("name", ["attract", "out of order"])
def test_a_screen_that_nobody_uses_wanders_and_stays_off_the_edge(
    size: tuple[int, int], name: str
) -> None:
    view = dict(views.of_kiosk())[name]
    drawn = sheet(view, size)
    assert (drawn.slots(0), drawn.first_held(0)) == ((), None)
    columns = []
    before: list[str] = []
    for wandered in range(12):
        rows = [row.text for row in drawn.rows(0, None, wandered=wandered)]
        assert [len(row) for row in rows] == [size[0]] * size[1]
        assert all(row[0] == row[-1] == " " for row in rows)
        assert rows != before
        before = rows
        columns.append(min(len(row) - len(row.lstrip()) for row in rows if row.strip()))
    assert len(set(columns[::2])) == len(set(columns[1::2])) == 1
    assert columns[0] < columns[1]


@pytest.mark.parametrize("size", [SMALL, (80, 24), LARGE, (160, 50)])
def test_what_a_screen_that_nobody_uses_says_is_all_there(size: tuple[int, int]) -> None:
    known = dict(views.of_kiosk())
    attract = " ".join(shown(known["attract"], size))
    assert "Lakeside Joint Clinic" in attract
    assert "It does not ask for your name." in attract
    assert attract.count("any key to begin") == 2
    assert "┏━" in attract
    large = letters("This screen")[1].strip()
    rows = shown(known["out of order"], size)
    assert len([row for row in rows if "out of order" in row or large in row]) == 2


def test_the_question_whether_anybody_is_there_stands_in_the_middle_of_a_wide_screen() -> None:
    rows = shown(dict(views.of_kiosk())["still there"], LARGE)
    row = next(row for row in rows if "If nobody answers" in row)
    assert len(row) - len(row.lstrip()) == 22
