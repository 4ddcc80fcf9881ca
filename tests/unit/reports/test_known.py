"""Reports and listings count what is known as the course tells it to the person."""

from pathlib import Path

import msgspec
import pytest

from course.content.kinds.questions import Question, Triage
from course.content.model import Course
from course.learners.counts import Counts
from course.learners.listing import Listing
from course.reports.figures import QuestionFigures
from course.reports.gather import gather
from course.reports.report import report
from course.visit.reception import Reception
from course.visit.visit import Visit
from tests.answers import right_answer
from tests.walks import walked


@pytest.fixture
def whole(tea: Course) -> Course:
    return msgspec.structs.replace(tea, optional=frozenset())


def visited(course: Course, folder: Path, *missed: str) -> Visit:
    """Through all of it, each first answer right but those to the questions named."""

    def rule(question: Question, part: str, number: int) -> str:
        is_missed = question.id in missed and not number
        return "now" if is_missed else right_answer(question, part)

    visit = walked(Reception(lambda _: course, ("en",), folder).begin("en"), rule)
    visit.record.flush()
    return visit


def row(course: Course, folder: Path, question: str) -> QuestionFigures:
    found = report([course], gather(folder, course), Counts(), small=True)
    return next(one for one in found.questions if one.question == question)


def test_known_is_right_at_first_or_by_another_story_later(whole: Course, folder: Path) -> None:
    known = [
        knows
        for missed in ((), ("burn",), ("burn",), ("burn", "drop"))
        for question, knows in visited(whole, folder, *missed).achieved.key_points(whole.modules[0])
        if isinstance(question, Triage)
    ]
    assert known == [True, True, True, False]
    found = row(whole, folder, "burn")
    assert (found.asked, found.right_first, found.safe_first) == (4, 1, 3)
    assert found.known_later == 2
    assert row(whole, folder, "drop").asked == 3
    assert row(whole, folder, "drop").known_later is None


def test_who_was_asked_no_second_story_has_done_all(whole: Course, folder: Path) -> None:
    visited(whole, folder)
    visited(whole, folder, "burn")
    entries = Listing(folder, whole).entries()
    assert [(one.percent, one.finished) for one in entries] == [(100, 3), (100, 3)]


def test_a_second_story_that_is_left_is_left_in_the_report_too(whole: Course, folder: Path) -> None:
    visit = visited(whole, folder)
    reworded = msgspec.structs.replace(
        whole.modules[0].question("burn"), ask="Hot water runs over your hand. It is red."
    )
    questions = tuple(
        reworded if each.id == "burn" else each for each in whole.modules[0].questions
    )
    first = msgspec.structs.replace(whole.modules[0], questions=questions)
    edited = msgspec.structs.replace(whole, modules=(first, *whole.modules[1:]))
    again = Reception(lambda _: edited, ("en",), folder).resume(visit.record.code)
    again.enter("making")
    again.answer("emergency")
    again.record.flush()
    (entry,) = Listing(folder, edited).entries()
    assert entry.finished == 2
    _, modules = Listing(folder, edited).entry(visit.record.code)
    assert {one.module: one.left_at for one in modules}["trying"] == "question:drop"
