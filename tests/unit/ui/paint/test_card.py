"""Cards, the bar and what a brush writes: signs without colour, and text that is only text."""

import pytest
from rich.cells import cell_len
from textual.content import Content

from course.ui.paint.bar import solid
from course.ui.paint.brush import Brush, Line
from course.ui.paint.card import Face, draw, rows_at
from course.ui.styles.themes import LIGHT, NAMED

BRUSH = Brush(LIGHT)
MARKUP = "[/b] [mmol] [@click=app.quit]x[/]"


def plain(lines: list[Line]) -> list[str]:
    return ["".join(cells.text for cells in line) for line in lines]


def card(face: Face, width: int = 30, *, held: bool = False, chip: int = 3) -> list[str]:
    height = rows_at(face, width, chip)
    return plain(draw(BRUSH, face, width, height, chip, held))


def test_a_card_has_a_gap_a_chip_with_its_sign_and_an_edge() -> None:
    assert card(Face("1", "Start"), 16) == ["▆" * 16, " 1  Start       ", "   " + "▁" * 13]


def test_a_card_that_is_pointed_out_is_framed_and_has_a_pointer() -> None:
    assert card(Face("1", "Start"), 16, held=True) == [
        "   ▀▀▀▀▀▀▀▀▀▀▀▀▜",
        " 1  ▶ Start    ▐",
        "   ▄▄▄▄▄▄▄▄▄▄▄▄▟",
    ]


def test_a_card_has_the_same_rows_whether_or_not_it_is_pointed_out() -> None:
    for length in range(1, 60):
        face = Face("1", "word " * (length // 5) + "x" * (length % 5 + 1))
        for width in (16, 27, 50):
            for held in (False, True):
                rows = card(face, width, held=held)
                assert len(rows) == rows_at(face, width, 3)
                assert {cell_len(row) for row in rows} == {width}


def test_a_tight_card_keeps_its_words_and_its_pointer() -> None:
    face = Face("2", "Will it help my joint?")
    assert card(face, 27)[1] == " 2  Will it help my joint? "
    assert card(face, 27, held=True)[1] == " 2 ▶Will it help my joint?▐"


@pytest.mark.parametrize(
    ("mark", "said"),
    [("done", "✓ Done"), ("here", "● Done"), ("picked", "● Done"), ("open", "Done")],
)
def test_a_status_has_a_sign_and_stands_beside_its_label_where_there_is_room(
    mark: str, said: str
) -> None:
    beside = card(Face("1", "Your visit", "Done", mark, beside=True))
    assert beside[1].startswith(" 1  Your visit ")
    assert beside[1].rstrip().endswith(f"  {said}")
    below = card(Face("1", "Your visit", "Done", mark))
    assert [row.strip() for row in below[1:3]] == ["1  Your visit", said]
    long = card(Face("1", "Your visit to the clinic", "Done", mark, beside=True))
    assert long[2].strip() == said


def test_what_it_leads_to_stands_below_its_label() -> None:
    rows = card(
        Face("1", "Water", "Done", "done", beside=True, about=("Is it hot?", "Is it wet?")), 40
    )
    assert [row.split() for row in rows[1:3]] == [
        ["1", "Water", "✓", "Done"],
        ["Is", "it", "hot?", "•", "Is", "it", "wet?"],
    ]
    below = card(Face("1", "Water", "Done", "done", about=("Is it hot?",)))
    assert [row.strip() for row in below[1:4]] == ["1  Water", "Is it hot?", "✓ Done"]


def test_a_box_to_tick_is_empty_or_ticked() -> None:
    assert card(Face("1", "Bring a list", mark="open", ticks=True))[1].startswith(" 1  □ Bring")
    assert card(Face("1", "Bring a list", mark="done", ticks=True))[1].startswith(" 1  ✓ Bring")


def test_the_language_of_now_has_a_tick_and_no_chip() -> None:
    rows = card(Face("", "English", in_use=True), 16)
    assert rows[1].split() == ["✓", "English"]
    assert rows[2] == "▁" * 16


def test_in_sixteen_colors_a_card_is_boxed() -> None:
    rows = plain(draw(Brush(NAMED), Face("1", "Start"), 16, 3, 3, False))
    assert rows == ["▆▆▆────────────╮", " 1  Start      │", "   ────────────╯"]


def test_in_sixteen_colors_a_card_without_a_chip_is_boxed_on_all_sides() -> None:
    rows = plain(draw(Brush(NAMED), Face("", "English", in_use=True), 16, 4, 3, False))
    assert rows == ["╭──────────────╮", "│ ✓ English    │", "│              │", "╰──────────────╯"]


def test_a_terminal_with_fewer_signs_gets_others() -> None:
    few = Brush(LIGHT, fewer_signs=True)
    rows = plain(draw(few, Face("1", "Start ☎◷", "Done", "done"), 20, 4, 3, True))
    assert rows[1].startswith(" 1  > Start !*")
    assert "■ Done" in rows[2]
    assert plain(draw(few, Face("1", "Start"), 16, 3, 3, False)) == [
        " " * 16,
        " 1  Start       ",
        "   " + "_" * 13,
    ]


def test_next_is_filled_and_has_a_line_inside_while_it_is_pointed_out() -> None:
    assert plain(solid(BRUSH, "Next →", 16, False, "9")) == ["▆" * 16, "    9 Next →    ", " " * 16]
    assert plain(solid(BRUSH, "Next →", 16, True, "9")) == [
        "┏━━━━━━━━━━━━━━┓",
        "┃  9 ▶ Next →  ┃",
        "┗━━━━━━━━━━━━━━┛",
    ]


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Try again", "┃9 ▶ Try again ┃"),
        ("Siguiente →", "┃▶ Siguiente → ┃"),
        ("Volver a empezar", "Volver a empezar"),
        ("Volver a empezar ya", "Volver a empeza…"),
    ],
)
def test_what_has_no_room_on_a_button_goes_and_its_words_stay(label: str, row: str) -> None:
    assert plain(solid(BRUSH, label, 16, True, "9"))[1] == row


def test_what_looks_like_markup_is_shown_as_it_is_written() -> None:
    rows = card(Face("1", MARKUP, MARKUP), 60)
    assert rows[1].strip() == f"1  {MARKUP}"
    line = BRUSH.line(Content(MARKUP), 60)
    assert plain([line]) == [MARKUP.ljust(60)]
    assert all(not cells.style or not cells.style.meta for cells in line)


def test_wide_letters_and_marks_keep_the_width() -> None:
    for text in ("茶の時間", "cafe\u0301", "नमस्ते", "👩‍⚕️ now"):
        for held in (False, True):
            rows = draw(BRUSH, Face("1", text, text), 30, 4, 3, held)
            assert {sum(cell_len(cells.text) for cells in row) for row in rows} == {30}
        assert sum(cell_len(c.text) for c in BRUSH.line(Content(text), 20)) == 20
