"""Things that happen at a time: along a line across the page, or else down the page."""

from __future__ import annotations

from textual.content import Content

from course.content import prose
from course.content.kinds.figures import TimelineFigure
from course.ui.paint.figures.rows import beside, joined, longest_word
from course.ui.paint.text import Numbering, indented, inline

ACROSS_FROM = 64
"""From this width on, in cells, a few points stand beside each other."""
POINTS_ACROSS = 4
ROWS_ACROSS = 9
GAP = 3


def draw(figure: TimelineFigure, width: int, numbers: Numbering) -> list[Content]:
    """The lines of the figure, `width` cells wide."""
    if width >= ACROSS_FROM and len(figure.points) <= POINTS_ACROSS:
        lines = _across(figure, width, numbers)
        if 0 < len(lines) <= ROWS_ACROSS:
            return lines
    return _down(figure, width, numbers)


def _across(figure: TimelineFigure, width: int, numbers: Numbering) -> list[Content]:
    """Points side by side; no lines at all if a word does not fit its column."""
    count = len(figure.points)
    column = (width - GAP * (count - 1)) // count
    words = " ".join(
        f"{point.at} {point.label} {prose.plain(point.text)}" for point in figure.points
    )
    if longest_word(words) > column:
        return []
    widths = [column] * count
    times = [Content.styled(point.at, "bold $accent").wrap(column) for point in figure.points]
    below = [
        [
            *Content.styled(point.label, "bold").wrap(column),
            *inline(point.text, numbers).wrap(column),
        ]
        for point in figure.points
    ]
    highest = max(map(len, times))
    raised = [[Content("")] * (highest - len(lines)) + lines for lines in times]
    rail = "".join("●" + "━" * (column + GAP - 1) for _ in figure.points)[: width - 1] + "▶"
    return [
        *beside(raised, widths, GAP),
        Content.styled(rail, "$accent"),
        *beside(below, widths, GAP),
    ]


def _down(figure: TimelineFigure, width: int, numbers: Numbering) -> list[Content]:
    times = [Content.styled(point.at, "bold $accent") for point in figure.points]
    column = max(time.cell_length for time in times)
    apart = column <= width // 3
    left = column + 2 if apart else 0
    rail = Content(" " * left) + Content.styled("│  ", "$accent")
    parts: list[list[Content]] = []
    for number, (point, time) in enumerate(zip(figure.points, times, strict=True), start=1):
        is_last = number == len(times)
        lead = Content(" " * rail.cell_length) if is_last else rail
        label = Content.styled(point.label, "bold")
        if apart:
            node = Content(" " * (column - time.cell_length)) + time
            node += Content.styled("  ●  ", "$accent")
            part = indented(label, width, node, lead)
        else:
            part = indented(time, width, Content.styled("●  ", "$accent"), lead)
            part += indented(label, width, lead, lead)
        parts.append([*part, *indented(inline(point.text, numbers), width, lead, lead)])
    return joined(parts, rail)
