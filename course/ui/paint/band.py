"""A verdict across the page: its sign drawn in cells, its words large where there is room."""

from __future__ import annotations

from course.ui.paint.brush import Brush, Line
from course.ui.paint.letters import cells, letters
from course.ui.paint.text import wrapped

FILLS = {"good": "good", "safe": "accent", "unsure": "accent", "care": "care", "danger": "danger"}
SIGNS = {"good": "✓", "safe": "+", "unsure": "?", "care": "→", "danger": "!"}
"""The sign of each tone, where it cannot be drawn."""
_SMALL = {
    "good": ".........###/........###./##.....###../###...###.../.###.###..../..####......",
    "safe": "....####..../....####..../############/############/....####..../....####....",
    "unsure": "..########../.###....###./......####../....####..../............/....####....",
    "care": ".......##.../........###./############/############/........###./.......##...",
    "danger": "....####..../....####..../....####..../....####..../............/....####....",
}
_LARGE = {
    "good": "................####/...............####./..............####../.............####.../"
    "####........####..../.####......####...../..####....####....../...####..####......./"
    "....########......../......####..........",
    "safe": "..................../........####......../........####......../........####......../"
    "####################/####################/........####......../........####......../"
    "........####......../....................",
    "unsure": "....############..../..################../..#####......#####../"
    ".............#####../...........#####..../.........#####....../........####......../"
    "..................../........####......../........####........",
    "care": "..................../..........####....../............####..../..............####../"
    "####################/####################/..............####../............####..../"
    "..........####....../....................",
    "danger": "......########....../......########....../......########....../"
    "......########....../........####......../........####......../..................../"
    "......########....../......########....../....................",
}
"""Dots, as of letters: half a column wide and half a row high."""
LARGE, LETTERS = 10, 5
"""Columns of a large sign, and rows of large letters."""
MARGIN = 3
"""Columns before the sign and behind it."""


def band(brush: Brush, tone: str, verdict: str, below: str, width: int, large: bool) -> list[Line]:
    """The rows of the band; `below` stands under the verdict, where it is not large."""
    if large and not brush.fewer_signs:
        drawn = letters(verdict)
        if drawn and 3 * MARGIN + LARGE + len(drawn[0]) <= width:
            return _large(brush, tone, drawn, width)
    return _small(brush, tone, verdict, below, width)


def _large(brush: Brush, tone: str, drawn: tuple[str, ...], width: int) -> list[Line]:
    # A capital letter with an accent begins a row higher.
    words = ("", *drawn, "")[-len(drawn) - 2 + (len(drawn) > LETTERS) :]
    sign = ("", *cells(_LARGE[tone].split("/")), "")
    margin = " " * MARGIN
    rows = [f"{margin}{one:{LARGE}}{margin}{word}" for one, word in zip(sign, words, strict=True)]
    return [brush.line(row, width, _fill(tone)) for row in rows]


def _small(brush: Brush, tone: str, verdict: str, below: str, width: int) -> list[Line]:
    fill, ink = _fill(tone), f"$fill-{FILLS[tone]}"
    sign = ("", SIGNS[tone], "") if brush.fewer_signs else cells(_SMALL[tone].split("/"))
    left = 2 * MARGIN + max(map(len, sign))
    room = width - left - MARGIN
    said = [(line.plain, "bold") for line in wrapped(verdict, room)]
    chosen = [(line.plain, "") for line in wrapped(below, room)] if below else []
    gap = [("", "")] if chosen and len(said) + len(chosen) < len(sign) else []
    words = [*said, *gap, *chosen]
    height = max(len(words), len(sign))
    first = (height - len(words)) // 2
    # Without a sign for half a row it is left to the ground, so that the band stands apart.
    upper, lower = (" ", " ") if brush.fewer_signs else ("▄", "▀")
    lines = [[brush.cells(upper * width, ink)]]
    for number in range(height):
        drawn = sign[number] if number < len(sign) else ""
        text, weight = words[number - first] if 0 <= number - first < len(words) else ("", "")
        line = brush.line((" " * MARGIN + drawn).ljust(left), left, f"bold {fill}")
        lines.append([*line, *brush.line(text, width - left, f"{weight} {fill}")])
    lines.append([brush.cells(lower * width, ink)])
    return lines


def _fill(tone: str) -> str:
    return f"$on-{FILLS[tone]} on $fill-{FILLS[tone]}"
