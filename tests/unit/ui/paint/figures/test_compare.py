"""Choices side by side where their columns can be read; one after the other where they cannot."""

from itertools import pairwise

import pytest
from textual.geometry import Size

from course.content.kinds.figures import CompareFigure, CompareRow
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from tests.paths import TEA
from tests.unit.ui.paint import views
from tests.unit.ui.paint.figures.samples import ALT, CAPTION, COMPARE, drawn

OPTIONS = ("Sugar water shots", "Steroid shot", "Exercise and weight", "A new joint")
ROWS = {
    "How it works": (
        "It may wake up healing. [^leaf]",
        "It calms the swelling.",
        "Strong muscles hold the joint. [^kettle]",
        "Metal takes the place of bone.",
    ),
    "How long it lasts": ("Nobody knows", "Weeks to **months**", "As you go on", "Ten years"),
}


def compared(count: int) -> CompareFigure:
    return CompareFigure(
        caption=CAPTION,
        alt=ALT,
        options=OPTIONS[:count],
        rows=tuple(CompareRow(label=label, cells=cells[:count]) for label, cells in ROWS.items()),
    )


def lines(count: int, width: int) -> list[str]:
    return [line.plain for line in drawn(compared(count), width)]


@pytest.mark.parametrize(("count", "width"), [(4, 100), (3, 100), (3, 72), (2, 100), (2, 56)])
def test_side_by_side_each_option_begins_where_its_cells_do(count: int, width: int) -> None:
    head, *others = lines(count, width)
    starts = [head.index(option.split()[0]) for option in OPTIONS[:count]]
    assert len({b - a for a, b in pairwise(starts)}) <= 1
    row = next(line for line in others if line.startswith("How it works"))
    for start, cell in zip(starts, ROWS["How it works"], strict=False):
        assert row[start:].startswith(cell.split()[0])


@pytest.mark.parametrize(("count", "width"), [(4, 72), (4, 56), (3, 56), (3, 48), (2, 38)])
def test_one_after_the_other_each_with_all_that_is_told_of_it(count: int, width: int) -> None:
    told = lines(count, width)
    starts = [told.index(option) for option in OPTIONS[:count]]
    assert starts == sorted(starts)
    for start, waits in zip(starts, ROWS["How long it lasts"], strict=False):
        block = " ".join(" ".join(told[start : start + 8]).split())
        assert f"How long it lasts: {waits.replace('*', '')}" in block
        assert "How it works: " in block


def test_no_word_of_a_column_is_cut() -> None:
    for width in range(38, 121):
        for count in (2, 3, 4):
            words = " ".join(lines(count, width)).split()
            for cells in ROWS.values():
                for word in " ".join(cells[:count]).replace("*", "").split():
                    assert word.startswith("[^") or any(w.startswith(word) for w in words), word


def test_a_number_stands_behind_what_cites() -> None:
    assert any("Mild¹" in line.plain for line in drawn(COMPARE, 72))


@pytest.mark.parametrize(("size", "beside"), [((112, 31), True), ((60, 22), False)])
def test_on_a_page_with_a_text_it_takes_the_whole_width(
    size: tuple[int, int], beside: bool
) -> None:
    (view,) = (view for name, view in views.every(TEA) if name == "trying/leaves-or-bags")
    sheet = Sheet(view, Size(*size), Kit(views.context(TEA).edition, LIGHT))
    rows = [row.text for row in sheet.rows(0, None)]
    heads = [row for row in rows if "Loose leaves" in row]
    assert [("Tea bags" in row, "Powder [mmol]" in row) for row in heads] == [(beside, beside)]
