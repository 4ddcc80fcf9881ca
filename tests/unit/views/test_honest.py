"""What is said to an answer gives nothing away, and what is said at an end is so."""

from __future__ import annotations

import pytest

from course.content import loader
from course.content.kinds.questions import Question
from course.views import overview
from course.views.context import Context
from course.views.feedback import feedback_view
from course.views.lesson import lesson_view
from course.views.model import Box, Heading, Plain, View, told
from course.views.press import Go, Pick, Spot
from course.views.result import again_view
from course.visit.route import FINISH, MAP, Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.answers import other_answers, right_answer
from tests.asked import bring_to
from tests.courses import a_course
from tests.desk import context_of
from tests.paths import TEA
from tests.unit.visit.parts import a_choice, a_module, some_rows

COURSE = loader.load(TEA)
CONTEXT = context_of(COURSE)
ASKED = [
    (module.id, question)
    for module in COURSE.modules
    for question in module.questions
    if question.is_graded and question.form != "parts"
]
TOLD_AT_ONCE = ("choice",)
"""Kinds with a reason for each wrong answer, which its author words."""


def tried(module: str, question: Question, answer: str) -> Visit:
    """A visit that shows what is said to the first try at a question."""
    visit = Visit(COURSE, LearnerFile.in_memory("en"))
    on_page = (
        page.id
        for page in COURSE.module(module).pages
        if page.check and page.check.question == question.id
    )
    page = next(on_page, "")
    bring_to(visit, Place("page", module, page) if page else Place("question", module, question.id))
    visit.answer(answer)
    return visit


@pytest.mark.parametrize(("module", "question"), ASKED, ids=lambda each: getattr(each, "id", each))
def test_what_is_said_to_a_first_wrong_try_tells_no_answer(module: str, question: Question) -> None:
    for answer in other_answers(question):
        if question.grade(answer) != "wrong":
            continue
        view = feedback_view(tried(module, question, answer), question, CONTEXT)
        right = right_answer(question)
        said = str(view.blocks)
        if question.kind not in TOLD_AT_ONCE:
            assert not question.reason(right) or question.reason(right)[:20] not in said
        assert not any(isinstance(block, Box | Heading) for block in view.blocks)
        assert all(str(text) not in said for text in question.solution().texts)
        assert view.next is not None
        assert view.next.label == CONTEXT.words("button.try_again")


def walk() -> tuple[Visit, Context]:
    rows = some_rows("tea", sibling="two/again")
    course = a_course(
        a_module("one", rows, a_choice("first", must_fix=True)),
        a_module("two", some_rows("again"), a_choice("second")),
    )
    return Visit(course, LearnerFile.in_memory("en")), context_of(course)


def answer(visit: Visit, number: int) -> None:
    while visit.question is None or visit.feedback:
        visit.next()
    question = visit.question
    part = question.next_part(visit.achieved.tries(visit.module, question))
    visit.answer(question.offered(part.key)[number].key)


def shown(visit: Visit, context: Context) -> View:
    return lesson_view(visit, context)


def test_a_row_to_be_put_right_comes_again_and_tells_nothing_until_it_is() -> None:
    visit, context = walk()
    visit.enter("one")
    answer(visit, 0)
    answer(visit, 0)
    view = shown(visit, context)
    assert view.verdict is not None
    assert view.verdict.text == context.words("verdict.must_fix")
    assert "It is good" not in str(view.blocks)
    assert context.words("feedback.answer") not in str(view.blocks)
    assert view.next is not None
    assert view.next.label == context.words("button.try_again")
    visit.next()
    asked = shown(visit, context)
    assert context.words("question.once_more") in str(asked.asked)
    assert "Think." in str(asked.hints)
    answer(visit, 1)
    right = shown(visit, context)
    assert "It is good" in str(right.blocks)
    assert right.next is not None
    assert right.next.label == context.words("button.next")


def test_an_option_to_be_put_right_is_never_told() -> None:
    visit, context = walk()
    visit.enter("one")
    for number in (0, 1, 0, 2, 0):
        answer(visit, number)
    view = shown(visit, context)
    assert view.verdict is not None
    assert view.verdict.text == context.words("verdict.must_fix")
    assert "Boiling" not in str(told(view))
    answer(visit, 1)
    visit.next()
    assert visit.place.kind == "result"


def test_the_result_says_what_to_look_at_again_before_what_is_sure() -> None:
    visit, context = walk()
    visit.enter("one")
    for number in (0, 1, 2, 1):
        answer(visit, number)
    visit.next()
    view = shown(visit, context)
    assert view.title == context.words("result.again")
    assert [(card.text, card.press) for card in view.cards] == [("Hot one", Pick("first"))]
    assert not any(character.isdigit() for character in str(told(view)))


def test_the_result_says_which_part_comes_next_and_that_what_was_missed_can_wait() -> None:
    for numbers, missed in (((0, 1, 1), False), ((0, 1, 2, 1), True)):
        visit, context = walk()
        visit.enter("one")
        for number in numbers:
            answer(visit, number)
        visit.next()
        view = shown(visit, context)
        assert view.layout == "result"
        part = context.course.module("two").title
        assert context.words("result.next", part=part) in view.onward
        assert (context.words("result.can_wait") in view.onward) == missed
        assert [card.about for card in view.cards] == [
            (visit.module.question("first").ask,)
        ] * missed


@pytest.mark.parametrize(
    ("first", "then"),
    [(("one", (0, 1, 0, 1)), ("two", (1,))), (("two", (1,)), ("one", (0, 0, 1, 1)))],
)
def test_a_part_that_was_gone_through_is_never_told_to_come_next(
    first: tuple[str, tuple[int, ...]], then: tuple[str, tuple[int, ...]]
) -> None:
    visit, context = walk()
    for module, numbers in (first, then):
        visit.enter(module)
        for number in numbers:
            answer(visit, number)
        visit.next()
    view = shown(visit, context)
    assert view.layout == "result"
    assert context.course.module(first[0]).title not in view.onward


def test_no_part_comes_next_at_its_own_end() -> None:
    visit = tried("making", COURSE.module("making").question("burn"), "emergency")
    visit.go(Place("result", "making"))
    upcoming = visit.achieved.upcoming
    assert upcoming is not None
    assert upcoming.id == "making"
    assert upcoming.title not in lesson_view(visit, CONTEXT).onward


def test_a_safe_choice_is_said_to_be_one_where_it_is_worth_another_look() -> None:
    making = COURSE.module("making")
    visit = tried("making", making.question("burn"), "emergency")
    visit.go(Place("result", "making"))
    (card,) = lesson_view(visit, CONTEXT).cards
    assert (card.press, card.status) == (Pick("burn"), CONTEXT.words("result.was_safe"))


def test_the_map_tells_of_a_question_that_came_back_and_takes_nothing_away() -> None:
    visit, context = walk()
    for module, numbers in (("two", (1,)), ("one", (0, 0, 1, 1))):
        visit.enter(module)
        for number in numbers:
            answer(visit, number)
        visit.next()
    visit.go(MAP)
    view = overview.way_view(visit, context)
    assert [card.status for card in view.cards] == ["Done", "1 more question"]
    assert view.step == (2, 2)
    assert view.said == "2 of 2 done"
    assert view.next is not None
    assert view.next.label == context.words("button.go_on")


def test_the_end_leads_to_the_parts_that_are_worth_another_look() -> None:
    visit, context = walk()
    for module, numbers in (("one", (0, 1, 0, 1)), ("two", (1,))):
        visit.enter(module)
        for number in numbers:
            answer(visit, number)
        visit.next()
    visit.go(FINISH)
    finish = overview.finish_view(visit, context)
    assert [card.press for card in finish.cards] == [Go(Spot.AGAIN), Go(Spot.SHARE)]
    (part,) = again_view(visit, context).cards
    assert (part.press, part.about) == (Pick("one"), ("Hot one",))
    assert finish.cards[0].about == (context.course.module("one").title,)
    assert Plain(context.words("finish.sure"), strong=True) not in finish.blocks
