"""The PIN of the staff gets into the clinic's file, and nothing else there changes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from course import clinic
from course.cli import main
from course.errors import ContentError
from course.kiosk.policy.pin import FREE_TRIES, Tries, check_pin
from course.kiosk.settings import Settings
from course.kiosk.updates.clinic import set_pin_hash

OWN = '# Ours\nname: "Tea Clinic"  # as on the door\n\nphone: 555-0100\n'


class Keyboard(io.StringIO):
    """Somebody sits at a terminal."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_it_is_read_line_by_line_and_nothing_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("314159\n314159\n"))
    assert main(["--data-dir", str(tmp_path), "kiosk", "set-pin"]) == 0
    hashed = clinic.load(tmp_path / "clinic.yaml").staff_pin_hash
    assert hashed is not None
    assert check_pin("314159", hashed)
    assert capfd.readouterr().err == ""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["--data-dir", str(tmp_path), "kiosk", "set-pin"]) == 2
    assert "a line each" in capfd.readouterr().err


def set_pin(folder: Path, monkeypatch: pytest.MonkeyPatch, *typed: str) -> int:
    answers = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))
    monkeypatch.setattr("sys.stdin", Keyboard())
    return main(["--data-dir", str(folder), "kiosk", "set-pin"])


def test_a_new_file_is_made_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    assert set_pin(folder, monkeypatch, "314159", "314159") == 0
    hashed = clinic.load(folder / "clinic.yaml").staff_pin_hash
    assert hashed is not None
    assert check_pin("314159", hashed)
    assert (folder / "clinic.yaml").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_all_other_lines_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text(OWN)
    set_pin(tmp_path, monkeypatch, "314159", "314159")
    first = file.read_text()
    assert first.startswith(OWN)
    set_pin(tmp_path, monkeypatch, "271828", "271828")
    assert file.read_text().startswith(OWN)
    assert file.read_text().count("staff_pin_hash") == 1
    assert file.read_text() != first


def test_wrong_pins_of_before_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = Settings(tmp_path).tries
    for _ in range(FREE_TRIES):
        Tries(tries).count()
    assert Tries(tries).wait
    set_pin(tmp_path, monkeypatch, "314159", "314159")
    assert not Tries(tries).wait


@pytest.mark.parametrize(
    "typed", [("314159", "314158"), ("12345", "12345"), ("", ""), ("12a456", "12a456")]
)
def test_nothing_changes_unless_a_pin_is_typed_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, str]
) -> None:
    (tmp_path / "clinic.yaml").write_text(OWN)
    assert set_pin(tmp_path, monkeypatch, *typed) == 2
    assert (tmp_path / "clinic.yaml").read_text() == OWN


def test_a_file_with_faults_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text("nme: Tea Clinic\n")
    with pytest.raises(ContentError):
        set_pin_hash(file, "x")
    assert file.read_text() == "nme: Tea Clinic\n"


def test_a_setting_in_a_form_that_no_line_replaces_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text("{name: Tea Clinic,\nstaff_pin_hash: old}\n")
    assert set_pin(tmp_path, monkeypatch, "314159", "314159") == 2
    assert file.read_text() == "{name: Tea Clinic,\nstaff_pin_hash: old}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["clinic.yaml"]
