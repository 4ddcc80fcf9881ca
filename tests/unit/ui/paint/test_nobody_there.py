"""What a machine shows while nobody is at it."""

from __future__ import annotations

import pytest
from textual.geometry import Size
from textual.strip import Strip

from course.ui.paint.letters import letters
from course.ui.paint.sheet import Sheet
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import LARGE, SMALL, sheet, shown
from tests.unit.ui.paint.test_pictures import CELLS
from tests.unit.ui.paint.test_pictures import kit as pictured


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


@pytest.mark.parametrize("size", [SMALL, (80, 24), LARGE, (160, 50)])
def test_where_pictures_are_drawn_it_has_one_at_every_size(size: tuple[int, int]) -> None:
    view = dict(views.of_kiosk())["attract"]
    drawn = Sheet(view, Size(*size), pictured(CELLS[size]))
    for wandered in range(6):
        (placed,) = drawn.pictures(0, wandered=wandered)
        rows = drawn.rows(0, None, wandered=wandered)
        region = placed.region
        assert region.height >= 6
        covered = [row.crop(region.x, region.right) for row in rows[region.y : region.bottom]]
        assert all(row.text.isspace() for row in covered)
        assert region.y > 0
        assert region.bottom < size[1]
        said = " ".join(row.text for row in rows)
        assert said.count("It does not ask for your name.") == 2
        assert said.count("any key to begin") == 2


@pytest.mark.parametrize("cell", [None, CELLS[160, 50]])
def test_a_very_large_screen_is_used_above_and_below_its_middle(
    cell: tuple[int, int] | None,
) -> None:
    view = dict(views.of_kiosk())["attract"]
    drawn = Sheet(view, Size(160, 50), pictured(cell))
    assert in_letters_twice_as_large(view.title, drawn.rows(0, None))
    for wandered in range(6):
        rows = drawn.rows(0, None, wandered=wandered)
        used = [number for number, row in enumerate(rows) if row.text.strip()]
        regions = [placed.region for placed in drawn.pictures(0, wandered=wandered)]
        used += [row for region in regions for row in range(region.y, region.bottom)]
        above, below = min(used), 49 - max(used)
        assert abs(above - below) <= 6
        assert len(set(used)) >= 20


def in_letters_twice_as_large(said: str, rows: list[Strip]) -> bool:
    drawn = [row.rstrip() for row in letters(said, 2, times=2)]
    return all(any(line in row.text for row in rows) for line in drawn)


def test_the_question_whether_anybody_is_there_stands_in_the_middle_of_a_wide_screen() -> None:
    rows = shown(dict(views.of_kiosk())["still there"], LARGE)
    row = next(row for row in rows if "If nobody answers" in row)
    assert len(row) - len(row.lstrip()) == 22
