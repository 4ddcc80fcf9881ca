"""Bars on one scale: their ends lie where the axis says."""

import pytest

from course.content.kinds.figures import Bar, RangesFigure
from course.language import Words
from course.ui.paint import figures
from course.ui.paint.figures.scale import EIGHTHS, fitting
from tests.unit.ui.paint.figures.samples import MANY_RANGES, NUMBERS, RANGES, WIDTHS, drawn, text

INK = set(EIGHTHS[1:]) | {"▐"}


def _bars(figure: RangesFigure, width: int) -> list[tuple[float, float]]:
    """The values at which the bars begin and end, read off the drawing; thick bars once."""
    lines = [line.plain for line in drawn(figure, width)]
    foot = next(number for number, line in enumerate(lines) if "└" in line)
    zero, last = lines[foot].index("└") + 0.5, lines[foot].index("┘") + 0.5
    top = int(lines[foot + 1].split()[-1].lstrip("$").replace(",", ""))
    found: list[tuple[float, float]] = []
    before = ""
    for line in lines[:foot]:
        cells = [number for number, sign in enumerate(line) if sign in INK]
        drawing = line[int(zero) :]
        if cells and drawing != before:
            left = cells[0] + (0.5 if line[cells[0]] == "▐" else 0)
            end = line[cells[-1]]
            right = cells[-1] + (1 if end == "▐" else EIGHTHS.index(end) / 8)
            scale = top / (last - zero)
            found.append(((left - zero) * scale, (right - zero) * scale))
        before = drawing
    return found


@pytest.mark.parametrize("figure", [RANGES, MANY_RANGES])
def test_the_ends_lie_in_proportion_on_one_scale(figure: RangesFigure) -> None:
    for width in WIDTHS:
        drawing = _bars(figure, width)
        assert len(drawing) == len(figure.bars), width
        for bar, (start, end) in zip(figure.bars, drawing, strict=True):
            if bar.start != bar.end:
                cell = max(each.end for each in figure.bars) / 20
                assert start == pytest.approx(bar.start, abs=cell / 2), width
                assert end == pytest.approx(bar.end, abs=cell / 2), width


def test_a_longer_range_is_longer() -> None:
    (a, b), (c, d) = _bars(RANGES, 72)
    assert d - c > b - a


@pytest.mark.parametrize(
    ("highest", "room", "step"), [(1000, 50, 200), (1000, 30, 500), (600, 50, 200), (14, 50, 5)]
)
def test_ticks_are_round_numbers(highest: int, room: int, step: int) -> None:
    scale = fitting(highest, room, 6)
    assert scale.step == step
    assert scale.ticks[-1] >= highest
    assert scale.width <= room


@pytest.mark.parametrize("value", [0, 1, 7, 1_000_000])
def test_a_single_number_is_written_once_and_seen(value: int) -> None:
    one = Bar(label="One", start=value, end=value, source="leaf")
    figure = RangesFigure(caption="C", alt="A", unit="$", bars=(one, one))
    for width in WIDTHS:
        lines = [line.plain for line in drawn(figure, width)]
        assert all(len(line) <= width for line in lines)
        assert sum(bool(set(line) & INK) for line in lines) >= 2
    assert " to " not in text(figure, 72)


def test_a_word_goes_behind_the_number_and_a_sign_before() -> None:
    assert "3 to 9 days" in text(MANY_RANGES, 72)
    assert "$250 to $600" in text(RANGES, 72)


def test_the_sign_between_thousands_is_that_of_the_language() -> None:
    table = {"figure.range": "{start} a {end}", "number.thousands": "."}
    bars = tuple(Bar(label=n, start=1_500, end=12_000, source="leaf") for n in ("One", "Two"))
    for unit, said in (("$", "$1.500 a $12.000"), ("days", "1.500 a 12.000 days")):
        figure = RangesFigure(caption="C", alt="A", unit=unit, bars=bars)
        for width in WIDTHS:
            lines = figures.draw(figure, width, NUMBERS, {}, Words("es", table))
            assert said in " ".join(" ".join(line.plain for line in lines).split())
            assert not any("," in line.plain for line in lines)
