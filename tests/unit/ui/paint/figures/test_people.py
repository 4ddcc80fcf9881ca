"""A hundred signs a group, as many filled as the figure says."""

import pytest

from course.content.kinds.figures import Group, PeopleFigure
from tests.unit.ui.paint.figures.samples import WIDTHS, drawn


def _people(*counts: int) -> PeopleFigure:
    groups = tuple(Group(label=f"Group {count}", count=count) for count in counts)
    return PeopleFigure(caption="C", alt="A", of=100, groups=groups)


@pytest.mark.parametrize("counts", [(0,), (100,), (46, 36), (1, 99), (46, 36, 30), (5, 50, 73)])
def test_as_many_are_filled_and_open_as_there_are_people(counts: tuple[int, ...]) -> None:
    for width in WIDTHS:
        signs = "".join(line.plain for line in drawn(_people(*counts), width))
        assert signs.count("●") == sum(counts), width
        assert signs.count("○") == 100 * len(counts) - sum(counts), width


@pytest.mark.parametrize("width", [56, 72])
def test_each_group_has_its_own_hundred(width: int) -> None:
    rows = [line.plain for line in drawn(_people(46, 7), width) if set(line.plain) & set("●○")]
    # Within a group one blank at most stands between two signs, between groups there are more.
    halves = [[part.replace(" ", "") for part in row.split("  ") if part] for row in rows]
    for group, count in enumerate((46, 7)):
        assert "".join(half[group] for half in halves) == ("●" * count).ljust(100, "○")


@pytest.mark.parametrize("counts", [(46,), (46, 36), (46, 36, 30)])
def test_three_groups_stand_side_by_side_at_72_columns(counts: tuple[int, ...]) -> None:
    lines = drawn(_people(*counts), 72)
    assert len(lines) == 9
    assert all(f"{count} of 100" in lines[6].plain for count in counts)


def test_below_each_other_where_there_is_less_room() -> None:
    lines = [line.plain for line in drawn(_people(46, 36, 30), 56)]
    assert "Group 46  46 of 100" in lines
    assert len(lines) <= 13
