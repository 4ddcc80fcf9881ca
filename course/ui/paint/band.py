"""A verdict across the page: its sign drawn in cells, its words large where there is room."""

from __future__ import annotations

from course.ui.paint.brush import Brush, Line
from course.ui.paint.letters import cells, even, letters
from course.ui.paint.text import sentences, wrapped

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


def band(brush: Brush, tone: str, verdict: str, below: str, width: int, lines: int) -> list[Line]:
    """The rows of the band, its words in at most so many lines of large letters where they fit;
    `below` stands under the verdict where they do not."""
    if lines and not brush.fewer_signs:
        drawn, rest = _drawn(verdict, width - 3 * MARGIN - LARGE, lines)
        if drawn:
            return _large(brush, tone, drawn, rest, width)
    return _small(brush, tone, verdict, below, width)


def _drawn(verdict: str, room: int, lines: int) -> tuple[list[tuple[str, ...]], str]:
    """The lines of large letters, none where they have no room, and what else is said below them.

    A long verdict has its first sentence in them, or else two lines.
    """
    whole = letters(verdict)
    if whole and len(whole[0]) <= room:
        return [whole], ""
    first, *others = sentences(verdict)
    rest = " ".join(others)
    if lines == 1 or len(rest) > room:
        return [], ""
    begin = letters(first) if rest else ()
    return [begin] if begin and len(begin[0]) <= room else even(first, room), rest


def _large(
    brush: Brush, tone: str, drawn: list[tuple[str, ...]], rest: str, width: int
) -> list[Line]:
    said = [(row, "") for line in drawn for row in line] + [(rest, "bold")] * bool(rest)
    # A capital letter with an accent begins a row higher.
    words = [("", "")] * (len(drawn[0]) <= LETTERS) + said + [("", "")]
    sign = cells(_LARGE[tone].split("/"))
    above = (len(words) - len(sign)) // 2
    sign = ("",) * above + sign + ("",) * (len(words) - len(sign) - above)
    margin, fill = " " * MARGIN, _fill(tone)
    left = 2 * MARGIN + LARGE
    return [
        [
            *brush.line(f"{margin}{one}", left, fill),
            *brush.line(word, width - left, f"{weight} {fill}"),
        ]
        for one, (word, weight) in zip(sign, words, strict=True)
    ]


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
