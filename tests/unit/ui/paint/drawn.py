"""Single views, drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache

from textual.geometry import Size
from textual.strip import Strip

from course.ui.paint.letters import even, letters
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import (
    Button,
    Card,
    Plain,
    View,
)
from course.views.press import Press, Spot
from tests.paths import MODULES
from tests.unit.ui.paint import views

NEXT = Button(Spot.NEXT, "Next →")
BACK = Button(Spot.BACK, "← Back")
SMALL, LARGE = (60, 22), (112, 31)


@cache
def kit(fewer_signs: bool = False) -> Kit:
    return Kit(views.context(MODULES).edition, LIGHT, fewer_signs=fewer_signs)


def sheet(view: View, size: tuple[int, int] = SMALL) -> Sheet:
    return Sheet(view, Size(*size), kit())


def shown(view: View, size: tuple[int, int] = SMALL, held: Press | None = None) -> list[str]:
    return [row.text for row in sheet(view, size).rows(0, held)]


def named(name: str) -> View:
    return next(view for each, view in views.every(MODULES) if each == name)


def in_letters(said: str, rows: Iterable[Strip]) -> bool:
    """Whether a text stands on a screen in letters of blocks, in one line or in two."""
    texts = [row.text for row in rows]
    for form in ([letters(said)], even(said, sys.maxsize)):
        drawn = [row.rstrip() for line in form for row in line if row.strip()]
        if drawn and all(any(row in text for text in texts) for row in drawn):
            return True
    return False


def asked(*cards: Card, text: str = "") -> View:
    blocks = (Plain(text),) if text else ()
    return View(
        layout="question", section="Tea", title="A question", asked=(Plain("Is it hot?", True),),
        blocks=blocks, cards=cards, card_first=True, back=BACK,
    )  # fmt: skip
