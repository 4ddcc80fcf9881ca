"""From how much to how much: bars on one common scale, each with its numbers and its source."""

from __future__ import annotations

from textual.content import Content

from course.content.kinds.figures import Bar, RangesFigure
from course.language import Words
from course.ui.paint.figures.rows import BLANK, COMFORTABLE, joined, longest_word, padded
from course.ui.paint.figures.scale import Scale, fitting
from course.ui.paint.text import Numbering

GAP = 3
THICK = 2
"""Rows that a bar takes beside its name."""
LEAST_CHART = 28
"""Cells below which a bar stands under its name, not beside it."""


def draw(figure: RangesFigure, width: int, numbers: Numbering, words: Words) -> list[Content]:
    """The lines of the figure, `width` cells wide."""
    labels = [_label(bar, numbers) for bar in figure.bars]
    told = [Content.styled(_told(bar, figure.unit, words), "bold $accent") for bar in figure.bars]
    column = _column([*labels, *told], width)
    if width - column - GAP >= LEAST_CHART:
        lines = _beside(figure, labels, told, width, column, words)
        if len(lines) <= COMFORTABLE:
            return lines
    return _below(figure, labels, told, width, words)


def _beside(
    figure: RangesFigure,
    labels: list[Content],
    told: list[Content],
    width: int,
    column: int,
    words: Words,
) -> list[Content]:
    scale = _scale(figure, width - column - GAP, words)
    lines: list[Content] = []
    for bar, label, numbers in zip(figure.bars, labels, told, strict=True):
        if lines:
            lines.append(_joined(BLANK, column, scale.rule()))
        for row, text in enumerate([*label.wrap(column), *numbers.wrap(column)]):
            drawn = scale.row(*_ends(bar)) if row < THICK else scale.rule()
            lines.append(_joined(text, column, drawn))
    feet = [scale.axis(), _tick_labels(scale, figure.unit, words)]
    return [*lines, *(_joined(BLANK, column, foot) for foot in feet)]


def _below(
    figure: RangesFigure, labels: list[Content], told: list[Content], width: int, words: Words
) -> list[Content]:
    scale = _scale(figure, width, words)
    parts: list[list[Content]] = []
    for bar, label, numbers in zip(figure.bars, labels, told, strict=True):
        both = label + Content("  ") + numbers
        names = [both] if both.cell_length <= width else [*label.wrap(width), *numbers.wrap(width)]
        parts.append([*names, scale.row(*_ends(bar))])
    return [*joined(parts, BLANK), scale.axis(), _tick_labels(scale, figure.unit, words)]


def _column(texts: list[Content], width: int) -> int:
    """The cells for what stands beside the bars: as much as it takes, at most two fifths."""
    natural = max(text.cell_length for text in texts)
    words = max(longest_word(text.plain) for text in texts)
    return min(natural, max(width * 2 // 5, words))


def _label(bar: Bar, numbers: Numbering) -> Content:
    mark = numbers.get(bar.source, "")
    return Content.styled(bar.label, "bold") + Content.styled(mark, "$quiet")


def _ends(bar: Bar) -> tuple[int, int]:
    return min(bar.start, bar.end), max(bar.start, bar.end)


def _told(bar: Bar, unit: str, words: Words) -> str:
    start, end = _ends(bar)
    sign = "" if _goes_behind(unit) else unit
    told = [f"{sign}{words.number(value)}" for value in (start, end)]
    both = told[0] if start == end else words("figure.range", start=told[0], end=told[1])
    return both if sign else f"{both} {unit}"


def _goes_behind(unit: str) -> bool:
    """A word is said behind its number, as in "10 days"; a sign stands before it, as in "$10"."""
    return unit[-1:].isalpha() or unit == "%"


def _scale(figure: RangesFigure, room: int, words: Words) -> Scale:
    highest = max(max(_ends(bar)) for bar in figure.bars)
    sign = "" if _goes_behind(figure.unit) else figure.unit
    label = Content(f"{sign}{words.number(highest)}").cell_length
    # The last label stands under the last tick, half of it beyond.
    return fitting(highest, room - label // 2 - 1, label)


def _tick_labels(scale: Scale, unit: str, words: Words) -> Content:
    sign = "" if _goes_behind(unit) else unit
    line = ""
    for number, value in enumerate(scale.ticks):
        text = f"{sign}{words.number(value)}"
        at = number * scale.cells - (len(text) - 1) // 2
        line = line.ljust(max(at, len(line) + 1 if line else 0)) + text
    return Content.styled(line, "$quiet")


def _joined(name: Content, column: int, drawn: Content) -> Content:
    return padded(name, column + GAP) + drawn
