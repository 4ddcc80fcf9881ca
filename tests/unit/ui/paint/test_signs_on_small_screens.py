"""Danger signs on a small screen: each keeps its picture, on its page and on what is taken home."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from course.ui.paint.sheet import Sheet
from course.views.model import Advice, View
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, kit


def alone(view: View) -> bool:
    """Whether a view tells the signs of one level, as all do but the last one taken home."""
    return sum(isinstance(block, Advice) for block in view.blocks) == 1 and not view.cards


def pictured(view: View) -> list[str]:
    told = [block for block in view.blocks if isinstance(block, Advice)]
    return [sign.picture for block in told for sign in block.signs if sign.picture]


@pytest.mark.parametrize("size", [(60, 22), (80, 24)])
def test_every_sign_has_its_picture(size: tuple[int, int]) -> None:
    shown = 0
    for name, view in views.every(MODULES):
        if alone(view) and (wanted := pictured(view)):
            sheet = Sheet(view, Size(*size), kit(CELLS[size]))
            assert [placed.name for placed in sheet.pictures(0)] == wanted, name
            assert sheet.over == 0, name
            shown += 1
    assert shown > 6
