"""A picture comes in pieces that a terminal puts together again."""

from __future__ import annotations

import re
from base64 import standard_b64decode

import pytest

from course.ui.pixels.kitty import PIECE, encode, remove

COMMAND = re.compile(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")


@pytest.mark.parametrize("size", [1, 3000, 3072, 3073, 20_000])
def test_the_pieces_make_up_the_file(size: int) -> None:
    png = bytes(n % 251 for n in range(size))
    text = encode(png, 7, 40, 12)
    found = COMMAND.findall(text)
    assert COMMAND.sub("", text) == ""
    assert standard_b64decode("".join(data for _, data in found)) == png
    assert all(len(data) <= PIECE for _, data in found)
    more = [keys.rpartition("m=")[2] for keys, _ in found]
    assert more == ["1"] * (len(found) - 1) + ["0"]
    assert {"i=7", "c=40", "r=12", "q=2", "C=1"} <= set(found[0][0].split(","))


def test_it_is_removed_by_its_number() -> None:
    assert COMMAND.fullmatch(remove(7))
    assert "i=7" in remove(7)
