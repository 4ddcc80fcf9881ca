"""What node_exporter is told: numbers, in its own form, and nothing of a person."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from course.cli import main
from course.fleet.state import State, Telling
from course.kiosk.answering import Answering
from course.kiosk.log import Log
from course.kiosk.owner import NAME, sole_owner
from course.kiosk.settings import Settings
from progress.learners import LearnerStore

pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="a kiosk runs on Linux alone")
LINE = re.compile(r'prolo_kiosk_[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? -?[0-9]+')


def told(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert main(["--data-dir", str(data), "kiosk", "status", "--metrics"]) == 0
    lines = capsys.readouterr().out.splitlines()
    numbers = [line for line in lines if not line.startswith("#")]
    assert all(map(LINE.fullmatch, numbers))
    return {name.removeprefix("prolo_kiosk_"): value for name, _, value in map(_parts, numbers)}


def _parts(line: str) -> tuple[str, str, str]:
    return line.rpartition(" ")


def test_a_kiosk_is_told_in_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = LearnerStore(tmp_path / "learners").create("en").code
    Log(Settings(tmp_path).log).error("crash", ValueError(code))
    found = told(tmp_path, capsys)
    assert (found["up"], found["paused"], found["visits"]) == ("0", "0", "1")
    assert 'last_error_seconds{type="ValueError"}' in found
    assert int(found["free_bytes"]) > 0
    assert "sync_age_seconds" not in found
    assert code not in str(found)
    with sole_owner(tmp_path):
        assert told(tmp_path, capsys)["up"] == "1"


def test_a_course_that_stands_still_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sole_owner(tmp_path):
        os.utime(tmp_path / NAME, (0, 0))
        assert told(tmp_path, capsys)["answering"] == "0"
        Answering(tmp_path).note()
        assert told(tmp_path, capsys)["answering"] == "1"
    assert told(tmp_path, capsys)["answering"] == "0"


def test_where_no_note_can_be_made_nothing_is_said_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    with sole_owner(tmp_path):
        os.utime(tmp_path / NAME, (0, 0))
        monkeypatch.setattr(os, "utime", read_only)
        monkeypatch.setattr(os, "access", lambda *_: False)
        Answering(tmp_path).note()
        assert "answering" not in told(tmp_path, capsys)


def test_with_a_hub_it_tells_since_when_all_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fleet.yaml").touch()
    assert "sync_age_seconds" not in told(tmp_path, capsys)
    Telling(tmp_path).tell(State(learned=True, waiting=0, guests=0))
    assert int(told(tmp_path, capsys)["sync_age_seconds"]) < 60
