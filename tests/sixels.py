"""What a terminal that draws sixels makes of what a program writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Color = tuple[int, int, int]
"""Red, green and blue, each of 100."""

_BEGIN, _END = b"\x1bP", b"\x1b\\"
_PLACED = re.compile(rb"\x1b\[(\d+);(\d+)H\Z")
_RASTER = re.compile(rb'"1;1;(\d+);(\d+)')
_PART = re.compile(rb'"[\d;]+|#\d+(?:;\d+)*|!\d+[?-~]|[?-~]|\$|-')


class Shown(NamedTuple):
    """A picture, and the cell in which it begins, counted from 0."""

    row: int
    column: int
    data: bytes

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height, in pixels."""
        found = _RASTER.search(self.data)
        assert found, self.data[:40]
        return int(found[1]), int(found[2])


class Splitter:
    """Tells the pictures from the cells in what is written, in pieces of any length."""

    def __init__(self) -> None:
        self._kept = b""
        self._last = b""

    def feed(self, data: bytes) -> Iterator[bytes | Shown]:
        """Cells and pictures in their order."""
        data, self._kept = self._kept + data, b""
        while (begin := data.find(_BEGIN)) >= 0:
            end = data.find(_END, begin)
            if end < 0:
                break
            if begin:
                yield self._cells(data[:begin])
            placed = _PLACED.search(self._last)
            assert placed, f"a picture that has no place: {self._last!r}"
            row, column = (int(each) - 1 for each in placed.groups())
            yield Shown(row, column, data[begin : end + len(_END)])
            data = data[end + len(_END) :]
        if begin < 0:
            # The first half of what begins a picture may be all that has come.
            begin = len(data) - data.endswith(_BEGIN[:1])
        self._kept = data[begin:]
        if begin:
            yield self._cells(data[:begin])

    def _cells(self, data: bytes) -> bytes:
        self._last = (self._last + data)[-40:]
        return data


def decode(data: bytes) -> list[list[Color | None]]:
    """The pixels of a picture, row by row; None where nothing is drawn."""
    assert data.startswith(b"\x1bP0;1;0q")
    assert data.endswith(_END)
    body = data[len(b"\x1bP0;1;0q") : -len(_END)]
    assert b"".join(_PART.findall(body)) == body
    colors: dict[int, Color] = {}
    pixels: list[list[Color | None]] = []
    color, x, top = 0, 0, 0
    for part in _PART.findall(body):
        kind, numbers = chr(part[0]), [int(each) for each in re.findall(rb"\d+", part)]
        if kind == '"':
            _, _, width, height = numbers
            pixels = [[None] * width for _ in range(height)]
        elif kind == "#":
            color = numbers[0]
            if len(numbers) > 1:
                assert numbers[1] == 2
                colors[color] = (numbers[2], numbers[3], numbers[4])
        elif kind == "$":
            x = 0
        elif kind == "-":
            x, top = 0, top + 6
        else:
            count = numbers[0] if kind == "!" else 1
            bits = part[-1] - 63
            for row in (row for row in range(6) if bits >> row & 1):
                pixels[top + row][x : x + count] = [colors[color]] * count
            x += count
            assert x <= len(pixels[0])
    return pixels
