"""Letters of blocks and solid digits, dot by dot."""

import pytest

from course.ui.paint.letters import QUARTERS, cells, digits, letters


def dots(rows: tuple[str, ...]) -> list[str]:
    """Cells as rows of dots, four in a cell."""
    found = []
    for row in rows:
        numbers = [QUARTERS.index(cell) for cell in row]
        found.append("".join(".#"[n & 1] + ".#"[n >> 1 & 1] for n in numbers).rstrip("."))
        found.append("".join(".#"[n >> 2 & 1] + ".#"[n >> 3 & 1] for n in numbers).rstrip("."))
    return found


def test_a_letter_is_as_the_table_draws_it() -> None:
    assert dots(letters("h")) == [
        *("##", "##", "##.##", "###.##", "##..##", "##..##", "##..##"),
        *("", "", ""),
    ]


def test_letters_stand_a_gap_apart() -> None:
    narrow, wide = letters("ll"), letters("ll", gap=2)
    assert dots(narrow)[0] == "##.##"
    assert dots(wide)[0] == "##..##"


def test_small_letters_are_lower_than_capital_ones_and_some_go_below_the_line() -> None:
    capital, small, low = dots(letters("X")), dots(letters("x")), dots(letters("g"))
    assert [bool(row) for row in capital] == [True] * 7 + [False] * 3
    assert [bool(row) for row in small] == [False] * 2 + [True] * 5 + [False] * 3
    assert [bool(row) for row in low] == [False] * 2 + [True] * 7 + [False]


@pytest.mark.parametrize("text", ["áéíóúñü", "ÁÉÍÓÚÑÜ", "¿Qué?", "¡Ay!"])
def test_spanish_has_letters(text: str) -> None:
    assert letters(text)


@pytest.mark.parametrize(("plain", "accented"), [("a", "á"), ("n", "ñ"), ("u", "ü"), ("i", "í")])
def test_an_accent_stands_above_its_letter(plain: str, accented: str) -> None:
    bare, drawn = dots(letters(plain)), dots(letters(accented))
    assert len(drawn) == len(bare)
    assert drawn[0] != bare[0]
    assert [row.strip(".") for row in drawn[2:]] == [row.strip(".") for row in bare[2:]]


def test_the_accent_of_a_capital_letter_takes_the_row_above() -> None:
    assert len(letters("A")) == 5
    assert len(letters("Álvaro")) == 6
    assert letters("Álvaro")[1:][0][:1] == letters("Alvaro")[0][:1]


def test_an_accent_that_is_written_apart_is_the_same() -> None:
    assert letters("n\u0303") == letters("ñ")


@pytest.mark.parametrize("text", ["茶", "a&b", "ç", "ů", "é\u0323"])
def test_a_letter_without_a_form_gives_none_at_all(text: str) -> None:
    assert letters(text) == ()


def test_a_code_is_as_wide_as_its_place() -> None:
    small, large = digits("482 719 630"), digits("482 719 630", large=True)
    assert (len(small), {len(row) for row in small}) == (5, {53})
    assert (len(large), {len(row) for row in large}) == (7, {75})


def test_every_digit_looks_different() -> None:
    for large in (False, True):
        assert len({digits(digit, large=large) for digit in "0123456789"}) == 10


def test_dots_become_quarters_of_cells() -> None:
    assert cells(["#.", ".#"]) == ("▚",)
    assert cells(["###"]) == ("▀▘",)
