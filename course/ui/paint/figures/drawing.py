"""Drawings from files under pictures/, each cell in its ink; and maps, drawings with spots."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, zip_longest

from textual.content import Content

from course.content.kinds.figures import DrawingFigure, MapFigure, Picture
from course.ui.paint.figures.rows import padded
from course.ui.paint.figures.scale import FULL
from course.ui.paint.text import indented

INKS = {
    "bone": "$ink-bone",
    "soft": "$ink-soft",
    "skin": "$ink-skin",
    "needle": "$ink-needle",
    "mark": "bold $ink-mark",
    "quiet": "$quiet",
}
SPOT = "bold $on-accent on $fill-accent"
PICKED = "bold $accent on $card"
AREAS = {
    "bone": "$area-bone",
    "soft": "$area-soft",
    "skin": "$ink-skin",
    "needle": "$area-needle",
    "mark": "$area-mark",
    "quiet": "$area-ink",
}
"""The inks of cells that have a ground, chosen to stand out from each other instead of the page."""

Inked = tuple[str, str]
"""A character and its style."""


def draw_drawing(
    figure: DrawingFigure, width: int, pictures: Mapping[str, Picture]
) -> list[Content]:
    """The drawing in the middle of `width` cells; what it says in words if it does not fit."""
    picture = pictures.get(figure.file)
    cells = _cells(picture) if picture else []
    return _placed(cells, width) or _in_words(figure.alt, width)


def draw_map(
    figure: MapFigure, width: int, pictures: Mapping[str, Picture], picked: str | None
) -> list[Content]:
    """The drawing with the number of each spot; `picked` is the id of the spot to point out."""
    picture = pictures.get(figure.file)
    cells = _cells(picture) if picture else []
    for number, spot in enumerate(figure.spots, start=1):
        is_picked = spot.id == picked
        _put(cells, spot.x, spot.y, (str(number), PICKED if is_picked else SPOT))
        if is_picked:
            _put(cells, spot.x - 1, spot.y, ("▸", PICKED))
            _put(cells, spot.x + 1, spot.y, ("◂", PICKED))
    return _placed(cells, width) or _in_words(figure.alt, width)


def width_of(figure: MapFigure, pictures: Mapping[str, Picture]) -> int:
    """The columns of a drawing; 0 if there is none."""
    picture = pictures.get(figure.file)
    return max(map(len, _cells(picture)), default=0) if picture else 0


def _cells(picture: Picture) -> list[list[Inked]]:
    lines = [line.rstrip() for line in picture.drawing.rstrip().splitlines()]
    inked, grounded = picture.inks.splitlines(), picture.grounds.splitlines()
    named = picture.legend.get
    return [
        [
            (character, _style(character, named(ink, ""), named(ground, "")))
            for character, ink, ground in zip_longest(line, inks, grounds, fillvalue="")
            if character
        ]
        for line, inks, grounds in zip_longest(lines, inked, grounded, fillvalue="")
    ]


def _style(character: str, ink: str, ground: str) -> str:
    if ground:
        return f"{AREAS.get(ink, '$area-ink')} on {AREAS[ground]}"
    style = INKS.get(ink, "")
    # Full blocks lie on their own colour, as in a scale, so that no hair shows between two rows.
    return f"{style} on {style.split()[-1]}" if character == FULL and style else style


def _put(cells: list[list[Inked]], x: int, y: int, cell: Inked) -> None:
    """Set the cell at a place counted from 1; what lies beside the drawing is left out."""
    if 1 <= y <= len(cells) and x >= 1:
        row = cells[y - 1]
        row += [(" ", "")] * (x - len(row))
        row[x - 1] = cell


def _placed(cells: list[list[Inked]], width: int) -> list[Content]:
    """The lines in the middle; none if they are wider than `width`."""
    lines = [
        Content("").join(
            Content.styled("".join(character for character, _ in run), style)
            for style, run in groupby(row, key=lambda cell: cell[1])
        )
        for row in cells
    ]
    widest = max((line.cell_length for line in lines), default=0)
    if widest > width:
        return []
    margin = Content(" " * ((width - widest) // 2))
    return [margin + line for line in lines]


def _in_words(alt: str, width: int) -> list[Content]:
    side = Content.styled("│", "$quiet")
    rule = "─" * (width - 2)
    inner = indented(Content(alt), width - 4)
    return [
        Content.styled(f"╭{rule}╮", "$quiet"),
        *(side + Content(" ") + padded(line, width - 3) + side for line in inner),
        Content.styled(f"╰{rule}╯", "$quiet"),
    ]
