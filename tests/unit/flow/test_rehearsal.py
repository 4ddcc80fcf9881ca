"""All that can be seen at a place is found by pressing, on whosever way it is."""

import shutil
from pathlib import Path

from course.clinic import Clinic
from course.content.compiled import Edition, Library
from course.content.kinds.questions import Choice, Order
from course.flow import rehearsal
from course.views.model import View
from course.visit.route import Place
from tests.paths import TEA
from tests.unit.content.course_edits import change


def seen(edition: Edition, module: str, question: str) -> list[View]:
    place = Place("question", module, question)
    return [each.view for each in rehearsal.at(edition, Clinic(), place)]


def tea(folder: Path = TEA) -> Edition:
    return Library(folder, None).edition()


def test_what_is_said_to_each_answer_is_seen_at_both_tries() -> None:
    edition = tea()
    question = edition.course.module("making").question("cold-water")
    assert isinstance(question, Choice)
    place = Place("page", "making", "try-it")
    views = [each.view for each in rehearsal.at(edition, Clinic(), place)]
    told = [(v.verdict.chose[0], v.next.label) for v in views if v.verdict and v.next]
    wrong = [option.text for option in question.options if not option.right]
    again = edition.words("button.try_again")
    assert {chose for chose, _ in told} == {option.text for option in question.options}
    assert {chose for chose, on in told if on == again} == {*wrong}
    assert {chose for chose, on in told if on != again} >= {*wrong}
    assert any(view.hints for view in views if view.layout == "question")


def test_each_step_comes_to_be_the_first_that_is_out_of_place() -> None:
    edition = tea()
    question = edition.course.module("trying").question("first-to-last")
    assert isinstance(question, Order)
    views = seen(edition, "trying", "first-to-last")
    orders = {view.verdict.chose for view in views if view.verdict}
    right = tuple(step.text for step in question.steps)
    first_wrong = {
        next(a for a, b in zip(o, right, strict=True) if a != b) for o in orders - {right}
    }
    assert right in orders
    assert first_wrong == {*right[1:]}


def test_a_question_that_waits_for_a_missed_point_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    shutil.copytree(TEA, folder)
    change(folder, "en/making.yaml", "  - id: burn\n", "  - id: burn\n    sibling: child\n")
    change(folder, "en/making.yaml", "  - id: child\n", "  - id: child\n    key_point: true\n")
    assert any(view.layout == "question" for view in seen(tea(folder), "making", "child"))


def test_there_is_nothing_to_see_where_no_place_is() -> None:
    assert seen(tea(), "making", "nowhere") == []


def test_all_of_a_course_is_gone_through_to_its_end() -> None:
    edition = tea()
    words = edition.words
    for wrong in (False, True):
        views = [each.view for each in rehearsal.through(edition, Clinic(), wrong=wrong)]
        # All other parts of this course are optional, so that the way leads to the first one only.
        parts = ["way", "result"] + ["result"] * (len(edition.course.modules) - 1)
        assert [view.layout for view in views[: len(parts)]] == parts
        told = [words(f"{name}.title") for name in ("finish", "signs")]
        assert [view.title for view in views[len(parts) :]] == [
            told[0],
            words("ending.messages"),
            told[1],
            words("handout.title"),
        ]
