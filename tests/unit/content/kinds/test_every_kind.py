"""What holds for every kind of question and of figure."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from course import language
from course.content import loader
from course.content.kinds.figures import Figure
from course.content.kinds.questions import Question
from course.content.kinds.questions.question import QuestionKind
from course.content.kinds.said import Said
from tests.answers import other_answers, right_answer
from tests.paths import TEA

WORDS = language.load("en")
KINDS = (*get_args(Question), *get_args(Figure))
ASKED = [question for module in loader.load(TEA).modules for question in module.questions]
GRADED = [question for question in ASKED if question.is_graded]


def is_there(said: Said) -> bool:
    return bool(said) if isinstance(said, str) else bool(WORDS(said.name, number="", **said.values))


def test_no_other_room_goes_through_the_kinds() -> None:
    names = {kind.__name__ for kind in KINDS}
    course = Path(language.__file__).parents[1]
    kinds = course / "content" / "kinds"
    rooms = [each for each in course.rglob("*.py") if not each.is_relative_to(kinds)]
    found = [
        f"{path}:{node.cls.lineno}"
        for path in rooms
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.MatchClass) and ast.unparse(node.cls) in names
    ]
    assert rooms
    assert found == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_it_answers_all_that_is_asked_of_it(kind: type) -> None:
    missing = [
        name for name in dir(kind) if getattr(getattr(kind, name), "__isabstractmethod__", False)
    ]
    assert missing == []


@pytest.mark.parametrize("kind", get_args(Question), ids=lambda kind: kind.__name__)
def test_its_lists_have_the_keys_that_it_names(kind: type[QuestionKind]) -> None:
    assert all(hasattr(kind, listed) for listed, _ in kind.distinct)
    assert all(is_there(word) for word in kind.words.values())


@pytest.mark.parametrize("question", GRADED, ids=lambda question: question.id)
def test_every_answer_is_graded_told_and_named(question: Question) -> None:
    for part in question.parts:
        for answer in (right_answer(question, part.key), *other_answers(question, part.key)):
            assert question.grade(answer) in question.results
            assert question.reason(answer) or question.wrong_harms
            assert all(map(is_there, question.chosen(answer)))
            assert question.part_of(answer) == part
    for other in ("", "=", "00000000", "00000000=yes", "a,b"):
        for take in (question.grade, question.reason, question.chosen):
            with pytest.raises(KeyError):
                take(other)


@pytest.mark.parametrize("question", GRADED, ids=lambda question: question.id)
def test_what_is_offered_is_the_same_at_every_visit_in_some_order(question: Question) -> None:
    for part in question.parts:
        offered = question.offered(part.key)
        for visit in ("482719360", "482719361"):
            shown = question.arranged(visit, part.key)
            assert sorted(each.key for each in shown) == sorted(each.key for each in offered)
            assert shown == question.arranged(visit, part.key)
            if question.form == "order":
                assert shown != offered


@pytest.mark.parametrize("question", GRADED, ids=lambda question: question.id)
def test_the_solution_is_what_the_right_answer_reads_as(question: Question) -> None:
    for part in question.parts:
        solution = question.solution(part.key)
        chosen = question.chosen(right_answer(question, part.key))
        assert solution.texts == chosen or (question.wrong_harms and not solution.texts)
