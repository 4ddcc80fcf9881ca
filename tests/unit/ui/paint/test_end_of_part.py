"""The end of a part: what is worth another look and on which question, what is sure, what next."""

from __future__ import annotations

import msgspec
import pytest
from textual.geometry import Size

from course.content import prose
from course.speech.spoken import spoken
from course.ui.paint.sheet import Sheet
from course.views.model import Box, Card, Heading, Text, View
from course.views.press import Pick
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import BACK, LARGE, NEXT, SMALL, kit, named, shown

ASKED = "A friend says that these shots grow new tissue. Is that so?"
EACH = pytest.mark.parametrize("size", [SMALL, (80, 24), LARGE, (160, 50)])


def ends() -> list[tuple[str, View]]:
    return [(name, view) for name, view in views.every(MODULES) if view.layout == "result"]


def all_of(view: View, size: tuple[int, int]) -> str:
    """The words of a screen in the order of its rows, with one blank between any two."""
    return " ".join(" ".join(row.replace("█", " ").split()) for row in shown(view, size))


@EACH
def test_what_is_worth_another_look_says_which_question_it_was(size: tuple[int, int]) -> None:
    said = all_of(named("what-it-is, missed"), size)
    assert "How might it help?" in said
    assert "A friend says that these shots grow" in said


@EACH
def test_it_says_what_comes_next(size: tuple[int, int]) -> None:
    assert named("what-it-is, known").onward == "The next part: Getting ready"
    for name in ("what-it-is, missed", "what-it-is, known"):
        view = named(name)
        assert all(word in all_of(view, size) for word in view.onward.split()), name


@EACH
def test_what_is_sure_has_a_tick(size: tuple[int, int]) -> None:
    said = all_of(named("what-it-is, known"), size)
    assert "✓ How might it help?" in said


@EACH
def test_nothing_of_any_end_is_out_of_sight(size: tuple[int, int]) -> None:
    assert ends()
    for name, view in ends():
        assert Sheet(view, Size(*size), kit()).over == 0, name


def test_many_points_stand_without_the_questions_where_these_have_no_room() -> None:
    cards = tuple(
        Card(Pick(f"q{n}"), f"What about {n}?", mark="open", about=(ASKED,)) for n in range(6)
    )
    sure = Text(prose.Prose((prose.Bullets((prose.verbatim("Heat"),), ordered=False),)))
    view = View(
        layout="result", section="Tea", title="Worth another look", cards=cards,
        blocks=(Heading("You can answer these now"), sure), back=BACK, next=NEXT,
        help="result", onward="The next part: Milk",
    )  # fmt: skip
    few = msgspec.structs.replace(view, cards=cards[:1])
    assert "A friend says" in all_of(few, SMALL)
    assert "The next part: Milk" in all_of(few, SMALL)
    said = all_of(view, SMALL)
    assert "A friend says" not in said
    assert all(card.text in said for card in cards)
    assert Sheet(view, Size(*SMALL), kit()).over == 0


def test_a_voice_says_each_of_it_once() -> None:
    view = named("what-it-is, missed")
    said = spoken(view, views.context(MODULES).words)
    for each in (ASKED, "How might it help?", view.onward):
        assert said.count(each) == 1, each


def test_what_to_remember_is_told_where_all_is_sure() -> None:
    assert any(isinstance(block, Box) for block in named("what-it-is, known").blocks)
