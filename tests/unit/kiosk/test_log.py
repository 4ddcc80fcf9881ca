"""The log says type and place, stays small, and never stops the kiosk."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from course.kiosk.log import LARGEST, MOST_WAITING, Log

SECRET = "what-a-person-typed"


def crash(typed: str) -> None:
    spoken = typed * 2
    raise ValueError(f"{typed} {spoken}")


def caught() -> ValueError:
    try:
        crash(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_type_and_place_and_nothing_else(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.error("crash", caught())
    text = kept.path.read_text()
    assert "ValueError at kiosk/test_log.py:" in text
    assert SECRET not in text
    assert str(tmp_path) not in text


def test_a_name_from_outside_writes_no_line_of_its_own(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.say("a fault in x\n2026-01-01T00:00:00Z started\x1b]0;y\x07.yaml:1:1")
    assert len(kept.path.read_bytes().splitlines()) == 1
    assert b"\x1b" not in kept.path.read_bytes()


def test_what_a_full_disk_did_not_take_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Log(tmp_path / "kiosk.log")
    write = os.write

    def full(*_given: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    kept.say("a visit cannot be saved")
    for _ in range(100):
        kept.say("and more")
    monkeypatch.setattr(os, "write", write)
    kept.try_again()
    lines = kept.path.read_text().splitlines()
    assert "a visit cannot be saved" in lines[0]
    assert len(lines) == MOST_WAITING
    kept.try_again()
    assert len(kept.path.read_text().splitlines()) == MOST_WAITING


def test_the_log_is_private(tmp_path: Path) -> None:
    kept = Log(tmp_path / "new" / "kiosk.log")
    kept.say("started")
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_the_log_stays_small(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.path.write_text("x" * LARGEST)
    for _ in range(20):
        kept.say("again")
    assert kept.path.stat().st_size < 2000
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < LARGEST + 2000


@pytest.mark.parametrize("kind", ["folder", "fifo", "symlink", "dangling"])
def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "kiosk.log"
    other = tmp_path / "other"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "symlink":
            other.write_text("")
            path.symlink_to(other)
        case "dangling":
            path.symlink_to(other)
        case _:
            pass
    kept = Log(path)
    kept.error("crash", caught())
    assert kept.last_error() is None
    assert not other.exists() or other.read_text() == ""


def test_the_last_error(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    assert kept.last_error() is None
    kept.error("crash", KeyError(SECRET))
    kept.error("crash", caught())
    kept.say("started")
    told = kept.last_error()
    assert told is not None
    assert told.endswith(" ValueError")


@pytest.mark.parametrize("status", [-9, -11, 75, 76])
def test_an_end_that_nobody_asked_for_is_an_error(tmp_path: Path, status: int) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.error("crash", caught())
    kept.ended(70, 5)
    kept.ended(status, 3605.2)
    kept.say("started")
    assert (kept.last_error() or "").endswith(f"Z ({status})")


@pytest.mark.parametrize("status", [0, 64, 77])
def test_an_end_that_was_asked_for_is_none(tmp_path: Path, status: int) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.ended(status, 90)
    assert kept.last_error() is None


def test_an_end_after_an_error_is_told_by_the_error(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.error("crash", caught())
    kept.ended(70, 90)
    assert (kept.last_error() or "").endswith(" ValueError")


def test_one_line_whatever_is_said(tmp_path: Path) -> None:
    kept = Log(tmp_path / "kiosk.log")
    kept.say("päuse")
    assert kept.path.read_bytes().isascii()
