"""A terminal draws the very pixels that were meant, wherever they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.ui.pixels.sixel import encode
from tests.sixels import decode

PALETTE = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (51, 102, 153)]
SHOWN = [None, (100, 100, 100), (100, 0, 0), (20, 40, 60)]


def shown(pixels: list[list[int]]) -> list[list[tuple[int, int, int] | None]]:
    return [[SHOWN[index] for index in row] for row in pixels]


@given(st.integers(1, 40), st.binary(min_size=40, max_size=800))
def test_each_pixel_comes_back(width: int, some: bytes) -> None:
    data = bytes(each % len(PALETTE) for each in some)
    rows = [list(data[at : at + width]) for at in range(0, len(data) - width + 1, width)]
    assert decode(encode(data[: len(rows) * width], width, PALETTE).encode("ascii")) == shown(rows)


def test_long_runs_are_short() -> None:
    pixels = [[0] * 100 + [1] * 500 + [2] * 400] * 60
    text = encode(b"".join(map(bytes, pixels)), 1000, PALETTE)
    assert decode(text.encode()) == shown(pixels)
    assert len(text) < 1000


def test_a_picture_ends_in_its_last_band() -> None:
    # One more new line would move the screen of some terminals up.
    assert not encode(bytes(6 * 12), 6, PALETTE).removesuffix("\x1b\\").endswith("-")
