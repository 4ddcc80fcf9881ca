"""Where the words of the attract screen stand, so that no part of the screen burns in."""

from __future__ import annotations

from math import gcd

STEP = 20.0
"""Seconds for which they stay in one place."""
_GOLDEN = 0.381966


def position(seconds: float, columns: int, rows: int) -> tuple[int, int]:
    """The column and the row to stand at after so many seconds.

    `columns` and `rows` are what is free beside and below the words; none may be free. Every place
    gets its turn before one comes again.
    """
    wide, high = max(columns, 0) + 1, max(rows, 0) + 1
    places = wide * high
    # A golden stride leads far away each time; without a common factor it leaves no place out.
    stride = max(int(places * _GOLDEN), 1)
    while gcd(stride, places) != 1:
        stride += 1
    row, column = divmod(max(int(seconds // STEP), 0) * stride % places, wide)
    return column, row
