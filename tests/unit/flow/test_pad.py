"""A code with a slip in it: its digits stay, and are looked at one after the other."""

from pathlib import Path

import pytest

from course.flow.navigator import Navigator
from course.views.model import BigDigits, Plain, View
from course.views.press import Go, Spot
from progress import codes
from tests.desk import navigator_for
from tests.paths import TEA
from tests.unit.flow.walking import begun, press


@pytest.fixture
def code(tmp_path: Path) -> str:
    """Of somebody who was here before."""
    navigator = begun(navigator_for(TEA, tmp_path / "learners"))
    return navigator.visit.record.code


@pytest.fixture
def pad(tmp_path: Path) -> Navigator:
    navigator = navigator_for(TEA, tmp_path / "learners")
    press(navigator, Spot.CODE)
    return navigator


def other(digit: str, by: int = 1) -> str:
    return str((int(digit) + by) % 10)


def said(view: View) -> str:
    return " ".join(block.text for block in view.blocks if isinstance(block, Plain))


def digits(view: View) -> BigDigits:
    (found,) = (block for block in view.blocks if isinstance(block, BigDigits))
    return found


def test_a_wrong_first_digit_is_mended_by_one_press(pad: Navigator, code: str) -> None:
    slipped = other(code[0]) + code[1:]
    refused = press(pad, *slipped)
    assert f"Look at number 1. Is it {slipped[0]}?" in said(refused)
    assert digits(refused) == BigDigits(codes.spoken(slipped), 0)
    assert press(pad, code[0]).layout == "way"


@pytest.mark.parametrize("at", [1, 3, 8])
def test_one_looks_on_to_the_digit_that_is_wrong(pad: Navigator, code: str, at: int) -> None:
    slipped = code[:at] + other(code[at]) + code[at + 1 :]
    press(pad, *slipped)
    seen = press(pad, *[Spot.KEEP] * at)
    assert f"Look at number {at + 1}. Is it {slipped[at]}?" in said(seen)
    marked = digits(seen)
    assert marked.at is not None
    assert marked.digits[marked.at] == slipped[at]
    assert press(pad, code[at]).layout == "way"


def test_two_digits_that_changed_places(pad: Navigator, code: str) -> None:
    at = next(n for n in range(8) if code[n] != code[n + 1])
    slipped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    press(pad, *slipped, *[Spot.KEEP] * at, code[at])
    assert press(pad, code[at + 1]).layout == "way"


def test_whoever_types_all_of_it_once_more_gets_in(pad: Navigator, code: str) -> None:
    press(pad, *(other(each, 3) for each in code))
    assert press(pad, *code).layout == "way"


def test_after_the_last_digit_comes_the_first_again(pad: Navigator, code: str) -> None:
    refused = press(pad, *other(code[0]), *code[1:])
    assert press(pad, *[Spot.KEEP] * 9) == refused


def test_whoever_clears_it_begins_anew(pad: Navigator, code: str) -> None:
    assert digits(press(pad, *other(code[0]), *code[1:], Spot.CLEAR)).at is None
    assert press(pad, *code).layout == "way"


def test_the_same_wrong_code_once_more_is_no_further_guess(pad: Navigator, code: str) -> None:
    nobodys = codes.new_code()
    for _ in range(10):
        assert "do not have this code" in said(press(pad, Spot.CLEAR, *nobodys))
    assert press(pad, Spot.CLEAR, *code).layout == "way"


def test_a_right_code_that_has_to_wait_does_not_stand_there(pad: Navigator, code: str) -> None:
    for _ in range(6):
        press(pad, Spot.CLEAR, *codes.new_code())
    refused = press(pad, Spot.CLEAR, *code)
    assert "too many wrong codes" in said(refused)
    assert digits(refused) == BigDigits("___ ___ ___")
    assert Go(Spot.ERASE) in [card.press for card in refused.cards]
