"""What visits lose when the course is replaced, said before it is."""

import shutil
from pathlib import Path

import pytest

from progress.learners import LearnerStore
from progress.records import Bookmark
from tests.paths import TEA
from tests.unit.cli.conftest import Run
from tests.unit.progress.samples import answer


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEA, tmp_path / "new"))


def edit(folder: Path, old: str, new: str, file: str = "en/making.yaml") -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def at(data: Path, module: str, page: str) -> None:
    with LearnerStore(data / "learners").create("en").saving() as changes:
        changes.bookmark(Bookmark("page", module, page))


def test_the_same_course_loses_nothing(prolo: Run, new: Path, data: Path) -> None:
    at(data, "making", "hot-water")
    ran = prolo("check", str(new), "--against", str(TEA))
    assert ran.status == 0
    assert "Of 1 visits, 0 were left at a place that is gone" in ran.out


def test_what_is_gone_is_named_and_what_visits_lose_counted(
    prolo: Run, new: Path, data: Path
) -> None:
    at(data, "making", "hot-water")
    at(data, "making", "steeping")
    edit(new, "id: steeping", "id: waiting")
    ran = prolo("check", str(new), "--against", str(TEA))
    assert ran.status == 1
    assert "The page making/steeping is gone. Write under what took its place" in ran.out
    assert "formerly: [steeping]" in ran.out
    assert "Of 2 visits, 1 were left at a place that is gone" in ran.out


def test_what_says_what_it_was_called_is_not_gone(prolo: Run, new: Path, data: Path) -> None:
    at(data, "making", "steeping")
    edit(new, "id: steeping", "id: waiting\n    formerly: [steeping]")
    ran = prolo("check", str(new), "--against", str(TEA))
    assert (ran.status, ran.out.count("is gone")) == (0, 1), ran.out
    assert "0 were left at a place that is gone" in ran.out


def test_answers_to_a_question_that_is_gone_are_counted(prolo: Run, new: Path, data: Path) -> None:
    with LearnerStore(data / "learners").create("en").saving() as changes:
        changes.answer(answer())
    ran = prolo("check", str(new), "--against", str(TEA))
    assert ran.status == 1
    assert "1 hold answers to questions that are gone" in ran.out


def test_where_no_visits_are_that_is_said(prolo: Run, new: Path, data: Path) -> None:
    ran = prolo("check", str(new), "--against", str(TEA))
    assert ran.status == 0
    assert f"No visits were looked at: there is no folder {data / 'learners'}" in ran.err


def test_an_older_course_that_is_not_there_is_said_to_be_so(prolo: Run, new: Path) -> None:
    ran = prolo("check", str(new), "--against", str(new / "none"))
    assert (ran.status, ran.out) == (2, "")
    assert "Give --against the older course" in ran.err


@pytest.mark.parametrize(
    ("old", "instead", "kind"),
    [
        ("id: steeping", "id: steeping\n    formerly: [hot-water]", "page"),
        ("id: steeping", "id: steeping\n    formerly: [once, once]", "page"),
        ("  - id: cold-water\n", "  - id: cold-water\n    formerly: [burn]\n", "question"),
        ("id: making\n", "id: making\nformerly: [keeping]\n", "module"),
    ],
)
def test_a_former_name_that_another_one_has_is_a_fault(
    old: str, instead: str, kind: str, prolo: Run, new: Path
) -> None:
    edit(new, old, instead)
    ran = prolo("check", str(new))
    assert ran.status == 1
    assert f"F05 There is a {kind} " in ran.out
    assert "already." in ran.out
