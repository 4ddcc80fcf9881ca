"""Where an arrow leads."""

from textual.geometry import Region

from course.ui.stage.steering import nearest

LEFT, RIGHT = Region(0, 0, 10, 3), Region(12, 0, 10, 3)
BELOW, FAR_BELOW = Region(0, 4, 22, 3), Region(0, 8, 22, 3)


def test_the_nearest_in_a_direction() -> None:
    every = (LEFT, RIGHT, BELOW, FAR_BELOW)
    assert nearest(LEFT, every, "right") == RIGHT
    assert nearest(LEFT, every, "down") == BELOW
    assert nearest(FAR_BELOW, every, "up") == BELOW
    assert nearest(RIGHT, every, "right") is None
    assert nearest(LEFT, every, "up") is None


def test_left_and_right_never_leave_the_row() -> None:
    assert nearest(LEFT, (Region(30, 3, 10, 3),), "right") is None


def test_down_prefers_what_is_right_below() -> None:
    assert nearest(LEFT, (Region(60, 3, 10, 3), BELOW), "down") == BELOW
