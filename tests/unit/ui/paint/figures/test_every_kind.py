"""What holds for a figure of any kind, at any width."""

from typing import get_args

import pytest
from textual.content import Content

from course.content.glyphs import glyphs
from course.content.kinds.figures import Figure
from course.ui.paint.figures import DRAWINGS
from course.ui.paint.figures.rows import COMFORTABLE
from tests.unit.ui.paint.figures.samples import ALL, ALT, LONG, MAP, MARKUP, WIDTHS, drawn, text

EVERY = pytest.mark.parametrize("figure", ALL.values(), ids=ALL.keys())
IN_FRAMES = "│╭╮╰╯─"


def test_each_kind_has_a_drawing() -> None:
    assert set(DRAWINGS) == set(get_args(Figure))


@EVERY
def test_no_line_is_wider_than_the_figure_may_be(figure: Figure) -> None:
    for width in WIDTHS:
        assert all(line.cell_length <= width for line in drawn(figure, width)), width


@EVERY
def test_each_sign_is_in_the_font_and_one_cell_wide(figure: Figure) -> None:
    for width in (38, 56, 72):
        for line in drawn(figure, width):
            assert set(line.plain) <= glyphs()
            assert line.cell_length == len(line.plain)


@EVERY
def test_the_caption_is_below_a_figure_and_apart_from_it_where_there_is_room(
    figure: Figure,
) -> None:
    *lines, caption = drawn(figure, 72)
    assert caption.plain.strip() == "What the leaves do.¹"
    assert any("$quiet" in str(span.style) for span in caption.spans)
    assert (lines[-1].plain == "") == (len(lines) <= COMFORTABLE)


@EVERY
def test_it_fits_a_screen_of_24_rows(figure: Figure) -> None:
    if figure is not ALL["long timeline"]:
        assert len(drawn(figure, 72)) <= 15


@pytest.mark.parametrize("name", ["steps", "timeline", "ranges", "people", "table", "no drawing"])
def test_what_looks_like_markup_is_shown_as_it_is_written(name: str) -> None:
    for width in (38, 56, 72, 120):
        lines = drawn(ALL[name], width)
        signs = "".join(line.plain for line in lines)
        kept = "".join(c for c in signs if c not in IN_FRAMES)
        assert "[/b]" in kept
        assert "[mmol]" in kept
        assert "@click" not in str([span.style for line in lines for span in line.spans])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("steps", ["1", "Fill", "kettle.²", LONG, "3", "Pour it."]),
        ("short steps", ["1", "Fill", "Boil", "Pour", "Do it.¹"]),
        ("timeline", ["1 minute", "Colour", "brown.¹²", "5 minutes", "Bitter", "slowly."]),
        ("ranges", ["Leaf Handbook¹", "$250 to $600", "$400 to $1,000", "$0", "²"]),
        ("many ranges", ["Tea shop number 4¹²", "4 to 12 days", "0 days"]),
        ("people", ["Green tea", "46 of 100", "0 of 100", "100 of 100"]),
        ("table", ["Tea", "What it is", "What it is not", "Green", "picked¹", "Bitter"]),
    ],
)
def test_every_label_and_number_is_there(name: str, said: list[str]) -> None:
    for width in (72, 100):
        shown = text(ALL[name], width)
        for each in said:
            assert each in shown, (width, each)


def test_the_words_in_place_of_a_drawing_are_not_shown_beside_it() -> None:
    assert ALT not in text(MAP, 72)
    assert "In words:" in text(ALL["no drawing"], 72)
    assert MARKUP in text(ALL["no drawing"], 72)


def test_short_steps_take_a_line_each() -> None:
    lines = [line.plain for line in drawn(ALL["short steps"], 56)]
    assert lines[:3] == [" 1   Fill  Do it.¹", " │ ", " 2   Boil  Do it.¹"]
    tight = drawn(ALL["steps"], 38)
    assert tight[0].plain == " 1   Fill"


def test_a_few_points_stand_side_by_side_where_there_is_room() -> None:
    across = [line.plain for line in drawn(ALL["timeline"], 72)]
    assert across[0].split() == ["1", "minute", "3", "minutes", "5", "minutes"]
    assert across[1].count("●") == 3
    down = [line.plain for line in drawn(ALL["timeline"], 56)]
    assert down[0].split() == ["1", "minute", "●", "Colour"]
    assert sum(line.count("●") for line in down) == 3


def test_a_table_has_columns_or_is_stacked() -> None:
    wide = [line.plain for line in drawn(ALL["table"], 72)]
    assert wide[0].split("   ")[0] == "Tea"
    assert set(wide[1]) == {"━"}
    assert sum(set(line) == {"─"} for line in wide) == 1
    shown = text(ALL["table"], 40)
    assert "What it is not: Bitter" in shown
    names = [line for line in drawn(ALL["table"], 72) if line.plain.startswith("Green")]
    assert _style_at(names[0], 0) == "bold"


def _style_at(line: Content, place: int) -> str:
    return " ".join(str(span.style) for span in line.spans if span.start <= place < span.end)
