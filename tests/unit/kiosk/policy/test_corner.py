"""The corner for staff opens after a long press, once."""

from __future__ import annotations

from course.kiosk.policy.corner import HELD, Corner


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_opens_once_it_was_pressed_long_enough() -> None:
    clock = Clock()
    corner = Corner(clock)
    corner.press(True)
    clock.now += HELD - 0.1
    assert not corner.opens()
    clock.now += 0.1
    assert corner.opens()
    clock.now += HELD
    assert not corner.opens()


def test_pressing_on_does_not_begin_anew() -> None:
    clock = Clock()
    corner = Corner(clock)
    corner.press(True)
    clock.now += HELD / 2
    corner.press(True)
    clock.now += HELD / 2
    assert corner.opens()


def test_letting_go_begins_anew() -> None:
    clock = Clock()
    corner = Corner(clock)
    corner.press(True)
    clock.now += HELD - 0.1
    corner.press(False)
    corner.press(True)
    clock.now += HELD - 0.1
    assert not corner.opens()


def test_nobody_pressed_it() -> None:
    assert not Corner(Clock()).opens()
