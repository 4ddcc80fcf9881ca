"""Whatever a person does, in whatever order: they reach the end, and are told nothing untrue."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from course.content.kinds.questions import Question
from course.content.model import Course
from course.visit.route import FINISH, MAP, Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.answers import right_answer
from tests.courses import a_course
from tests.unit.visit.parts import a_choice, a_module, some_rows
from tests.walks import right, walked

COURSE = a_course(
    a_module(
        "one",
        a_choice("a", sibling="b"),
        some_rows("rows", sibling="three/more"),
        a_choice("b", sibling="two/c"),
    ),
    a_module("two", a_choice("c", sibling="three/d", must_fix=True), a_choice("other")),
    a_module("three", a_choice("d"), some_rows("more"), a_choice("e", must_fix=True)),
)
BEGIN_ANEW, BACK, SHOW = 0, 1, 2


def a_visit(course: Course) -> Visit:
    return Visit(course, LearnerFile.in_memory("en"))


def one_press(visit: Visit, number: int) -> None:
    """One of the things that can be done here."""
    question, modules = visit.question, visit.course.modules
    if number % 7 == BACK:
        visit.back()
    elif visit.place == MAP:
        visit.enter(modules[number % len(modules)].id)
    elif visit.place == FINISH:
        visit.enter(modules[number % len(modules)].id, at_its_end=True)
    elif question is None or visit.feedback:
        if question is not None and number % 7 == SHOW:
            visit.show(question)
        visit.next()
    else:
        part = question.next_part(visit.achieved.tries(visit.module, question))
        offered = question.offered(part.key)
        visit.answer(offered[number % len(offered)].key)


def was_right_at_once(visit: Visit, module: str, question: Question) -> bool | None:
    """By the plain list of answers; None if it was not asked."""
    first: dict[str, str] = {}
    for one in visit.achieved.tries(visit.course.module(module), question):
        first.setdefault(one.choice.partition("=")[0] if "=" in one.choice else "", one.result)
    return all(result == "right" for result in first.values()) if first else None


def known_for_sure(visit: Visit, module: str, question: Question) -> bool:
    """Whether it was right at once, or the one that it names was."""
    at_once = was_right_at_once(visit, module, question)
    if at_once is not False or question.sibling is None:
        return bool(at_once)
    where, slash, name = question.sibling.rpartition("/")
    where = where if slash else module
    return known_for_sure(visit, where, visit.course.module(where).question(name))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 1000), max_size=80))
def test_no_walk_is_blocked_and_no_point_is_known_that_is_not(numbers: Sequence[int]) -> None:
    learner = LearnerFile.in_memory("en")
    visit = Visit(COURSE, learner)
    before, of = Place("map"), 0
    for number in numbers:
        one_press(visit, number)
        if visit.place not in (MAP, FINISH):
            step, count = visit.step
            assert 1 <= step <= count
            assert visit.place.module != before.module or count == of
            of = count
        before = visit.place
        if number % 11 == BEGIN_ANEW:
            visit.record.flush()
            visit = Visit(COURSE, learner)
            assert visit.place == before
    walked(visit, right)
    for module in COURSE.modules:
        for question, known in visit.achieved.key_points(module):
            assert known == known_for_sure(visit, module.id, question)


def test_who_knows_all_is_asked_nothing_twice() -> None:
    visit = a_visit(COURSE)
    walked(visit, right)
    asked = [
        question.id
        for module in COURSE.modules
        for question in module.questions
        if visit.achieved.tries(module, question)
    ]
    assert asked == ["a", "rows", "other", "e"]


def test_who_always_begins_wrong_knows_nothing_at_the_end() -> None:
    def rule(question: Question, part: str, number: int) -> str:
        keys = [each.key for each in question.offered(part)]
        wrong = next(key for key in keys if question.grade(key) == "wrong")
        return right_answer(question, part) if number else wrong

    visit = walked(a_visit(COURSE), rule)
    for module in COURSE.modules:
        points = visit.achieved.key_points(module)
        assert points
        assert not any(known for _, known in points)
