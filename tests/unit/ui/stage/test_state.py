"""What a key or a tap means, on a sheet of which only the places are known."""

from __future__ import annotations

import pytest

from course.ui.stage.state import BACK, MORE, NEXT, State
from course.views.model import BigDigits, Button, Card, Passage, Plain
from course.views.press import Go, Pick, Spot
from tests.unit.ui.stage.fake_sheet import CARDS, HELP, LAST, Sheet, begun, pressed, view

# What a key presses


def test_each_key_presses_what_carries_it() -> None:
    sheet = Sheet(view(*CARDS))
    state = begun(sheet)
    meant = {key: pressed(state, sheet, key) for key in "012345678?9"}
    assert meant == {
        "0": BACK,
        "9": NEXT,
        "?": HELP,
        **{str(n): card.press for n, card in enumerate(CARDS, start=1)},
    }
    assert pressed(state, sheet, "escape") == BACK
    assert pressed(state, sheet, "enter") == pressed(state, sheet, "space") == state.held


def test_nine_is_more_while_something_is_hidden() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    assert pressed(state, sheet, "9") == MORE
    assert state.moves(sheet, MORE)
    assert pressed(state, sheet, "9") == MORE
    state.moves(sheet, MORE)
    assert pressed(state, sheet, "9") == NEXT


def test_nothing_that_is_not_drawn_is_pressed() -> None:
    sheet = Sheet(view(*CARDS, back=None, next=None), room=9)
    state = begun(sheet)
    assert pressed(state, sheet, "3") == Pick("c")
    assert pressed(state, sheet, "4") is None
    assert pressed(state, sheet, "0") is None
    assert pressed(state, sheet, "escape") is None
    assert pressed(state, sheet, "*") is None
    state.roll(sheet, 100)
    assert pressed(state, sheet, "1") is None
    assert pressed(state, sheet, "8") == Pick("h")


def test_on_a_pad_every_digit_is_a_key_of_its_own() -> None:
    digits = tuple(Card(Pick(digit), digit) for digit in "1234567890")
    pad = view(*digits, Card(Go(Spot.ERASE), "Erase"), layout="pad")
    sheet = Sheet(pad, room=60)
    state = begun(sheet)
    assert [pressed(state, sheet, digit) for digit in "0129"] == [
        Pick("0"),
        Pick("1"),
        Pick("2"),
        Pick("9"),
    ]
    assert pressed(state, sheet, "backspace") == Go(Spot.ERASE)


def test_on_a_pad_with_ok_enter_after_a_digit_presses_that() -> None:
    digits, ok = tuple(Card(Pick(digit), digit) for digit in "123"), Card(Go(Spot.OK), "OK")
    with_ok = Sheet(view(*digits, ok, layout="pad"))
    state = begun(with_ok)
    assert state.held == Pick("1")
    state.point_on(with_ok)
    assert state.held == ok.press
    without = Sheet(view(*digits, layout="pad"))
    state = begun(without)
    state.point_on(without)
    assert state.held == Pick("1")


# One press


def test_a_press_right_after_another_belongs_to_it() -> None:
    state = State(view())
    assert not state.is_bounce(10.0)
    assert state.is_bounce(10.2)
    # A held key goes on belonging to the first press.
    assert state.is_bounce(10.4)
    assert state.is_bounce(10.6)
    assert not state.is_bounce(10.9)


@pytest.mark.parametrize(
    ("typed", "bounces"),
    [("___ ___ ___", True), ("1__ ___ ___", False), ("123 456 78_", False), ("123 456 789", True)],
)
def test_digits_of_a_code_may_follow_each_other_at_once(typed: str, bounces: bool) -> None:
    state = State(view(layout="pad", blocks=(BigDigits(typed),)))
    state.is_bounce(10.0)
    assert state.is_bounce(10.1) == bounces


# More and back


def test_back_first_undoes_more() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    assert not state.moves(sheet, BACK)
    assert state.moves(sheet, MORE)
    assert state.top > 0
    assert state.moves(sheet, BACK)
    assert state.top == 0
    assert not state.moves(sheet, BACK)


def test_it_moves_no_further_than_there_is_something() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    state.roll(sheet, -3)
    assert state.top == 0
    state.roll(sheet, 1000)
    assert state.top == sheet.last
    larger = Sheet(sheet.shown, room=20)
    state.settle(larger)
    assert state.top == larger.last


def test_what_is_read_aloud_comes_into_sight_and_what_is_held_stays_there() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    state.held = Pick("a")
    state.follow(sheet, Passage(Plain("The first words.")))
    assert (state.top, state.held) == (0, Pick("a"))
    state.follow(sheet, LAST)
    assert state.top == sheet.last
    state.settle(sheet)
    assert state.top == sheet.last


def test_listen_has_its_key_where_it_has_no_place() -> None:
    tools = (Button(Spot.LISTEN, "Listen"),)
    shown = view(tools=tools)
    assert State(shown).meant(Sheet(shown), "asterisk", "*") == Go(Spot.LISTEN)
    assert State(view()).meant(Sheet(view()), "asterisk", "*") is None
