"""What Enter presses: on a screen what is pointed out, and where nothing is, by itself."""

from pathlib import Path

import pytest
from textual.geometry import Size

from course.plain.choices import choices
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.forward import by_enter_alone
from course.views.model import View
from course.views.press import Go, Press, Spot
from course.visit.route import Place
from tests.answers import other_answers, right_answer
from tests.desk import navigator_for
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

ROOMY = Size(160, 200)
"""A screen on which nothing is hidden, so that More stands nowhere."""


def pressed(view: View, modules: Path) -> tuple[Press | None, Press | None]:
    """What Enter presses on a console, and on a screen."""
    context = views.context(modules)
    typed = choices(view, context.words).enter
    drawn = Sheet(view, ROOMY, Kit(context.edition, LIGHT))
    return (typed.press if typed else None, drawn.first_held(0))


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_on_a_console_enter_presses_the_same_as_on_a_screen_or_nothing(modules: Path) -> None:
    seen = set()
    for name, view in views.every(modules):
        typed, drawn = pressed(view, modules)
        assert typed in (drawn, None), name
        if typed is None:
            assert len(view.cards) > 1, name
            assert drawn in [card.press for card in view.cards], name
        seen.add((view.layout, typed is None))
    assert {("question", True), ("page", False), ("result", False), ("first", True)} <= seen


def test_in_a_result_enter_looks_again_on_a_console_too() -> None:
    context = views.context(MODULES)
    results = [view for _, view in views.every(MODULES) if view.layout == "result"]
    looked = {by_enter_alone(view, context.words("question.tried")) for view in results}
    for view in results:
        left = [card.press for card in view.cards if card.mark == "open"]
        typed, drawn = pressed(view, MODULES)
        assert typed == drawn == (left[0] if left else view.next and view.next.press)
    assert len(looked) > 1


def test_enter_alone_leads_out_of_a_result_once_each_page_was_looked_at(tmp_path: Path) -> None:
    nav = navigator_for(TEA, tmp_path, is_typed=True)
    nav.begin()
    visit = nav.visit
    module = next(each for each in visit.course.modules if len(each.questions) > 1)
    visit.enter(module.id)
    while visit.place.kind != "result":
        question = visit.question
        if question is None or visit.feedback or not question.is_graded:
            visit.next()
            continue
        part = question.next_part(visit.achieved.tries(visit.module, question))
        tried = visit.achieved.tries(visit.module, question)
        answer = right_answer(question, part.key) if tried else other_answers(question, part.key)[0]
        visit.answer(answer)
    nav.go()
    left = [card.press for card in nav.view().cards]
    assert left
    pressed: list[Press] = []
    while visit.place == Place("result", module.id):
        assert len(pressed) <= 2 * len(left), "it goes round"
        enter = choices(nav.view(), nav.context.words).enter
        assert enter is not None
        pressed.append(enter.press)
        nav.press(enter.press)
    assert pressed[: 2 * len(left) : 2] == left
    assert pressed[-1] == Go(Spot.NEXT)
