"""What an answer says in a report, whatever the kind of its question."""

import pytest

from course.content.model import Course
from course.reports.wordings import GONE, Wordings
from tests.answers import other_answers, right_answer


@pytest.mark.parametrize(
    ("module", "question", "said"),
    [
        ("making", "cold-water", "Fill the kettle with fresh water"),
        ("making", "burn", "Rest at home"),
        ("making", "child", "Call emergency"),
        ("trying", "with-green-tea", "0 to 20 of 100 people [mmol]"),
        (
            "trying",
            "first-to-last",
            "Boil the water, then Pour it over the leaves, then Wait three minutes, then Take the "
            "leaves out",
        ),
    ],
)
def test_a_right_answer_in_words(tea: Course, module: str, question: str, said: str) -> None:
    asked = tea.module(module).question(question)
    assert Wordings([tea]).chosen(right_answer(asked)) == said


def test_a_part_is_named_and_what_was_said_of_it(tea: Course) -> None:
    pairs = tea.module("trying").question("how-long")
    first, _, _ = pairs.parts
    wordings = Wordings([tea])
    items = [item for item in wordings.items(tea) if item.question == pairs.id]
    assert [wordings.of(item).statement for item in items] == [
        "Green tea",
        "White tea",
        "Black tea",
    ]
    assert wordings.chosen(other_answers(pairs, first.key)[0]) == "3 minutes"


def test_what_is_not_in_the_course_any_more_says_so(tea: Course) -> None:
    wordings = Wordings([tea])
    assert wordings.chosen("00000000") == GONE
    assert wordings.chosen("00000000=unsure") == "Not sure"
