"""Draws a picture with the libraries for that, which are loaded with this file: on demand only."""

from __future__ import annotations

from io import BytesIO

import resvg_py
from PIL import Image, ImageChops

from course.ui.pixels.palette import Color

_IS_NONE = [255] + [0] * 255


def png(document: str, style_sheet: str, ground: str) -> bytes:
    """A drawing as a PNG file of its own size; empty if it is no drawing that can be shown."""
    try:
        return resvg_py.svg_to_bytes(
            svg_string=document,
            style_sheet=style_sheet,
            background=ground,
            # There are no texts in it.
            skip_system_fonts=True,
        )
    except ValueError:
        return b""


class Raster:
    """The pixels of a PNG file."""

    def __init__(self, data: bytes) -> None:
        with Image.open(BytesIO(data)) as image:
            self._image = image.convert("RGB")

    def counted(self) -> list[tuple[int, Color]]:
        """How many pixels there are of each shade."""
        width, height = self._image.size
        return self._image.getcolors(width * height) or []  # type: ignore[return-value] # of RGB they are three

    def indexed(self, palette: list[Color]) -> bytes:
        """For each pixel, row by row, the place of the nearest colour in a palette; 0 for all that
        is of the first one."""
        table = Image.new("P", (1, 1))
        table.putpalette([part for color in palette for part in color])
        found = self._image.quantize(palette=table, dither=Image.Dither.NONE)
        # Pillow takes a colour for one that is nearly the same, and all of the ground would show.
        apart = ImageChops.difference(self._image, Image.new("RGB", found.size, palette[0]))
        red, green, blue = apart.split()
        other = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        found.paste(0, mask=other.point(_IS_NONE))
        return found.tobytes()
