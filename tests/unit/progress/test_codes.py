import random

import pytest

from progress.codes import is_code, new_code, normalise, spoken

CODES = [new_code(random.Random(seed).randrange) for seed in range(300)]


def test_a_new_code_is_nine_digits_and_right() -> None:
    assert all(len(code) == 9 and code.isdecimal() and is_code(code) for code in CODES)


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(1000)}) > 990


def test_one_wrong_digit_is_always_noticed() -> None:
    for code in CODES:
        for place, right in enumerate(code):
            for wrong in set("0123456789") - {right}:
                assert not is_code(code[:place] + wrong + code[place + 1 :])


def test_two_neighbours_swapped_are_always_noticed() -> None:
    for code in CODES:
        for place in range(8):
            swapped = code[place + 1] + code[place]
            if swapped[0] != swapped[1]:
                assert not is_code(code[:place] + swapped + code[place + 2 :])


def test_a_code_is_read_out_in_groups_of_three() -> None:
    assert spoken("482719360") == "482 719 360"


@pytest.mark.parametrize(
    "typed", ["482 719 360", "482-719-360", " 482719360\n", "482\u00a0719\u2011360", "482719360"]
)
def test_a_code_may_be_typed_with_spaces_and_hyphens(typed: str) -> None:
    assert normalise(typed) == "482719360"


@pytest.mark.parametrize(
    "text",
    ["", "12", "4827193601", CODES[0] + "\n", "../../../x", "abcdefghi", "\u0661" * 9, "²" * 9],
)
def test_what_is_no_code_is_no_code(text: str) -> None:
    assert not is_code(text)
