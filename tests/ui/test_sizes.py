"""Nothing is cut off, overlaps or is wider than the screen, on any screen of the course."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from textual.geometry import Region

from course.ui.paint.letters import in_lines
from course.ui.stage.targets import Target
from course.ui.styles.themes import LIGHT
from course.views.model import Advice
from course.views.press import Go, Press, Spot
from tests.paths import MODULES, TEA
from tests.ui.places import Places, Stop, sampled
from tests.ui.rendered import Shown, cut, runs, squeezed, told
from tests.ui.walk import Walker, walking

WIDEST = 76
"""Columns of a line of text, at most."""
RUN = 3
"""Words that must stand together."""
SIZES = {(60, 22): 16, (80, 24): 16, (112, 31): 16, (160, 50): 16, (200, 60): 16, (40, 15): 9}
"""Columns and rows of a screen, and the columns that a target has there at least."""
KEYS = {(40, 15): 8}
"""Columns of a key of a pad, at least, where they are fewer than usual."""
KEY = 12
HIGH = 3
"""Rows of a target, at least, somewhere on the way through the place."""
MORE, NEXT = Go(Spot.MORE), Go(Spot.NEXT)


@dataclass
class Seen:
    """What a person sees of one place by pressing More until it is gone."""

    stop: Stop
    screens: list[Shown] = field(default_factory=list)
    """The screen at each position."""
    targets: set[Press] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str) -> None:
        self.faults.append(f"{self.stop.name}: {what}")


def look_at(walker: Walker, stop: Stop, narrowest: int) -> Seen:
    """Look at every part of a place."""
    walker.to(stop)
    seen = Seen(stop)
    while True:
        rows = walker.rows
        seen.screens.append(Shown(rows))
        _look_at_targets(walker, rows, narrowest, seen)
        _look_at_margins(rows, seen)
        if not walker.more():
            break
    _look_at_words(walker, seen)
    return seen


def _look_at_targets(walker: Walker, rows: list[str], narrowest: int, seen: Seen) -> None:
    screen = Region(0, 0, *walker.stage.size)
    shown = [each for each in walker.stage.targets() if _is_whole(each, rows)]
    for target in shown:
        region = target.region
        seen.targets.add(target.press)
        if not screen.contains_region(region):
            seen.fault(f"{target.label!r} at {region} stands out of the screen")
        least = KEYS.get(walker.stage.size, KEY) if walker.view.layout == "pad" else narrowest
        if region.width < least:
            seen.fault(f"{target.label!r} is only {region.width} columns wide")
    for one, other in combinations(shown, 2):
        if one.region.intersection(other.region).area:
            seen.fault(f"{one.label!r} at {one.region} overlaps {other.label!r}")


def _is_whole(target: Target, rows: list[str]) -> bool:
    """Whether all that a target says is drawn where it stands."""
    drawn = squeezed(" ".join(cut(rows, target.region)))
    return target.region.height >= HIGH and squeezed(target.label) in drawn


def _look_at_margins(rows: list[str], seen: Seen) -> None:
    for number, row in enumerate(rows):
        if row[:1].strip() or row[-1:].strip():
            seen.fault(f"row {number} has no margin: {row!r}")
        longest = max(map(len, row.split("   ")))
        if longest > WIDEST and row.replace(" ", "").isalnum():
            seen.fault(f"row {number} is {longest} columns wide: {row!r}")


def _look_at_words(walker: Walker, seen: Seen) -> None:
    view = walker.view
    for block in (*view.blocks, *view.hints):
        if walker.may_leave_out(block):
            continue
        for text in told(block):
            for run in runs(text, RUN):
                if any(run in each for each in seen.screens):
                    continue
                if not (isinstance(block, Advice) and _in_blocks(text, walker.rows)):
                    seen.fault(f"{' '.join(run)!r} of {text!r} is never shown")
    for card in view.cards:
        if card.press not in seen.targets:
            seen.fault(f"{card.text!r} is never shown whole")


def _in_blocks(text: str, rows: list[str]) -> bool:
    """Whether a text is drawn in letters that are several rows high."""
    drawn = (in_lines(text, width) for width in range(len(rows[0])))
    return any(
        lines and all(any(part.strip() in row for row in rows) for line in lines for part in line)
        for lines in drawn
    )


def _bar(walker: Walker) -> dict[Press, Region]:
    """Where the buttons stand that every view has in the same place."""
    spots = (Go(Spot.BACK), Go(Spot.HELP), NEXT)
    bar = {t.press if t.press != MORE else NEXT: t.region for t in walker.stage.targets()}
    return {press: bar[press] for press in spots if press in bar}


async def faults(places: Places, stops: list[Stop], size: tuple[int, int]) -> list[str]:
    """All that is wrong with these stops on a screen of that size."""
    found: list[str] = []
    spots: dict[Press, Region] = {}
    async with walking(places, size, LIGHT.name) as walker:
        for stop in stops:
            found += look_at(walker, stop, SIZES[size]).faults
            for press, here in _bar(walker).items():
                if here != spots.setdefault(press, here):
                    found.append(f"{stop.name}: {press} stands at {here}, not at {spots[press]}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_some_of_every_kind_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    places = Places.of(MODULES, tmp_path)
    found = await faults(places, sampled(places.every(), 2), size)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
async def test_everything_fits(tmp_path: Path, size: tuple[int, int], modules: Path) -> None:
    places = Places.of(modules, tmp_path)
    found = await faults(places, places.every(), size)
    assert not found, "\n".join(found)


async def test_a_window_that_is_too_small_says_so(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    for size in ((39, 15), (40, 14), (39, 14), (20, 5)):
        async with walking(places, size, LIGHT.name) as walker:
            assert " ".join(walker.text.split()) == places.context.words("top.too_small")
            assert walker.stage.targets() == ()
