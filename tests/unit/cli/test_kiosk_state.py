"""`prolo kiosk pause`, `resume` and `status`: a kiosk from the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.cli import main
from course.kiosk.log import Log
from course.kiosk.settings import Settings
from progress.learners import LearnerStore

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="a kiosk runs on Linux alone")


def asked(folder: Path, *words: str) -> int:
    return main(["--data-dir", str(folder), "kiosk", *words])


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert asked(folder, "status", "--json") == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_pause_is_kept_until_it_is_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not told(tmp_path, capsys)["paused"]
    assert asked(tmp_path, "pause") == 0
    assert "as soon as nobody is there" in capsys.readouterr().out
    assert told(tmp_path, capsys)["paused"]
    assert asked(tmp_path, "pause") == 0
    assert "already" in capsys.readouterr().out
    assert asked(tmp_path, "resume") == 0
    capsys.readouterr()
    assert not told(tmp_path, capsys)["paused"]
    assert asked(tmp_path, "resume") == 0
    assert "not out of order" in capsys.readouterr().out


def test_the_state_in_lines_and_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = LearnerStore(tmp_path / "learners").create("en").code
    Log(Settings(tmp_path).log).error("crash", ValueError(code))
    assert asked(tmp_path, "status") == 0
    lines = capsys.readouterr().out
    for words in ("state         open", "visits kept   1", "ValueError"):
        assert words in lines
    found = told(tmp_path, capsys)
    assert (found["paused"], found["visits"], found["modules_new"]) == (False, 1, [])
    assert code not in lines + str(found)


@pytest.mark.parametrize("action", ["pause", "resume", "status"])
def test_where_there_is_no_data_folder_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], action: str
) -> None:
    assert asked(tmp_path / "nowhere", action) == 2
    assert f"There is no folder {tmp_path / 'nowhere'}" in capsys.readouterr().err


def test_what_cannot_be_kept_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("course.durable.write", full)
    assert asked(tmp_path, "pause") == 2
    assert "No space left on device" in capsys.readouterr().err
