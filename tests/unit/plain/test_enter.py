"""Enter alone leads on: nobody who only presses it goes round, wherever they are caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.kinds.questions import Question
from course.flow.navigator import Navigator
from course.plain.choices import choices
from course.views.model import View
from course.views.press import Go, Pick, Press, Spot
from tests.answers import other_answers, right_answer
from tests.desk import navigator_for
from tests.paths import MODULES, TEA
from tests.unit.plain.way import STEPS

Policy = Callable[[Question, str, int], str]
"""The answer to a part of a question, by how often the question was answered."""


def right(question: Question, part: str, _tries: int) -> str:
    return right_answer(question, part)


def wrong_first(question: Question, part: str, tries: int) -> str:
    return right_answer(question, part) if tries else other_answers(question, part)[0]


def wrong_while_it_lasts(question: Question, part: str, tries: int) -> str:
    return right_answer(question, part) if tries > 5 else other_answers(question, part)[-1]


def answer(nav: Navigator, policy: Policy) -> list[Press]:
    """What answers the question that is asked."""
    visit, question = nav.visit, nav.visit.question
    assert question is not None
    tries = visit.achieved.tries(visit.module, question)
    part = question.next_part(tries).key
    return [Pick(each) for each in policy(question, part, len(tries)).split(",")]


def chosen(nav: Navigator, view: View, policy: Policy) -> list[Press]:
    """What is pressed where Enter alone means nothing."""
    if view.layout == "question":
        return answer(nav, policy)
    assert view.next is not None, view
    return [view.next.press]


@pytest.mark.parametrize("policy", [right, wrong_first, wrong_while_it_lasts])
@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_enter_and_the_answers_lead_to_the_end_and_never_round(
    tmp_path: Path, modules: Path, policy: Policy
) -> None:
    nav = navigator_for(modules, tmp_path, is_typed=True)
    nav.press(Go(Spot.START))
    run: list[View] = []
    for _ in range(STEPS):
        view = nav.view()
        if view.layout == "first":
            return
        enter = choices(view, nav.context.words).enter
        if enter is None:
            run = []
        assert view not in run, "it goes round"
        run.append(view)
        for press in [enter.press] if enter else chosen(nav, view, policy):
            nav.press(press)
    raise AssertionError("the course has no end")


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_enter_leads_out_of_all_that_is_worth_another_look_at_the_end(
    tmp_path: Path, modules: Path
) -> None:
    nav = navigator_for(modules, tmp_path, is_typed=True)
    nav.press(Go(Spot.START))
    while nav.view().layout != "finish":
        view = nav.view()
        enter = choices(view, nav.context.words).enter
        on: list[Press] = [view.next.press] if view.layout == "result" and view.next else []
        for press in on or ([enter.press] if enter else chosen(nav, view, wrong_first)):
            nav.press(press)
    parts = [card.press for card in nav.view().cards]
    assert parts == [Go(Spot.AGAIN), Go(Spot.SHARE)]
    nav.press(parts[0])
    cards = nav.view().cards
    for card in cards:
        nav.press(card.press)
        run: list[View] = []
        while nav.view().layout != "finish":
            assert nav.view() not in run, "it goes round"
            run.append(nav.view())
            enter = choices(nav.view(), nav.context.words).enter
            assert enter is not None
            nav.press(enter.press)
        nav.press(Go(Spot.AGAIN))
        assert nav.view().cards == cards
