"""Where the power is cut, and what the disk looks like then."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.power.record import FLUSH, SAID, WRITE, Done

SECTOR = 512
"""Bytes; a disk writes one as a whole or not at all."""


@dataclass(frozen=True)
class Cut:
    """The power was cut after so many things: what is sure, what was under way, what was said."""

    after: int
    sure: list[Done]
    """Writes brought to the medium since the cut before this one."""
    unsure: list[Done]
    said: list[bytes]


def cuts(done: list[Done], count: int, chance: random.Random) -> Iterator[Cut]:
    """So many, in the order of the record: half of them right after something was acknowledged."""
    spoken = [number + 1 for number, each in enumerate(done) if each.kind == SAID]
    begun = spoken[0]
    places = [chance.choice(spoken) for _ in range(count // 2)]
    places += [chance.randint(begun, len(done)) for _ in range(count - len(places))]
    upto = 0
    for place in sorted(places):
        flushed = max(
            (number + 1 for number in range(place) if done[number].kind == FLUSH), default=0
        )
        yield Cut(
            place,
            [each for each in done[upto:flushed] if each.kind == WRITE],
            [each for each in done[flushed:place] if each.kind == WRITE],
            [each.data for each in done[:place] if each.kind == SAID],
        )
        upto = max(upto, flushed)


def put(image: Path, writes: list[Done]) -> None:
    """Write all of it."""
    with image.open("r+b") as file:
        for each in writes:
            os.pwrite(file.fileno(), each.data, each.at)


def put_some(image: Path, writes: list[Done], chance: random.Random) -> None:
    """Write any of it: none, all, some whole writes, or some sectors of any."""
    share = chance.choice([0.0, 1.0, chance.random(), chance.random()])
    is_torn = chance.random() < 0.5
    with image.open("r+b") as file:
        for each in writes:
            size = SECTOR if is_torn else len(each.data)
            for begin in range(0, len(each.data), size):
                if chance.random() < share:
                    piece = each.data[begin : begin + size]
                    os.pwrite(file.fileno(), piece, each.at + begin)
