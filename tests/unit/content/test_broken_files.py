"""Each broken course says which fault it has, where, and what to do, and has no other."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.checks.fit import RULE
from course.content.checks.rule import RULES
from course.errors import ContentError
from course.ui.fit import too_high
from tests.languages import speaking
from tests.paths import BAD
from tests.unit.content.broken_courses import FAULTS, Fault
from tests.unit.content.course_edits import TODAY

TOLD_TWICE = {"merge-bomb"}
"""Two of its names for copies are told before the first copy ends the reading."""
STOPPING = {
    "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F15", "F18", "L01", "L02",
    "L03", "L06", "L07", "Q01", "Q02", "Q03", "Q04", "Q05", "Q11", "Q12", "S01", "S02", "S03",
    "X05",
}  # fmt: skip
"""Rules that a course must keep to be opened; all others are advice to its author."""


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    speaking(monkeypatch, "en", "es", "xh")


def test_every_fault_has_a_name_of_its_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


def test_every_whole_file_is_expected() -> None:
    there = {path.stem for path in (BAD / "whole").iterdir()}
    assert there == {fault.name for fault in FAULTS if fault.is_whole}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_broken_course_says_its_fault_and_no_other(fault: Fault, sound: Path) -> None:
    fault.break_course(sound)

    measure = too_high if fault.code == RULE.code else None
    problems = loader.examine(sound, TODAY, measure).problems

    code, first = fault.code, problems[0]
    assert f"{first.code} {first}".startswith(fault.says)
    assert first.severity == RULES[code].severity
    assert [problem.code for problem in problems] == [code] * (1 + (fault.name in TOLD_TWICE))
    assert all(problem.cure and "\n" not in str(problem) for problem in problems)
    is_of_translation = bool(fault.language) and first.file.startswith(f"{fault.language}/")
    if code in STOPPING and is_of_translation:
        # The module is told in the original; the others stay.
        course = loader.load(sound, fault.language)
        assert course.untranslated == {first.file.split("/")[1].removesuffix(".yaml")}
    elif code in STOPPING:
        with pytest.raises(ContentError) as caught:
            loader.load(sound, fault.language or None)
        assert caught.value.problems == problems
    else:
        assert loader.load(sound, fault.language or None)
