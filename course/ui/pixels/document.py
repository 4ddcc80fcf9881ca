"""A part of a drawing with what a page adds to it: lines that lead to its labels, and the signs of
the keys that press its places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.ui.pixels.badges import Badge, drawn

Frame = tuple[int, int, int, int]
"""Left, top, width and height, in the units of a drawing."""
At = tuple[int, int]
Lead = tuple[At, At]
"""From the edge of a picture, where a label stands, to what the label names."""

BELOW, ABOVE = 5.0, 2.5
"""How wide a lead is, in pixels: the part below keeps it apart from every fill."""
DOT = 4.5
"""The radius of the dot at its end, in pixels."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"""<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
_VIEW_BOX = re.compile(r"""\bviewBox\s*=\s*["']0 0 ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})["']""")


def document(
    svg: str,
    size: tuple[int, int],
    box: Frame,
    leads: Sequence[Lead],
    badges: Sequence[Badge] = (),
    high: int = 0,
) -> str:
    """What is in a box of a drawing, over all of `size` pixels, and above it leads and badges.

    Badges are as large as letters that are so many pixels `high`. The box may reach beyond the
    drawing, and is blank there. Empty if it is no drawing.
    """
    svg = _COMMENT.sub("", svg)
    root = _ROOT.search(svg)
    inner = _VIEW_BOX.search(root[0]) if root else None
    if root is None or inner is None or not box[2] or not box[3]:
        return ""
    outer = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="{box[0]} {box[1]} {box[2]} {box[3]}" preserveAspectRatio="none">'
    )
    # What a drawing has outside of its view box is not meant to be seen.
    clipped = f'<svg width="{inner[1]}" height="{inner[2]}" overflow="hidden"'
    drawing = root[0].replace("<svg", clipped, 1) + svg[root.end() :]
    unit = box[2] / size[0]
    added = _leads(leads, unit) + "".join(drawn(each, high * unit, box) for each in badges)
    return f"{outer}{drawing}{added}</svg>"


def _leads(leads: Sequence[Lead], unit: float) -> str:
    """All of what lies below first, so that no lead cuts another one; `unit` is that of a pixel."""
    below = (_lead(lead, "line", BELOW, DOT + (BELOW - ABOVE) / 2, unit) for lead in leads)
    above = (_lead(lead, "ink", ABOVE, DOT, unit) for lead in leads)
    return "".join((*below, *above))


def _lead(lead: Lead, name: str, width: float, dot: float, unit: float) -> str:
    (x, y), (to_x, to_y) = lead
    return (
        f'<path class="{name}" stroke-width="{width * unit:.2f}" d="M{x} {y}L{to_x} {to_y}"/>'
        f'<circle class="{name} flat" cx="{to_x}" cy="{to_y}" r="{dot * unit:.2f}"/>'
    )
