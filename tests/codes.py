"""Codes on a screen, read by another program than the one that made them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image
from rich.color import Color
from textual.strip import Strip

ZBAR = shutil.which("zbarimg")
needs_zbar = pytest.mark.skipif(ZBAR is None, reason="zbarimg (zbar-tools) is not installed")
HALVES = {" ": (0, 0), "▄": (0, 1), "▀": (1, 0), "█": (1, 1)}
NAMED = {"black": (0, 0, 0), "white": (229, 229, 229)}
WIDE = 8
"""Pixels of a cell; it is twice as high."""
Rgb = tuple[int, int, int]


def read(image: Image.Image) -> str:
    """What the one code in a picture holds."""
    assert ZBAR
    with TemporaryDirectory() as folder:
        path = Path(folder) / "code.png"
        image.save(path)
        ran = subprocess.run(
            [ZBAR, "--quiet", "--raw", "--oneshot", "-Sbinary", str(path)],
            capture_output=True,
            check=False,
        )
    return ran.stdout.decode()


def photo(rows: Sequence[Strip]) -> Image.Image:
    """A screen of cells as far as they are blank or filled by halves; of other signs their ground
    alone."""
    image = Image.new("RGB", (rows[0].cell_length, 2 * len(rows)))
    for y, strip in enumerate(rows):
        x = 0
        for text, style, _ in strip:
            assert style is not None
            for sign in text:
                for half, is_inked in enumerate(HALVES.get(sign, (0, 0))):
                    color = style.color if is_inked else style.bgcolor
                    image.putpixel((min(x, image.width - 1), 2 * y + half), _rgb(color))
                x += 1
    return image.resize((image.width * WIDE, image.height * WIDE), Image.Resampling.NEAREST)


def _rgb(color: Color | None) -> Rgb:
    if color is None:
        raise ValueError("a cell without a colour")
    if color.triplet is None:
        return NAMED.get(color.name, (0, 0, 0))
    red, green, blue = color.triplet
    return red, green, blue
