"""The signs of keys on a drawing: the figure on a place is the figure on its card."""

from __future__ import annotations

from typing import NamedTuple

RADIUS = 0.45
"""Of a badge, by the height of a cell."""
FIGURES = {
    "1": "M1.4 2.4L3.6 .4V10",
    "2": "M.5 2.8C.7-.4 5.7-.4 5.7 2.9C5.7 5 1.6 7.2.4 10H6",
    "3": "M.5 1.5C2-.3 5.5.2 5.5 2.6S3.6 4.8 2.4 4.8C4.2 4.8 6 5.4 6 7.4C6 10.4 1.8 10.7.2 8.7",
    "4": "M4.6 10V.4L.2 7.2H6.4",
    "5": "M5.6.4H1.2L.8 4.6C2.8 3.2 6 3.9 6 6.8C6 10.4 1.8 10.8.2 8.7",
    "6": "M5.2.5C2.2 1.3.4 4 .4 6.8C.4 11 6 11 6 6.9C6 3.4 1.4 3.2.5 6.2",
    "7": "M.2.4H6L2.4 10",
    "8": "M3.1 4.7C.2 4.4.2.4 3.1.4S6 4.4 3.1 4.7C-.7 5-.7 10 3.1 10S6.9 5 3.1 4.7",
}
"""Each as strokes, 6 units wide and 10 high."""
WIDE, HIGH, STROKE = 6.2, 10.4, 1.7


class Badge(NamedTuple):
    """A sign at a point of a drawing."""

    at: tuple[int, int]
    """In the units of the drawing."""
    sign: str
    place: str
    """The id of the place that it presses."""
    is_on: bool = False
    """Whether its place is pointed out: then it has corners, since colour alone says nothing."""

    def pointed(self, place: str) -> Badge:
        """The same sign while this place is pointed out."""
        return self._replace(is_on=self.place == place)


def drawn(badge: Badge, high: float, box: tuple[int, int, int, int]) -> str:
    """Its parts, as near to its point as it can be whole in a box of the drawing.

    `high` is the height of a cell, in the units of the drawing. Empty for a sign without a figure.
    """
    figure = FIGURES.get(badge.sign)
    if figure is None:
        return ""
    radius, (left, top, width, height) = RADIUS * high, box
    x = min(max(badge.at[0], left + radius + 1), left + width - radius - 1)
    y = min(max(badge.at[1], top + radius + 1), top + height - radius - 1)
    edge = f'class="badge" stroke-width="{radius / 6:.2f}"'
    corner = "0" if badge.is_on else f"{radius:.1f}"
    scale = 1.15 * radius / HIGH
    moved = f"translate({x - WIDE / 2 * scale:.2f} {y - HIGH / 2 * scale:.2f}) scale({scale:.3f})"
    return (
        f'<rect {edge} x="{x - radius:.1f}" y="{y - radius:.1f}" width="{2 * radius:.1f}" '
        f'height="{2 * radius:.1f}" rx="{corner}"/>'
        f'<path class="badge sign" transform="{moved}" stroke-width="{STROKE}" '
        f'stroke-linecap="round" stroke-linejoin="round" d="{figure}"/>'
    )
