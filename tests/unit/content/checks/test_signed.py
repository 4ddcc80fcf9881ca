"""What was signed is what stands there, or the check says where it is not."""

import datetime
from pathlib import Path

import pytest

from course.content import loader
from course.content.review import record
from tests.unit.content.course_edits import change
from tests.unit.content.review.conftest import sign, tea

__all__ = ["tea"]
TODAY = datetime.date(2026, 11, 22)


def found(folder: Path, today: datetime.date = TODAY) -> list[str]:
    return [str(each) for each in loader.check(folder, today)]


def test_what_is_signed_is_well_and_the_course_says_by_whom(tea: Path) -> None:
    sign(tea)
    assert found(tea) == []
    course = loader.load(tea)
    assert (course.review.by, course.review.role) == ("Ada Wells", "Physician")
    assert not course.changed


@pytest.mark.parametrize(
    ("file", "old", "new", "item", "at"),
    [
        ("triage.yaml", "level: emergency", "level: today", "triage/child-burn", "triage.yaml:"),
        ("course.yaml", '"112"', '"911"', "course", "course.yaml:"),
        ("en/making.yaml", "goal: ", "goal: Do not ", "making", "en/making.yaml:1:1:"),
        ("glossary/en.yaml", "says: ", "says: Not ", "glossary/", "glossary/en.yaml:"),
    ],
)
def test_an_edit_after_the_signature_is_an_error_where_it_stands(
    tea: Path, file: str, old: str, new: str, item: str, at: str
) -> None:
    sign(tea)
    change(tea, file, old, new)
    (problem,) = (each for each in found(tea) if "signed on" in each)
    assert problem.startswith(at)
    assert item in problem
    assert "Ada Wells signed on 2026-11-20" in problem
    assert "prolo review approve" in problem
    course = loader.load(tea)
    assert course.changed
    assert course.review.by == "Ada Wells"


def test_a_page_is_named_at_its_line_and_one_that_is_gone_at_the_signature(tea: Path) -> None:
    sign(tea)
    change(tea, "en/making.yaml", "  - id: try-it\n", "  - id: try-this\n")
    problems = [each for each in found(tea) if "signed on" in each]
    gone, new = sorted(each for each in problems if "try-" in each)
    assert new.startswith("review/en.yaml:")
    assert '"making/try-it", which' in new
    assert gone.startswith("en/making.yaml:")
    assert '"making/try-this" is not among' in gone


def test_words_of_the_interface_are_signed_too(tea: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from course import language

    sign(tea)
    table = dict(language.load("en").table) | {"level.emergency": "Call your aunt"}
    monkeypatch.setattr(language, "load", lambda name: language.Words(name, table))
    (problem,) = found(tea)
    assert "words/level" in problem


def test_a_signature_past_its_day_is_an_error(tea: Path) -> None:
    sign(tea)
    (over,) = found(tea, datetime.date(2028, 1, 1))
    assert "to be reviewed again by 2027-11-20" in over
    (early,) = found(tea, datetime.date(2026, 11, 1))
    assert "has not come yet" in early


def test_kept_words_that_were_edited_are_an_error(tea: Path) -> None:
    sign(tea)
    change(tea, record.words_of("en"), "right: true", "right: false")
    (problem,) = found(tea)
    assert problem.startswith("review/en.yaml:")
    assert "does not hold the words that were signed" in problem


def test_a_signature_that_cannot_be_read_is_an_error_and_the_course_opens(tea: Path) -> None:
    sign(tea)
    change(tea, record.file_of("en"), "signed:", "signd:")
    assert any(each.startswith("review/en.yaml:") for each in found(tea))
    assert loader.load(tea).review.by is None


def test_a_name_written_by_hand_is_no_signature(tea: Path) -> None:
    old = "review: {by: null, role: null, on: null, next: null}"
    new = "review: {by: Ada, role: Nurse, on: 2026-11-20, next: 2027-11-20}"
    change(tea, "course.yaml", old, new)
    (problem,) = found(tea)
    assert problem.startswith("course.yaml:")
    assert "prolo review sign" in problem
    assert loader.load(tea).review.by is None


def test_it_cannot_be_silenced(tea: Path) -> None:
    sign(tea)
    change(tea, "triage.yaml", "level: emergency", "level: today")
    entry = "- {file: triage.yaml, code: W07, reason: It is well known.}\n"
    (tea / "silenced.yaml").write_text(entry, encoding="utf-8")
    assert any("signed on" in each for each in found(tea))
    told = [str(each) for each in loader.findings(tea, TODAY)]
    assert any("W07 cannot be silenced" in each for each in told)


def test_nobody_has_signed_is_known_of_each_language(tea: Path) -> None:
    assert loader.examine(tea, TODAY).unsigned == ("en",)
    sign(tea)
    assert loader.examine(tea, TODAY).unsigned == ()
