"""How far the shapes of a picture reach, so that a screen can leave out what is blank around them.

Points are complex numbers, in the units of the view box. A curve lies within the points that bend
it, so that these serve as its bounds: they may be a little too wide, and never too narrow. The
width of a line is not counted.
"""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Iterable, Iterator, Sequence

from course.content.source.svg_reader import Element

Box = tuple[int, int, int, int]
"""Left, top, right and bottom."""
Matrix = tuple[float, float, float, float, float, float]
"""As in SVG: a b c d e f."""

_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_SHAPE = re.compile(r"M[^M]*")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}
_ARC = re.compile(
    rf"({_NUMBER.pattern})[\s,]*" * 3
    + r"([01])[\s,]*([01])[\s,]*"
    + (rf"({_NUMBER.pattern})[\s,]*" * 2)
)
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_ON_ARC = 16
"""Points that stand for an arc."""


def bounds(elements: Sequence[Element], width: int, height: int) -> Box:
    """The box of all shapes but the ground, cut at the view box; all of that where there are none.

    Rectangles in the colour of the ground that reach from top to bottom at a side cut off there
    what was drawn before them. Raises nothing: where numbers are too large or too small to reckon
    with, the box is all of the view box.
    """
    try:
        return _bounds(elements, width, height)
    except (ArithmeticError, ValueError):
        return 0, 0, width, height


def _bounds(elements: Sequence[Element], width: int, height: int) -> Box:
    found: list[complex] = []
    for number, element in enumerate(elements):
        points = [*filter(cmath.isfinite, _drawn(elements, number))]
        covered = _covered(points, width, height) if _is_ground(element) else None
        if covered is None:
            found += points
            continue
        left, right = covered
        if left <= 0:
            found = [complex(max(point.real, right), point.imag) for point in found]
        if right >= width:
            found = [complex(min(point.real, left), point.imag) for point in found]
    if not found:
        return 0, 0, width, height
    across, down = [point.real for point in found], [point.imag for point in found]
    left, right, top, bottom = min(across), max(across), min(down), max(down)
    if left >= width or right <= 0 or top >= height or bottom <= 0:
        return 0, 0, width, height
    return (
        max(math.floor(left), 0),
        max(math.floor(top), 0),
        min(math.ceil(right), width),
        min(math.ceil(bottom), height),
    )


def longest(element: Element) -> float:
    """No shorter than the edge of a shape, in its own units; infinite where that cannot be told.

    Raises nothing.
    """
    try:
        points = _points(element)
        across, down = [point.real for point in points], [point.imag for point in points]
        if not points:
            return 0.0
        # Each point may end a line that goes all across, and each may be closed by another.
        return 2 * len(points) * math.hypot(max(across) - min(across), max(down) - min(down))
    except (ArithmeticError, ValueError):
        return math.inf


def middles(elements: Sequence[Element]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Of each path with a name, the middle of each of its shapes, which begin with their own M."""
    found = {}
    for element in elements:
        name = element.attributes.get("id", "")
        if element.tag == "path" and name:
            move = _product(map(_moved, [*(elements[n] for n in element.within), element]))
            shapes = [[*_path(each)] for each in _SHAPE.findall(element.attributes.get("d", ""))]
            found[name] = tuple(_middle(_at(move, shape)) for shape in shapes if shape)
    return found


def _middle(points: Sequence[complex]) -> tuple[int, int]:
    across, down = [point.real for point in points], [point.imag for point in points]
    return round((min(across) + max(across)) / 2), round((min(down) + max(down)) / 2)


def _drawn(elements: Sequence[Element], number: int) -> Iterator[complex]:
    """The points of an element where it stands; none of what is only there to be used."""
    element = elements[number]
    around = [elements[each] for each in element.within]
    if any(each.tag == "defs" for each in around):
        return
    move = _product(map(_moved, [*around, element]))
    if element.tag != "use":
        yield from _at(move, _points(element))
        return
    name = element.attributes.get("href", "#")[1:]
    target = next((n for n, e in enumerate(elements) if e.attributes.get("id") == name), None)
    offset = _numbers(element, "x", "y")
    move = _times(move, (1, 0, 0, 1, offset[0], offset[1]))
    for other, each in enumerate(elements):
        if target is not None and (other == target or target in each.within):
            inner = [elements[n] for n in each.within if n >= target]
            inside = _times(move, _product(map(_moved, [*inner, each])))
            yield from _at(inside, _points(each))


def _is_ground(element: Element) -> bool:
    return element.attributes.get("class") == "ground"


def _covered(points: Sequence[complex], width: int, height: int) -> tuple[float, float] | None:
    """From where to where a rectangle covers a side of the picture; None if it is none, or does not
    cover it from top to bottom."""
    across, down = {point.real for point in points}, {point.imag for point in points}
    if len(across) != 2 or len(down) != 2 or min(down) > 0 or max(down) < height:
        return None
    left, right = min(across), max(across)
    return (left, right) if left <= 0 or right >= width else None


def _points(element: Element) -> list[complex]:
    match element.tag:
        case "path":
            return _path(element.attributes.get("d", ""))
        case "rect":
            x, y, width, height = _numbers(element, "x", "y", "width", "height")
            corners = (0, width, 1j * height, width + 1j * height)
            return [complex(x, y) + corner for corner in corners]
        case "circle" | "ellipse":
            x, y, r, rx, ry = _numbers(element, "cx", "cy", "r", "rx", "ry")
            wide, high = rx or r, ry or r
            return [complex(x + a * wide, y + b * high) for a in (-1, 1) for b in (-1, 1)]
        case "line":
            x1, y1, x2, y2 = _numbers(element, "x1", "y1", "x2", "y2")
            return [complex(x1, y1), complex(x2, y2)]
        case "polyline" | "polygon":
            values = [float(each) for each in _NUMBER.findall(element.attributes.get("points", ""))]
            return [*map(complex, values[::2], values[1::2])]
        case _:
            return []


def _numbers(element: Element, *names: str) -> list[float]:
    found = (_NUMBER.match(element.attributes.get(name, "0")) for name in names)
    return [float(each.group()) if each else 0.0 for each in found]


def _path(written: str) -> list[complex]:
    """Where a path goes, and the points that bend its curves."""
    found: list[complex] = []
    here = start = 0j
    for command, rest in _COMMAND.findall(written):
        kind, own = command.upper(), command.islower()
        if kind == "Z":
            here = start
            continue
        if kind == "A":
            groups = [[*map(float, arc)] for arc in _ARC.findall(rest)]
        else:
            values, size = [*map(float, _NUMBER.findall(rest))], _TAKES[kind]
            groups = [values[n : n + size] for n in range(0, len(values) - size + 1, size)]
        for index, group in enumerate(groups):
            base = here if own else 0j
            if kind == "A":
                end = base + complex(group[5], group[6])
                found += _arc(here, end, group)
                here = end
            elif kind == "H":
                here = complex(base.real + group[0], here.imag)
            elif kind == "V":
                here = complex(here.real, base.imag + group[0])
            else:
                found += [base + complex(*group[at : at + 2]) for at in range(0, size - 2, 2)]
                here = base + complex(*group[-2:])
            found.append(here)
            if kind == "M" and not index:
                start = here
    return found


def _arc(start: complex, end: complex, given: list[float]) -> Iterator[complex]:
    """Points on an arc of an ellipse, by way of the circle that it is of radius 1."""
    wide, high, turned, large, sweep = given[:5]
    if not (wide and high) or start == end:
        return
    turn = cmath.rect(1, math.radians(turned))

    def to_circle(point: complex) -> complex:
        point /= turn
        return complex(point.real / wide, point.imag / high)

    first, last = to_circle(start), to_circle(end)
    half = (last - first) / 2
    grow = max(abs(half), 1.0)
    away = math.sqrt(max(grow**2 - abs(half) ** 2, 0.0))
    side = 1 if large != sweep else -1
    center = (first + last) / 2 + side * 1j * away * half / abs(half)
    begin, stop = cmath.phase(first - center), cmath.phase(last - center)
    if sweep and stop < begin:
        stop += math.tau
    elif not sweep and stop > begin:
        stop -= math.tau
    for step in range(_ON_ARC + 1):
        point = center + cmath.rect(grow, begin + (stop - begin) * step / _ON_ARC)
        yield complex(point.real * wide, point.imag * high) * turn


def _moved(element: Element) -> Matrix:
    """What the transform of an element does."""
    if "transform" not in element.attributes:
        return _SAME
    found = _TRANSFORM.findall(element.attributes["transform"])
    return _product(
        _matrix(name, [float(n) for n in _NUMBER.findall(rest)]) for name, rest in found
    )


def _matrix(name: str, given: list[float]) -> Matrix:
    a, b, c, d, e, f = (*given, *[0.0] * 6)[:6]
    match name:
        case "translate":
            return 1, 0, 0, 1, a, b
        case "scale":
            return a, 0, 0, b if len(given) > 1 else a, 0, 0
        case "rotate":
            turn, around = cmath.rect(1, math.radians(a)), complex(b, c)
            rest = around - turn * around
            return turn.real, turn.imag, -turn.imag, turn.real, rest.real, rest.imag
        case "skewX":
            return 1, 0, math.tan(math.radians(a)), 1, 0, 0
        case "skewY":
            return 1, math.tan(math.radians(a)), 0, 1, 0, 0
        case "matrix":
            return a, b, c, d, e, f
        case _:
            return _SAME


def _product(matrices: Iterable[Matrix]) -> Matrix:
    found = _SAME
    for each in matrices:
        if each is not _SAME:
            found = _times(found, each)
    return found


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def _at(matrix: Matrix, points: list[complex]) -> list[complex]:
    if matrix == _SAME:
        return points
    a, b, c, d, e, f = matrix
    return [complex(a * p.real + c * p.imag + e, b * p.real + d * p.imag + f) for p in points]
