"""The few colours in which a picture is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Color = tuple[int, int, int]
MOST = 32
"""Colours of a picture; a terminal may know no more than 256, and each one costs bytes."""
NEAR = 5
"""How far two shades must be apart in one of their parts, of 255, to count as two."""

_CLASS = re.compile(r'\bclass="([^"]*)"')


def parsed(color: str) -> Color:
    """A colour of the form `#rrggbb`."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def classes(svg: str) -> list[str]:
    """The classes of the parts of a drawing, each once, in their order."""
    return list(dict.fromkeys(name for found in _CLASS.findall(svg) for name in found.split()))


def palette(
    named: Iterable[str], known: Mapping[str, str], counted: Iterable[tuple[int, Color]]
) -> list[Color]:
    """The ground first, then the colours of the classes that are `named`, then frequent shades.

    `known` has the colour of each class, `counted` how many pixels there are of each shade.
    """
    found = [parsed(known["ground"])]
    found += [parsed(known[each]) for each in named if each in known]
    found = list(dict.fromkeys(found))[:MOST]
    for _, shade in sorted(counted, reverse=True):
        if len(found) >= MOST:
            break
        if all(_are_apart(shade, other) for other in found):
            found.append(shade)
    return found


def _are_apart(one: Color, other: Color) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) >= NEAR
