"""Each part of the way has its picture above its words, where pictures are and have room."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import View
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.test_pictures import CELLS, cells, kit

WAYS = [(name, view) for name, view in views.every(MODULES) if view.layout == "way"]
EACH = pytest.mark.parametrize("view", [view for _, view in WAYS], ids=[name for name, _ in WAYS])
LARGE = pytest.mark.parametrize("size", [(112, 31), (160, 50)])


@EACH
@LARGE
def test_it_stands_on_its_own_card_over_blank_cells(view: View, size: tuple[int, int]) -> None:
    sheet = Sheet(view, Size(*size), kit(CELLS[size]))
    assert sheet.over == 0
    slots = {slot.press: slot.region for slot in sheet.slots(0)}
    placed = {each.name: each.region for each in sheet.pictures(0)}
    assert len(placed) == len(view.cards)
    for card in view.cards:
        region = placed[card.picture]
        assert slots[card.press].contains_region(region)
        for held in (None, card.press):
            assert cells(sheet, region, held).isspace(), card.text


@EACH
def test_small_screens_have_the_words_alone(view: View) -> None:
    assert Sheet(view, Size(60, 22), kit(CELLS[60, 22])).pictures(0) == ()


@EACH
@LARGE
def test_without_pictures_no_part_is_higher_than_its_words_need(
    view: View, size: tuple[int, int]
) -> None:
    plain = Sheet(view, Size(*size), Kit(views.context(MODULES).edition, LIGHT))
    assert plain.pictures(0) == ()
    assert max(slot.region.height for slot in plain.slots(0) if slot.part == "body") <= 9
