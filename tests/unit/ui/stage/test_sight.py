"""A terminal is asked once, and believed once, in time."""

from __future__ import annotations

import pytest

from course.ui.stage import sight
from course.ui.stage.replies import Replied
from course.ui.stage.sight import LARGEST, PATIENCE, Cell, Sight, may_show

FOOT = {"TERM": "foot", "COLORTERM": "truecolor"}
SIXEL = frozenset({"62", "4", "22"})
OTHER = frozenset({"62", "22"})


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "can_draw", lambda: True)


def asked(
    surroundings: dict[str, str] = FOOT, cell: Cell | None = (17, 34), clock: Clock | None = None
) -> Sight:
    found = Sight(surroundings, lambda: cell, clock or Clock())
    assert found.question()
    return found


def test_sixel_is_found() -> None:
    found = asked()
    assert found.told(Replied(attributes=SIXEL))
    assert (found.way, found.cell) == ("sixel", (17, 34))


def test_without_sixel_there_are_no_pictures() -> None:
    found = asked()
    assert not found.told(Replied(attributes=OTHER))
    assert found.way is None


def test_only_the_first_answer_counts() -> None:
    found = asked()
    assert found.told(Replied(attributes=SIXEL))
    assert not found.told(Replied(attributes=SIXEL))
    never = asked()
    assert not never.told(Replied(attributes=OTHER))
    assert not never.told(Replied(attributes=SIXEL))
    assert never.way is None


def test_a_late_answer_is_nobodys() -> None:
    clock = Clock()
    found = asked(clock=clock)
    clock.now += PATIENCE + 0.1
    assert not found.told(Replied(attributes=SIXEL))
    assert found.way is None


def test_what_was_not_asked_for_is_not_answered() -> None:
    found = Sight(FOOT, lambda: (17, 34))
    assert not found.told(Replied(attributes=SIXEL))
    assert found.way is None


def test_it_is_asked_once() -> None:
    assert asked().question() == ""


def test_the_size_of_a_cell_is_asked_for_where_the_system_does_not_know() -> None:
    found = Sight(FOOT, lambda: None, Clock())
    assert found.question() == "\x1b[16t\x1b[c"
    assert not found.told(Replied(cell=(9, 18)))
    assert not found.told(Replied(cell=(99, 18)))
    assert found.told(Replied(attributes=SIXEL))
    assert found.cell == (9, 18)


def test_without_the_size_of_a_cell_there_are_no_pictures() -> None:
    found = asked(cell=None)
    assert not found.told(Replied(attributes=SIXEL))
    assert found.cell is None


@pytest.mark.parametrize("cell", [(0, 0), (1, 34), (17, LARGEST + 1), (9999, 9999)])
def test_cells_that_no_screen_has_are_none(cell: Cell) -> None:
    found = asked(cell=cell)
    found.told(Replied(cell=cell))
    assert not found.told(Replied(attributes=SIXEL))


def test_the_size_of_a_cell_is_that_of_now() -> None:
    size = (17, 34)
    found = Sight(FOOT, lambda: size)
    found.question()
    assert found.told(Replied(attributes=SIXEL))
    size = (20, 40)
    assert found.cell == (20, 40)


def test_kitty_is_asked_in_its_own_way() -> None:
    found = Sight({"TERM": "xterm-kitty"}, lambda: (10, 20), Clock())
    assert found.question().startswith("\x1b_G")
    assert not found.told(Replied(kitty=True))
    assert found.told(Replied(attributes=OTHER))
    assert found.way == "kitty"


@pytest.mark.parametrize(
    "surroundings",
    [
        FOOT | {"TMUX": "/tmp/tmux-0/default,1,0"},
        {"TERM": "tmux-256color"},
        {"TERM": "screen-256color"},
        {"TERM": "screen", "COLORTERM": "truecolor"},
        {"TERM": "linux"},
        {"TERM": "vt340"},
    ],
)
def test_some_terminals_are_not_even_asked(surroundings: dict[str, str]) -> None:
    assert not may_show(surroundings)
    assert Sight(surroundings, lambda: (17, 34)).question() == ""


def test_nothing_is_asked_where_nothing_can_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sight, "can_draw", lambda: False)
    assert Sight(FOOT, lambda: (17, 34)).question() == ""
