"""The figures of a page as HTML: a picture where there is one, and always what it says in words."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from course.content.kinds.figures import (
    CompareFigure,
    DrawingFigure,
    Figure,
    MapFigure,
    PeopleFigure,
    RangesFigure,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)

if TYPE_CHECKING:
    from course.content.kinds.figures import Bar, Group
    from course.web.inlines import Inlines

_ROW, _APART = 20, 10
"""People in a row, and the units from one to the next."""
_SCALE = 1000
"""Units across a scale."""


def figure(figure: Figure, inlines: Inlines) -> str:
    """A figure with its caption."""
    caption = inlines.markup(figure.caption)
    return (
        f'<figure class="{type(figure).__struct_config__.tag}">{_drawn(figure, inlines)}'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _drawn(figure: Figure, inlines: Inlines) -> str:
    return _WRITERS[type(figure)](figure, inlines)


def _drawing(figure: DrawingFigure, inlines: Inlines) -> str:
    drawn = inlines.pictures.labelled(figure.file, figure.alt, figure.parts)
    return drawn or _in_words(figure.alt)


def _map(figure: MapFigure, inlines: Inlines) -> str:
    # What can be picked on it stands on the cards of the page.
    return inlines.pictures.labelled(figure.file, figure.alt) or _in_words(figure.alt)


def _groups(figure: PeopleFigure, inlines: Inlines) -> str:
    return "".join(_people(group, figure.of, inlines) for group in figure.groups)


def _steps(figure: StepsFigure, inlines: Inlines) -> str:
    steps = (
        f"<li><strong>{escape(step.label)}</strong> {inlines.markup(step.text)}</li>"
        for step in figure.steps
    )
    return f'<ol class="steps">{"".join(steps)}</ol>'


def _timeline(figure: TimelineFigure, inlines: Inlines) -> str:
    points = (
        f'<li><span class="at">{escape(point.at)}</span><div>'
        f"<strong>{escape(point.label)}</strong> {inlines.markup(point.text)}</div></li>"
        for point in figure.points
    )
    return f'<ul class="timeline">{"".join(points)}</ul>'


def _in_words(alt: str) -> str:
    return f'<p class="alt">{escape(alt)}</p>'


def _people(group: Group, of: int, inlines: Inlines) -> str:
    told = inlines.words("figure.people", count=group.count, of=of)
    signs = "".join(
        f'<path class="{name}" d="{_persons(numbers)}"/>'
        for name, numbers in (("some", range(group.count)), ("others", range(group.count, of)))
        if numbers
    )
    height = -(-of // _ROW) * _APART
    return (
        f'<div class="group"><p><strong>{escape(group.label)}</strong> '
        f'<span class="count">{escape(told)}</span></p>'
        f'<svg class="people" aria-hidden="true" viewBox="0 0 {_ROW * _APART} {height}">'
        f"{signs}</svg></div>"
    )


def _persons(numbers: range) -> str:
    """A dot for each, row after row."""
    at = ((number % _ROW * _APART + 1, number // _ROW * _APART + 5) for number in numbers)
    return "".join(f"M{x} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0" for x, y in at)


def _ranges(figure: RangesFigure, inlines: Inlines) -> str:
    most = max(figure.numbers) or 1
    rows = (_bar(bar, figure.unit, most, inlines) for bar in figure.bars)
    return f'<ul class="bars">{"".join(rows)}</ul>'


def _bar(bar: Bar, unit: str, most: int, inlines: Inlines) -> str:
    # A word is said behind its number, as in "10 days"; a sign stands before it, as in "$10".
    sign, word = ("", f" {unit}") if unit[-1:].isalpha() or unit == "%" else (unit, "")
    start, end = (f"{sign}{inlines.words.number(value)}" for value in (bar.start, bar.end))
    both = start if start == end else inlines.words("figure.range", start=start, end=end)
    x, to = (round(value * _SCALE / most) for value in (bar.start, bar.end))
    return (
        f"<li><p><strong>{escape(bar.label)}</strong>{inlines.source(bar.source)} "
        f'<span class="count">{escape(both + word)}</span></p>'
        f'<svg aria-hidden="true" viewBox="0 0 {_SCALE} 40" preserveAspectRatio="none">'
        f'<rect class="scale" width="{_SCALE}" y="14" height="12"/>'
        f'<rect class="bar" x="{x}" width="{max(to - x, 8)}" height="40"/></svg></li>'
    )


def _table(figure: TableFigure, inlines: Inlines) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in figure.columns)
    rows = []
    for first, *others in figure.rows:
        cells = zip(figure.columns[1:], others, strict=True)
        told = "".join(_cell(column, inlines.markup(cell)) for column, cell in cells)
        rows.append(f'<tr><th scope="row">{inlines.markup(first)}</th>{told}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _compare(figure: CompareFigure, inlines: Inlines) -> str:
    options = "".join(f'<th scope="col">{escape(option)}</th>' for option in figure.options)
    rows = []
    for row in figure.rows:
        cells = zip(figure.options, row.cells, strict=True)
        told = "".join(_cell(option, inlines.markup(cell)) for option, cell in cells)
        rows.append(f'<tr><th scope="row">{escape(row.label)}</th>{told}</tr>')
    return (
        f"<table><thead><tr><td></td>{options}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _cell(column: str, told: str) -> str:
    """On a narrow screen each cell says itself which column it is of."""
    return (
        f'<td><span class="of" aria-hidden="true">{escape(column)}</span> <span>{told}</span></td>'
    )


_WRITERS: dict[type[Figure], Callable[[Any, Inlines], str]] = {
    CompareFigure: _compare,
    DrawingFigure: _drawing,
    MapFigure: _map,
    PeopleFigure: _groups,
    RangesFigure: _ranges,
    StepsFigure: _steps,
    TableFigure: _table,
    TimelineFigure: _timeline,
}
