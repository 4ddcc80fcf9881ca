"""Nobody who goes through the shipped course is told that they know what they do not."""

from __future__ import annotations

import msgspec
import pytest

from course import locations
from course.content import loader
from course.content.kinds.questions import Question, Triage
from course.content.model import Course
from course.views.overview import finish_view
from course.views.press import Go, Spot
from course.views.result import again_view, result_view
from course.visit.route import FINISH
from course.visit.visit import Visit
from tests.answers import right_answer
from tests.desk import context_of
from tests.walks import Rule, begun, least_at_first, right, walked, wrong_at_first

SIGNS = sorted(loader.load(locations.find().modules).triage)


@pytest.fixture(scope="module")
def whole(course: Course) -> Course:
    """The course without the parts that may be left out: all of them are gone through."""
    return msgspec.structs.replace(course, optional=frozenset())


def known_points(visit: Visit) -> list[str]:
    return [
        f"{module.id}/{question.id}"
        for module in visit.course.modules
        for question, known in visit.achieved.key_points(module)
        if known
    ]


def stories(visit: Visit, sign: str) -> list[tuple[str, Question]]:
    """Those of a sign, in the order of the course, that were answered."""
    return [
        (module.id, question)
        for module in visit.course.modules
        for question in module.questions
        if isinstance(question, Triage)
        and question.sign == sign
        and visit.achieved.tries(module, question)
    ]


def own_place_for(course: Course, sign: str) -> str:
    """A place of the body after whose shots a sign may come."""
    after = course.triage[sign].after
    return "knee" if after == "any" else after[0]


@pytest.mark.parametrize("own_place", ["", "knee", "neck", "back"])
@pytest.mark.parametrize("rule", [wrong_at_first, least_at_first])
def test_the_worst_walk_reaches_the_end_and_knows_nothing(
    whole: Course, rule: Rule, own_place: str
) -> None:
    visit = walked(begun(whole), rule, own_place)
    assert known_points(visit) == []
    context = context_of(whole)
    for module in whole.modules:
        visit.enter(module.id, at_its_end=True)
        result = result_view(visit, context)
        assert result.title == context.words("result.again")
        assert context.words("result.sure") not in str(result.blocks)
    visit.go_on()
    assert visit.place == FINISH
    assert [card.press for card in finish_view(visit, context).cards] == [
        Go(Spot.AGAIN),
        Go(Spot.SHARE),
    ]
    titles = [module.title for module in whole.modules]
    assert [card.text for card in again_view(visit, context).cards] == titles
    assert context.words("finish.sure") not in str(finish_view(visit, context).blocks)


def test_who_has_picked_no_place_is_asked_of_every_sign_that_may_come_after_any_shot(
    whole: Course,
) -> None:
    visit = walked(begun(whole), right)
    told = {
        question.sign
        for module in whole.modules
        for question in module.questions
        if isinstance(question, Triage) and whole.triage[question.sign].after == "any"
    }
    assert "infection" in told
    assert [sign for sign in sorted(told) if not stories(visit, sign)] == []


def test_who_has_all_right_at_once_is_sure_of_all(whole: Course) -> None:
    visit = walked(begun(whole), right)
    context = context_of(whole)
    for module in whole.modules:
        visit.enter(module.id, at_its_end=True)
        assert result_view(visit, context).cards == ()
    visit.go_on()
    assert visit.place == FINISH
    finish = finish_view(visit, context)
    assert [card.press for card in finish.cards] == [Go(Spot.SHARE)]
    assert context.words("finish.sure") in str(finish.blocks)


def in_words_of_a_sign(sign: str, first: str) -> Rule:
    def rule(question: Question, part: str, number: int) -> str:
        if isinstance(question, Triage) and question.sign == sign and not number:
            return first
        return right_answer(question, part)

    return rule


@pytest.mark.parametrize("level", ["emergency", "now", "today", "home"])
@pytest.mark.parametrize("sign", SIGNS)
def test_always_the_same_answer_to_a_sign_is_not_known(
    whole: Course, sign: str, level: str
) -> None:
    rule = in_words_of_a_sign(sign, level)
    visit = walked(begun(whole), rule, own_place_for(whole, sign))
    asked = stories(visit, sign)
    needed = whole.triage[sign].level
    points = dict.fromkeys(known_points(visit))
    for module, question in asked:
        if question.key_point:
            assert (f"{module}/{question.id}" in points) == (level == needed)
    if level == needed:
        assert len(asked) <= 1


def right_from_the_second_story_on(sign: str, missed: list[str]) -> Rule:
    def rule(question: Question, part: str, number: int) -> str:
        if isinstance(question, Triage) and question.sign == sign:
            if not missed:
                missed.append(question.id)
            if question.id in missed and not number:
                levels = [each.key for each in question.offered()]
                return next(each for each in levels if question.grade(each) != "right")
        return right_answer(question, part)

    return rule


@pytest.mark.parametrize("sign", SIGNS)
def test_another_story_of_a_sign_makes_it_known(whole: Course, sign: str) -> None:
    every = [
        question
        for module in whole.modules
        for question in module.questions
        if isinstance(question, Triage) and question.sign == sign
    ]
    rule = right_from_the_second_story_on(sign, [])
    visit = walked(begun(whole), rule, own_place_for(whole, sign))
    asked = stories(visit, sign)
    assert [question for _, question in asked] == every[:2]
    points = known_points(visit)
    for module, question in asked:
        if question.key_point:
            assert (f"{module}/{question.id}" in points) == (len(every) > 1)
