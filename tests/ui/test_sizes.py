"""Nothing is cut off, overlaps or is wider than the screen, on any screen of the course."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region

from course.ui.screens.course_screen import CourseScreen
from course.ui.screens.framed_screen import SMALLEST
from course.ui.styles.themes import LIGHT
from course.ui.widgets.big_button import BigButton, CardButton
from tests.paths import MODULES, TEA
from tests.ui.places import Places, Stop, sampled
from tests.ui.rendered import cut, rows_of, runs, squeezed, told
from tests.ui.walk import Walker, walking

WIDEST = 72
"""Columns of text, at most."""
RUN = 3
"""Words that must stand together."""
SIZES = {(59, 22): 12, (80, 24): 16, (200, 60): 16, (40, 15): 9}
"""Columns and rows of a screen, and the columns that a target has there at least."""


@dataclass
class Seen:
    """What a person sees of one place by pressing More until it is gone."""

    stop: Stop
    text: list[str] = field(default_factory=list)
    """The screen at each position, squeezed."""
    targets: set[BigButton] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str) -> None:
        self.faults.append(f"{self.stop.name}: {what}")


async def look_at(walker: Walker, stop: Stop, narrowest: int) -> Seen:
    """Look at every part of a place."""
    screen = await walker.to(stop)
    seen = Seen(stop)
    while True:
        rows = rows_of(screen)
        seen.text.append(squeezed("\n".join(rows)))
        _look_at_targets(screen, rows, narrowest, seen)
        _look_at_column(screen, rows, seen)
        if not await walker.more():
            break
    _look_at_words(screen, seen)
    return seen


def _targets(screen: CourseScreen[Any]) -> list[BigButton]:
    return [b for b in screen.query(BigButton) if b.visible and b.display and b.action]


def _look_at_targets(
    screen: CourseScreen[Any], rows: list[str], narrowest: int, seen: Seen
) -> None:
    body, inside = screen._body.region, Region(0, 0, *screen.size)
    shown: list[tuple[BigButton, Region]] = []
    for target in _targets(screen):
        scrolls = screen._body in target.ancestors
        region, room = target.region, body if scrolls else inside
        if not room.contains_region(region):
            continue
        shown.append((target, region))
        seen.targets.add(target)
        if region.height < 3 or region.width < narrowest:
            seen.fault(f"{target.label!r} is only {region.width} by {region.height}")
        drawn = squeezed(" ".join(cut(rows, region)))
        if isinstance(target, CardButton):
            drawn = drawn.replace(squeezed(target.status), "", 1)
        if squeezed(target.label) not in drawn:
            seen.fault(f"{target.label!r} is drawn as {drawn!r}")
    text = screen._body.text.region.intersection(body)
    named = [(target.label, region) for target, region in shown]
    for (one, a), (other, b) in combinations([*named, ("the text", text)], 2):
        if a.intersection(b).area:
            seen.fault(f"{one!r} at {a} overlaps {other!r} at {b}")


def _look_at_column(screen: CourseScreen[Any], rows: list[str], seen: Seen) -> None:
    text, (width, _) = screen.query_one("#column").content_region, screen.size
    if text.width > WIDEST:
        seen.fault(f"the text is {text.width} columns wide")
    if abs(text.x - (width - text.right)) > 1:
        seen.fault(f"the text stands at {text.x} to {text.right} of {width}: not centred")
    for number, row in enumerate(rows):
        if row[: text.x].strip() or row[text.right :].strip():
            seen.fault(f"row {number} stands out of the column: {row!r}")


def _look_at_words(screen: CourseScreen[Any], seen: Seen) -> None:
    for block in screen._view.blocks:
        for text in told(block):
            for run in runs(text, RUN):
                if not any(run in each for each in seen.text):
                    seen.fault(f"{run!r} of {text!r} is never shown")
    for target in _targets(screen):
        if target not in seen.targets:
            seen.fault(f"{target.label!r} is never shown whole")


def _spots(screen: CourseScreen[Any]) -> dict[str, Region]:
    return {
        button.id or "": button.region for button in screen._bar.query(BigButton) if button.visible
    }


async def faults(places: Places, stops: list[Stop], size: tuple[int, int]) -> list[str]:
    """All that is wrong with these stops on a screen of that size."""
    found: list[str] = []
    spots: dict[str, Region] = {}
    async with walking(places, size, LIGHT.name) as walker:
        for stop in stops:
            seen = await look_at(walker, stop, SIZES[size])
            found += seen.faults
            if size == SMALLEST and stop.name.startswith("number pad"):
                continue  # the only screen whose buttons make room for something else
            for spot, here in _spots(walker.screen).items():
                if here != spots.setdefault(spot, here):
                    found.append(f"{stop.name}: {spot!r} stands at {here}, not at {spots[spot]}")
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
            said = " ".join(" ".join(rows_of(walker.screen)).split())
            assert said == places.context.words("top.too_small")
