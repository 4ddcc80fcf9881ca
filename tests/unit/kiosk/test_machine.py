"""What staff see of the machine, whatever its folder looks like."""

from __future__ import annotations

from pathlib import Path

from course.kiosk.log import Log
from course.kiosk.machine import look
from course.kiosk.settings import Settings


def test_an_empty_machine(tmp_path: Path) -> None:
    machine = look(Settings(tmp_path / "nothing"))
    assert machine.learners == 0
    assert machine.last_save is None
    assert machine.last_error is None
    assert machine.free is None


def test_a_machine_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "learners"
    folder.mkdir()
    for name in ("123456789.json", "123456789.json.1", "987654321.json", "junk", "12.json"):
        (folder / name).write_text("{}")
    Log(tmp_path / "kiosk.log").error("crash", KeyError("x"))
    faults, notices = ["a key is misspelt"], ["new content has 2 faults"]
    machine = look(Settings(tmp_path, faults=faults, notices=lambda: notices))
    assert machine.learners == 2
    assert machine.last_save is not None
    assert machine.free
    assert machine.version
    assert machine.last_error is not None
    assert machine.notices == ("a key is misspelt", "new content has 2 faults")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "learners").write_text("")
    assert look(Settings(tmp_path)).learners is None
