"""What is only for the visit, in plain lines: a question in own words, the day, and paper."""

import io
from pathlib import Path

import pytest

from course import printing
from course.flow.navigator import Navigator
from course.plain.console import Console
from course.plain.course import PlainCourse
from course.printing import Printer
from course.views.press import Go, Spot
from tests.desk import navigator_for
from tests.fake_cups import Cups
from tests.paths import MODULES
from tests.unit.flow.walking import begun


@pytest.fixture
def navigator(tmp_path: Path) -> Navigator:
    """At what goes home."""
    found = begun(navigator_for(MODULES, tmp_path / "learners", is_typed=True))
    for spot in (Spot.NEXT, Spot.HELP, Spot.TAKE):
        found.press(Go(spot))
    return found


def heard(navigator: Navigator, *typed: str) -> str:
    """What is told to somebody who types these lines, by spaces alone."""
    said = io.StringIO()
    PlainCourse(navigator, Console(io.StringIO("\n".join(typed) + "\n"), said)).run()
    return " ".join(said.getvalue().split())


def test_a_line_is_a_question_and_another_one_takes_its_place(navigator: Navigator) -> None:
    told = heard(navigator, "4", "1", "Can my wife see the MRI?", "2", "Can I swim?", "1")
    assert "1: Can my wife see the MRI? 2: Change my own words" in told
    assert "1: Can I swim? (your number 1)" in told


def test_an_empty_line_leaves_it_as_it_was(navigator: Navigator) -> None:
    navigator.visit.for_now.question = "Can I swim?"
    heard(navigator, "4", "2", "")
    assert navigator.visit.for_now.question == "Can I swim?"


def test_what_no_key_writes_is_left_out(navigator: Navigator) -> None:
    heard(navigator, "4", "1", "Is \x1b[31m it {safe} <b>?")
    assert navigator.visit.for_now.question == "Is 31m it safe b?"


def test_a_question_that_is_too_long_is_not_cut_without_a_word(navigator: Navigator) -> None:
    long = "Can I go on a long walk " * 6
    told = heard(navigator, "4", "1", long, "Can I walk far?")
    assert "longer than 100 letters" in told
    assert navigator.visit.for_now.question == "Can I walk far?"


def test_nor_is_it_at_the_second_try(navigator: Navigator) -> None:
    long = "Can I go on a long walk " * 6
    told = heard(navigator, "4", "1", long, f"Tell me: {long}", "Can I walk far?")
    assert told.count("longer than 100 letters") == 2
    assert navigator.visit.for_now.question == "Can I walk far?"


def test_an_empty_line_takes_what_there_was_room_for(navigator: Navigator) -> None:
    long = "Can I go on a long walk " * 6
    heard(navigator, "4", "1", long, long, "")
    assert navigator.visit.for_now.question == long[:100].strip()


def test_input_that_ends_there_ends_the_course(navigator: Navigator) -> None:
    assert "longer than 100 letters" in heard(navigator, "4", "1", "Can I go on a long walk " * 6)


def test_the_day_is_chosen_by_two_numbers(navigator: Navigator) -> None:
    told = heard(navigator, "5", "3", "1")
    assert navigator.visit.for_now.appointment is not None
    assert "5: The day of my visit (Monday, " in told


def test_what_became_of_the_paper_is_told_once(
    navigator: Navigator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    cups = Cups(tmp_path, monkeypatch)
    navigator.printer = Printer("Q")
    navigator.shown.forget()
    told = heard(navigator, "2", "1", "0")
    assert "Other people may see it there" in told
    assert "Your paper is printed." in told
    assert "on its way" not in told
    assert len(cups.pages) == 1
