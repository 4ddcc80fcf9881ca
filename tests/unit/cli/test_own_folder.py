"""In the folder of a course, an author's commands are for that course."""

import shutil
from pathlib import Path

import pytest

from course.cli import main
from tests.paths import BAD
from tests.unit.content.course_edits import change


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    monkeypatch.chdir(folder)
    return folder


def test_a_check_is_of_the_course_that_lies_there(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(here, "en/one.yaml", "why: Drink some of it each day.", "why: Drink some: all of it.")
    assert main(["check"]) == 1
    assert "en/one.yaml" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_a_language_without_a_word_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "language", "es"]) == 0
    assert main(["check"]) == 1
    assert "L01" in capsys.readouterr().out
