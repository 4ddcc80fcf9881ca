"""Charts as SVG within a page. Each says in words what it shows; numbers stand beside it too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from msgspec import Struct

from course.reports.small_cells import Cell

WIDTH = 240
HEIGHT = 14


class Segment(Struct, frozen=True):
    """A part of a bar."""

    name: str
    people: Cell | None
    style: str
    """The class of its colour in the style sheet of the page."""


def stacked(whole: Cell, segments: Sequence[Segment]) -> str:
    """One bar whose parts make up the whole; empty where a part may not be shown."""
    parts = [(each, each.people) for each in segments if each.people is not None]
    total = sum(people for _, people in parts if isinstance(people, int))
    if not isinstance(whole, int) or not total or any(isinstance(n, str) for _, n in parts):
        return ""
    told = ", ".join(f"{each.name} {people}" for each, people in parts)
    at, bars = 0.0, []
    for each, people in parts:
        wide = WIDTH * people / total if isinstance(people, int) else 0.0
        bars.append(_rect(at, 0, wide, HEIGHT, each.style))
        at += wide
    return _svg(HEIGHT, f"Of {whole} people: {told}.", bars)


def beside(rows: Sequence[tuple[str, float, str]], unit: str) -> str:
    """A bar for each amount, with its name and style, one below the other, on one scale."""
    most = max((amount for _, amount, _ in rows), default=0)
    if not most:
        return ""
    bars = [
        _rect(0, index * (HEIGHT + 2), WIDTH * amount / most, HEIGHT, style)
        for index, (_, amount, style) in enumerate(rows)
    ]
    told = ", ".join(f"{name} {amount:g} {unit}" for name, amount, _ in rows)
    return _svg(len(rows) * (HEIGHT + 2), f"{told}.", bars)


def _rect(x: float, y: float, width: float, height: float, style: str) -> str:
    return (
        f'<rect class="{style}" x="{x:.1f}" y="{y:.1f}" width="{max(width - 1, 0):.1f}" '
        f'height="{height}"/>'
    )


def _svg(height: int, told: str, content: list[str]) -> str:
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'aria-label="{escape(told)}"><title>{escape(told)}</title>{"".join(content)}</svg>'
    )
