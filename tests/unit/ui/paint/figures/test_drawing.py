"""Drawings and maps: each cell in its ink, spots where they belong, nothing ever cut off."""

from textual.content import Content

from course.content.kinds.figures import DrawingFigure, Ink, MapFigure, Picture, Spot
from course.ui.paint import figures
from course.ui.paint.figures.drawing import draw_map
from tests.unit.ui.paint.figures.samples import DRAWING, MAP, NUMBERS, PICTURES, POT, WORDS, drawn

LEGEND: dict[str, Ink] = {"k": "skin", "s": "soft", "b": "bone", "q": "quiet"}


def _styles(lines: list[Content], sign: str) -> list[str]:
    return [
        str(next((s.style for s in line.spans if s.start <= place < s.end), ""))
        for line in lines
        for place, each in enumerate(line.plain)
        if each == sign
    ]


def test_the_drawing_is_whole_and_in_the_middle() -> None:
    lines = [line.plain for line in drawn(DRAWING, 72)][:3]
    assert [line[32:] for line in lines] == POT.drawing.splitlines()
    assert all(line[:32].strip() == "" for line in lines)


def test_each_cell_has_the_ink_of_the_legend() -> None:
    lines = drawn(DRAWING, 72)
    assert _styles(lines, "▄") == ["$quiet"] * 3
    assert _styles(lines, "█") == ["$ink-skin on $ink-skin"] * 5
    assert _styles(lines, "▟") == ["bold $ink-mark"]
    assert _styles(lines, "▙") == ["$ink-needle"]
    assert _styles(lines, "▀") == [""] * 5, "a letter that the legend lacks is ordinary ink"


def test_a_cell_with_a_ground_is_drawn_in_the_inks_of_areas() -> None:
    band = Picture(drawing="▟█▙─ .", inks="kssq", grounds=" sbk", legend=LEGEND)
    figure = DrawingFigure(caption="C", alt="A.", file="band")
    (line,) = figures.draw(figure, 6, NUMBERS, {"band": band}, WORDS)[:1]
    assert [_styles([line], sign) for sign in "▟█▙─."] == [
        ["$ink-skin"],
        ["$area-soft on $area-soft"],
        ["$area-soft on $area-bone"],
        ["$area-ink on $ink-skin"],
        [""],
    ]


def test_a_drawing_that_is_too_wide_is_told_in_words() -> None:
    wide = Picture(drawing="█" * 60, inks="", legend={})
    figure = DrawingFigure(caption="C", alt="A wall.", file="wall")
    for width in (38, 59):
        lines = figures.draw(figure, width, NUMBERS, {"wall": wide}, WORDS)
        assert lines[1].plain == f"│ {'A wall.'.ljust(width - 4)} │"
        assert all(line.cell_length <= width for line in lines)
    assert figures.draw(figure, 60, NUMBERS, {"wall": wide}, WORDS)[0].plain == "█" * 60


def test_each_spot_has_its_number_at_its_place() -> None:
    lines = [line.plain[32:] for line in drawn(MAP, 72)][:3]
    assert lines == ["  ▄1▄", "▟█████▙▖", " ▀▀▀▀▀ 2"]


def test_the_picked_spot_is_told_apart_by_more_than_colour() -> None:
    lines = draw_map(MAP, 72, PICTURES, "lid")
    assert lines[0].plain[32:] == "  ▸1◂"
    assert _styles(lines, "1") != _styles(lines, "2")
    assert draw_map(MAP, 72, PICTURES, "nothing") == draw_map(MAP, 72, PICTURES, None)


def test_spots_beside_the_drawing_are_left_out_and_do_no_harm() -> None:
    spots = (
        Spot(id="a", x=1, y=18, label="A", text="t"),
        Spot(id="b", x=1, y=1, label="B", text="t"),
    )
    figure = MapFigure(caption="C", alt="A", file="pot", spots=spots)
    assert "".join(line.plain for line in draw_map(figure, 72, PICTURES, "b")).count("2") == 1
