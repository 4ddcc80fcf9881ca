"""The pictures of a course: each stands in a page once, and is used wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from course.content.checks.svgs import ELEMENTS

if TYPE_CHECKING:
    from course.content.compiled import Edition
    from course.content.kinds.figures import Drawn, Label

SIZE = 40
"""The height of a label, in the units of a picture."""
_LETTER = 0.58
"""How wide a letter is, of its height: rather more than it is, so that none is cut."""
_LINE = 1.3
_ROUND, _GAP = 14, 16
"""Units that stay free around what is drawn, and between that and a label."""
_LEVEL = 0.12
"""How much of a picture's height labels may differ, to stand in one row below it."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<svg\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*)</svg>", re.DOTALL)
_DRAWN_AS = re.compile(r"""\b(?:fill|stroke-width|stroke-linejoin|stroke-linecap)="[^"<>]*\"""")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_NAMED = re.compile(r'\b(id="|href="#)')
_OTHER = re.compile(rf"<(?!/?(?:{'|'.join(ELEMENTS)})\b)|\son[a-z]+\s*=", re.IGNORECASE)
At = tuple[float, float]


class Pictures:
    """Those that a page shows, by their names."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._used: dict[str, str] = {}

    def has(self, name: str) -> bool:
        """Whether there is such a picture, and nothing in it but shapes."""
        if name not in self._used and name in self._edition.course.svgs:
            self._used[name] = self._symbol(name)
        return bool(self._used.get(name))

    def symbols(self) -> str:
        """All that were shown up to now, for the top of a page; nothing of it is seen there."""
        drawn = "".join(self._used.values())
        return f'<svg class="drawings" aria-hidden="true" focusable="false">{drawn}</svg>'

    def sign(self, name: str) -> str:
        """A picture beside words that say the same; empty if there is none."""
        if not self.has(name):
            return ""
        box = _view_box(self._drawn(name), 0, 0, 0)
        return f'<svg class="sign" aria-hidden="true" viewBox="{box}">{self._use(name)}</svg>'

    def labelled(self, name: str, alt: str, labels: Sequence[Label] = ()) -> str:
        """A picture with its labels, for who cannot see it as `alt`; empty if there is none."""
        if not self.has(name):
            return ""
        drawn = self._drawn(name)
        box, words = _laid_out(drawn, labels)
        told = f'class="picture" role="img" aria-label="{escape(alt)}" viewBox="{box}"'
        return f"<svg {told}>{self._use(name)}{words}</svg>"

    def body(self, name: str) -> str:
        """A picture of which each part can be touched."""
        drawn = self._drawn(name)
        shapes = _NAMED.sub(r"\1body-", self._shapes(name))
        box = _view_box(drawn, 0, 0, 0)
        return f'<svg class="picture body" aria-hidden="true" viewBox="{box}">{shapes}</svg>'

    def _drawn(self, name: str) -> Drawn:
        return self._edition.course.svgs[name]

    def _use(self, name: str) -> str:
        drawn = self._drawn(name)
        return f'<use href="#picture-{name}" width="{drawn.width}" height="{drawn.height}"/>'

    def _symbol(self, name: str) -> str:
        shapes = _NAMED.sub(rf"\1picture-{name}-", self._shapes(name))
        drawn = self._drawn(name)
        box = f"0 0 {drawn.width} {drawn.height}"
        return f'<symbol id="picture-{name}" viewBox="{box}">{shapes}</symbol>' if shapes else ""

    def _shapes(self, name: str) -> str:
        """What is drawn, as it stands in the file; empty if anything else stands there."""
        text = _COMMENT.sub("", self._edition.svg(name).decode("utf-8", "replace"))
        found = _ROOT.search(text)
        # The check refuses such a picture; but the file may be another one by now.
        if found is None or _OTHER.search(found[2]):
            return ""
        shapes = re.sub(r">\s+<", "><", found[2].strip())
        shapes = _CLASSES.sub(lambda names: f'class="{classes(names[1])}"', shapes)
        return f"<g {' '.join(_DRAWN_AS.findall(found[1]))}>{shapes}</g>"


def classes(names: str) -> str:
    """The classes of a drawing, by names that nothing else in a page has.

    A picture that is used elsewhere is known there by its own classes, and not by those around it.
    """
    return " ".join(f"p-{name}" for name in names.split())


def _laid_out(drawn: Drawn, labels: Sequence[Label]) -> tuple[str, str]:
    """The view box, and the labels with their lines."""
    if not labels:
        return _view_box(drawn, 0, 0, 0), ""
    return _below(drawn, labels) if _is_level(drawn, labels) else _beside(drawn, labels)


def _is_level(drawn: Drawn, labels: Sequence[Label]) -> bool:
    """Whether the points stand beside each other in one row, so that words can stand below it."""
    down = [label.at[1] for label in labels]
    return len(labels) > 2 and max(down) - min(down) <= _LEVEL * drawn.height


def _below(drawn: Drawn, labels: Sequence[Label]) -> tuple[str, str]:
    ordered = sorted(labels, key=lambda label: label.at[0])
    is_tight = any(
        (_width(one.text) + _width(next_.text)) / 2 + _GAP > next_.at[0] - one.at[0]
        for one, next_ in pairwise(ordered)
    )
    top = drawn.box[3] + _ROUND
    left, right = float(drawn.box[0]), float(drawn.box[2])
    lines, words = [], []
    for number, label in enumerate(ordered):
        row = number % 2 if is_tight else 0
        y = top + (row + 1) * SIZE * _LINE
        x, half = float(label.at[0]), _width(label.text) / 2
        left, right = min(left, x - half), max(right, x + half)
        lines.append(((x, y - SIZE), (label.at[0], label.at[1])))
        words.append(_word(x, y, "middle", label.text))
    rows = 2 if is_tight else 1
    before, after = drawn.box[0] - left, right - drawn.box[2]
    box = _view_box(drawn, before, after, rows * SIZE * _LINE + _GAP)
    return box, "".join((*_leads(lines), *words))


def _beside(drawn: Drawn, labels: Sequence[Label]) -> tuple[str, str]:
    left = [label for label in labels if label.at[0] < drawn.width / 2]
    right = [label for label in labels if label.at[0] >= drawn.width / 2]
    lines, words = [], []
    for side, edge, anchor in (
        (left, drawn.box[0] - _ROUND - _GAP, "end"),
        (right, drawn.box[2] + _ROUND + _GAP, "start"),
    ):
        ordered = sorted(side, key=lambda label: label.at[1])
        wanted = [float(label.at[1]) for label in ordered]
        rows = _apart(wanted, drawn.box[1] + SIZE / 2, drawn.box[3] - SIZE / 2)
        inner = edge + (_GAP / 2 if anchor == "end" else -_GAP / 2)
        for label, y in zip(ordered, rows, strict=True):
            lines.append(((inner, y), (label.at[0], label.at[1])))
            words.append(_word(edge, y + SIZE * 0.35, anchor, label.text))
    before, after = (
        max((_width(label.text) for label in side), default=0) + (_GAP if side else 0)
        for side in (left, right)
    )
    return _view_box(drawn, before, after, 0), "".join((*_leads(lines), *words))


def _apart(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where labels stand, as near as can be to where they are wanted and none over another."""
    found: list[float] = []
    for want in wanted:
        least = found[-1] + SIZE * _LINE if found else top
        found.append(max(want, least))
    limit = bottom
    for index in reversed(range(len(found))):
        found[index] = min(found[index], limit)
        limit = found[index] - SIZE * _LINE
    return found


def _view_box(drawn: Drawn, before: float, after: float, below: float) -> str:
    left, top, right, bottom = drawn.box
    x, y = left - _ROUND - before, top - _ROUND
    width, height = right + _ROUND + after - x, bottom + _ROUND + below - y
    return f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}"


def _width(text: str) -> float:
    return len(text) * SIZE * _LETTER


def _word(x: float, y: float, anchor: str, text: str) -> str:
    at = f'x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"'
    return f'<text {at} font-size="{SIZE}">{escape(text)}</text>'


def _leads(lines: Sequence[tuple[At, tuple[int, int]]]) -> list[str]:
    """All of what lies below first, so that no line cuts another one."""
    return [_lead(line, name) for name in ("under", "over") for line in lines]


def _lead(line: tuple[At, tuple[int, int]], name: str) -> str:
    (x, y), (to_x, to_y) = line
    return (
        f'<path class="lead {name}" d="M{x:.0f} {y:.0f}L{to_x} {to_y}"/>'
        f'<circle class="dot {name}" cx="{to_x}" cy="{to_y}" r="{9 if name == "over" else 12}"/>'
    )
