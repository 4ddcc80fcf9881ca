"""What can be typed at a view: a sign for each card and button, and each sign once."""

from __future__ import annotations

from pathlib import Path

from course.content import loader
from course.plain.choices import choices
from course.views.model import Button, Card, View
from course.views.press import Go, Pick, Spot
from tests.desk import context_of, navigator_for
from tests.paths import TEA
from tests.unit.plain.way import way

CONTEXT = context_of(loader.load(TEA))


def test_every_view_can_be_answered_by_a_sign(tmp_path: Path) -> None:
    shadow = navigator_for(TEA, tmp_path / "learners", is_typed=True)
    shadow.press(Go(Spot.START))
    for _ in way(shadow):
        every = [each.sign for each in choices(shadow.view(), CONTEXT.words).every]
        assert every
        assert len(every) == len(set(every))


def test_no_card_takes_the_sign_of_a_button() -> None:
    cards = tuple(Card(Pick(str(n)), "x") for n in range(13))
    view = View(layout="list", section="", cards=cards, help="map", back=Button(Spot.BACK, "b"))
    found = [each.sign for each in choices(view, CONTEXT.words).cards]
    assert found == [*"12345678", *map(str, range(10, 15))]
