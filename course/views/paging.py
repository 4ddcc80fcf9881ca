"""What fits on a page of a small screen, and things that are shared out on several pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")

ROWS = 15
"""Rows below a title of one line, and the empty row below that, on the smallest of the screens on
which every page is all in sight."""


def evenly(things: Sequence[T], most: int) -> list[Sequence[T]]:
    """Things in parts of at most so many, in as few parts as that takes, and all about as large."""
    count = -(-len(things) // most)
    ends = [-(-len(things) * number // count) for number in range(count + 1)] if count else []
    return [things[start:end] for start, end in pairwise(ends)]
