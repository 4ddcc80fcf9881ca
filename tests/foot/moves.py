"""Thousands of moves in foot with pictures on the screen: what is left on it is what belongs there.

`python -m tests.foot.moves --moves 2000`

After each hundred the screen is compared with that of a course that was just started and brought to
the same place. Both are kept where they differ, and the seed is told.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import ImageChops

from tests.foot.course import Cells, Course, Shown, opened
from tests.foot.screen import MISSING, PADDING, Pixels
from tests.paths import MODULES

HUNDRED = 100
SIZES: tuple[Cells, ...] = ((60, 22), (80, 24), (112, 31), (40, 15), (112, 40), (60, 22), (30, 10))
KEYS = (
    *(["9"] * 12), *("1", "2", "3", "4", "5", "6", "7", "8", "0", "0", "question", "slash"),
    *("Left", "Right", "Up", "Down", "Return", "Tab", "Next", "Prior", "Escape", "minus"),
)  # fmt: skip
Move = Callable[[Course, random.Random], object]


def keys(course: Course, chance: random.Random) -> None:
    """A few keys, one after the other or all at once."""
    course.foot.press(*chance.choices(KEYS, k=chance.choice((1, 1, 1, 2, 3, 8))))


def click(course: Course, chance: random.Random) -> None:
    """A touch anywhere."""
    width, height = course.foot.size
    course.foot.click(
        chance.randrange(PADDING, width - PADDING), chance.randrange(PADDING, height - PADDING)
    )


def roll(course: Course, chance: random.Random) -> None:
    """A turn of the wheel."""
    course.foot.roll(chance.choice((-2, 1, 2)))


def dialog(course: Course, _chance: random.Random) -> None:
    """Help, opened and closed at once."""
    course.foot.press("question", "Escape")


def look(course: Course, _chance: random.Random) -> None:
    """Other colours."""
    course.next_look()


def resize(course: Course, chance: random.Random) -> None:
    """Another size of the window."""
    course.resize(chance.choice(SIZES))


MOVES: tuple[tuple[int, Move], ...] = (
    (70, keys),
    (10, click),
    (6, roll),
    (6, dialog),
    (4, look),
    (4, resize),
)


def differs(one: Pixels, other: Pixels) -> tuple[int, int, int, int] | None:
    """The box in which two screens differ, if they do."""
    return ImageChops.difference(one, other).getbbox()


def afresh(shown: Shown, cells: Cells) -> Pixels:
    """The screen of a course that was just started, at a place."""
    with opened(MODULES) as other:
        other.resize(cells)
        other.show(shown)
        return other.pixels()


def run(seed: int, moves: int, kept: Path) -> int:
    """So many moves; gives how many screens differed."""
    chance = random.Random(seed)
    does = [move for _, move in MOVES]
    weights = [weight for weight, _ in MOVES]
    failed = 0
    with opened(MODULES) as course:
        course.resize(SIZES[0])
        for number in range(1, moves + 1):
            chance.choices(does, weights)[0](course, chance)
            if number % HUNDRED:
                continue
            here = course.pixels()
            shown, cells = course.where(), course.settle().cells
            there = afresh(shown, cells)
            box = differs(here, there)
            said = f"{number} moves, {cells}, {shown.theme}, {shown.view.title!r}"
            print(f"{said}: {'the same' if box is None else f'differs in {box}'}", flush=True)
            if box is not None:
                failed += 1
                kept.mkdir(parents=True, exist_ok=True)
                here.save(kept / f"{seed}-{number}-here.png")
                there.save(kept / f"{seed}-{number}-afresh.png")
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.foot.moves", description=__doc__)
    parser.add_argument("--moves", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kept", type=Path, default=Path("moves"), help="for screens that differ")
    asked = parser.parse_args()
    if MISSING:
        sys.exit(f"not installed: {', '.join(MISSING)}")
    began = time.monotonic()
    failed = run(asked.seed, asked.moves, asked.kept)
    print(
        f"seed {asked.seed}: {asked.moves} moves, {failed} screens differed, "
        f"{time.monotonic() - began:.0f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
