"""What comes from outside is plain text wherever an error names it."""

from __future__ import annotations

import pytest

from course.errors import ContentError, CourseError, Problem, UsageError, visible

HOSTILE = [
    "\x1b]0;owned\x07",
    "\x1b[2J",
    "\x9b31m",
    "a\u202etxt.exe",
    "a\u200bb",
    "a\u3164b",
    "a\ufe0fb",
    "a\u180bb",
    "a\u17b4b",
    "a\ue000b",
    "a\udcffb",
    "a\u2028b",
    "a\U000e0041b",
    "a\U000f0000b",
]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_name_moves_no_cursor_and_hides_nothing(name: str) -> None:
    problem = Problem(name, 1, 1, f"There is {name}.", f"Mend {name}.")
    for told in (
        str(problem),
        problem.file,
        str(ContentError([problem])),
        str(UsageError(f"There is no file {name}.")),
        str(CourseError(name)),
    ):
        assert "\ufffd" in told
        assert told.replace("\ufffd", "").isprintable()


def test_a_problem_is_one_line() -> None:
    told = str(Problem("a\nb.yaml", 1, 1, "one\ntwo", "three\tfour"))
    assert told == "a b.yaml:1:1: one two three four"


def test_every_problem_has_its_line() -> None:
    found = [Problem("b.yaml", 2, 1, "What.", "Cure."), Problem("a.yaml", 1, 1, "What.", "Cure.")]
    assert str(ContentError(found)).splitlines() == [str(each) for each in sorted(found)]


@pytest.mark.parametrize("text", ["Año nuevo", "50 µg “so”", "日本語", "e\u0301", "línea\nlínea"])
def test_what_can_be_read_stays(text: str) -> None:
    assert visible(text) == text
