"""From a drawing to what a terminal is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from course.ui.pixels import kitty, sixel
from course.ui.pixels.badges import Badge
from course.ui.pixels.document import Frame, Lead, document
from course.ui.pixels.palette import classes, palette

Way = Literal["sixel", "kitty"]
"""How a terminal takes pictures."""
LARGEST = 4_000_000
"""Pixels of a picture; a larger one is not drawn."""


class Look(Struct, frozen=True):
    """How drawings are coloured."""

    colors: Mapping[str, str]
    """Of each class, as `#rrggbb`."""
    style_sheet: str


class Piece(Struct, frozen=True):
    """What of a drawing is shown, and over how much of the screen."""

    box: Frame
    leads: tuple[Lead, ...]
    cells: tuple[int, int]
    """Columns and rows."""
    cell: tuple[int, int]
    """The pixels of a cell, its width and height."""
    badges: tuple[Badge, ...] = ()


def draw(svg: str, piece: Piece, look: Look, way: Way, number: int) -> str:
    """What a terminal is sent to show a drawing from where the cursor is.

    `number` names the picture where the terminal asks for that. Empty if it cannot be drawn. It
    takes some 50 ms, the first time twice as long.
    """
    (columns, rows), (wide, high) = piece.cells, piece.cell
    width, height = columns * wide, rows * high
    if not 0 < width * height <= LARGEST:
        return ""
    whole = document(svg, (width, height), piece.box, piece.leads, piece.badges, high)
    if not whole:
        return ""
    # Not on the way to any screen: the libraries that draw take a while to load.
    from course.ui.pixels import render

    drawn = render.png(whole, look.style_sheet, look.colors["ground"])
    if not drawn:
        return ""
    if way == "kitty":
        return kitty.encode(drawn, number, columns, rows)
    raster = render.Raster(drawn)
    few = palette(classes(whole), look.colors, raster.counted())
    # No band reaches into the row below.
    pixels = raster.indexed(few)[: width * (height - height % sixel.HIGH)]
    return sixel.encode(pixels, width, few)
