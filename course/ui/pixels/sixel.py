"""Pixels as sixels: six rows at a time, a colour at a time, each byte a column of six."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.ui.pixels.palette import Color

HIGH = 6
"""Rows of a band."""
CLEAR = 0
"""The index of what is not drawn."""
FIRST = 63
"""The byte of a column without a pixel; each pixel adds its bit."""
# What lies below stays where no pixel is set; pixels are square.
_BEGIN = "\x1bP0;1;0q"
_END = "\x1b\\"
_NONE = bytes([FIRST])
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)
_SIGNS = bytes(min(each + FIRST, 126) for each in range(256))


def encode(pixels: bytes, width: int, palette: Sequence[Color]) -> str:
    """A picture as a terminal takes it.

    `pixels` are rows of `width` indexes into `palette`; those of the first are left out, so that
    the ground of the cells shows there.
    """
    height = len(pixels) // width
    bits = [bytes(each == color for each in range(256)) for color in range(len(palette))]
    bands: list[str] = []
    for top in range(0, height, HIGH):
        found: dict[int, list[tuple[int, bytes]]] = {}
        for row in range(top, min(top + HIGH, height)):
            line = pixels[row * width : (row + 1) * width]
            for color in set(line) - {CLEAR}:
                found.setdefault(color, []).append((row - top, line))
        bands.append("$".join(f"#{each}{_line(found[each], bits[each])}" for each in sorted(found)))
    registers = "".join(map(_register, range(len(palette)), palette))
    return f'{_BEGIN}"1;1;{width};{height}{registers}{"-".join(bands).rstrip("-")}{_END}'


def _register(number: int, color: Color) -> str:
    red, green, blue = (round(part * 100 / 255) for part in color)
    return f"#{number};2;{red};{green};{blue}"


def _line(rows: Sequence[tuple[int, bytes]], bits: bytes) -> str:
    """The columns of one colour in a band, of which these rows have some; runs are made short."""
    # As one large number a row each: put together without a look at any single pixel.
    value = 0
    for row, pixels in rows:
        value |= int.from_bytes(pixels.translate(bits), "big") << row
    signs = value.to_bytes(len(rows[0][1]), "big").translate(_SIGNS).rstrip(_NONE)
    inner = signs.lstrip(_NONE)
    blank = len(signs) - len(inner)
    first = b"!%d%b" % (blank, _NONE) if blank else b""
    return (first + _RUN.sub(_run, inner)).decode()


def _run(found: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (len(found[0]), found[1])
