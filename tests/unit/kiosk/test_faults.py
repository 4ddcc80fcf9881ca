"""What is wrong with a course or its settings is told by its place, and watched until mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course import clinic
from course.errors import CourseError, UsageError
from course.kiosk.faults import LOOK_EVERY, MOST, RETRY, Mended, NoCourse, note, pin_hash, told
from course.kiosk.log import Log
from course.kiosk.policy.pin import hash_pin
from course.locations import Locations
from tests.paths import TEA

HASHED = hash_pin("271828")
SECRET = "271828"


@pytest.fixture
def where(tmp_path: Path) -> Locations:
    modules = tmp_path / "tea"
    shutil.copytree(TEA, modules)
    return Locations(modules, tmp_path / "data", tmp_path / "clinic.yaml", tmp_path / "cache")


def wrong(where: Locations, written: str) -> CourseError:
    """What is wrong with settings."""
    where.clinic.write_text(written)
    with pytest.raises(CourseError) as caught:
        clinic.load(where.clinic)
    return caught.value


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (f"name: Lakeside\nstaff_pin: {SECRET}\n", "clinic.yaml:2:1 staff_pin"),
        (f"phone: {SECRET}x\n", "clinic.yaml:1:8 phone"),
        (f"idle: {SECRET}\nname: Lakeside\n", "clinic.yaml:1:7 idle"),
        (f"name: {SECRET}: x\n", "clinic.yaml:1:13 name"),
        (f'name: "{SECRET}\n', "clinic.yaml:1:7 name"),
        (f"{SECRET}\n", "clinic.yaml:1:1"),
        (f"- {SECRET}\n", "clinic.yaml:1:1"),
        (f"{SECRET}: name\n", "clinic.yaml:1:1"),
    ],
)
def test_the_log_names_file_line_and_key_and_no_value(
    where: Locations, written: str, place: str
) -> None:
    error, journal = wrong(where, written), Log(where.data / "kiosk.log")
    note(journal, error, where)
    lines = journal.path.read_text().splitlines()
    assert any(f"a fault in {place}".split() == line.split()[1:] for line in lines), lines
    assert SECRET not in "\n".join(lines)
    assert (journal.last_error() or "").endswith(" ContentError")


def test_as_many_as_staff_can_read(where: Locations) -> None:
    many = "".join(f"key{number}: x\n" for number in range(3 * MOST))
    error, journal = wrong(where, many), Log(where.data / "kiosk.log")
    note(journal, error, where)
    assert journal.path.read_text().count("a fault in") == MOST
    assert len(told(error)) == MOST
    assert told(error)[0].startswith('clinic.yaml:1:1: There is no key "key0"')


def test_an_error_without_a_place_is_told_by_its_type(where: Locations) -> None:
    journal = Log(where.data / "kiosk.log")
    note(journal, UsageError(SECRET), where)
    assert "UsageError" in journal.path.read_text()
    assert SECRET not in journal.path.read_text()


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (f'staff_pin_hash: "{HASHED}"\nidel: 120\n', True),
        (f"idel: 120\nstaff_pin_hash: {HASHED}  # set in May\n", True),
        (f'name: "x\nstaff_pin_hash: "{HASHED}"\n', True),
        (f'#staff_pin_hash: "{HASHED}"\nidel: 120\n', False),
        ("idel: 120\n", False),
        (f"staff_pin_hash: {SECRET}\n", False),
        ("", False),
    ],
)
def test_the_pin_is_known_whatever_else_is_wrong(tmp_path: Path, written: str, known: bool) -> None:
    (tmp_path / "clinic.yaml").write_text(written)
    assert pin_hash(tmp_path / "clinic.yaml") == (HASHED if known else None)


def test_without_settings_no_pin_is_known(tmp_path: Path) -> None:
    assert pin_hash(tmp_path / "clinic.yaml") is None


class Clock:
    now = 5.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("mended", ["settings", "new settings", "settings gone", "course"])
def test_the_course_is_tried_again_once_a_file_has_changed(where: Locations, mended: str) -> None:
    if mended != "new settings":
        where.clinic.write_text("idel: 120\n")
    clock = Clock()
    due = Mended(where, clock)
    clock.now += LOOK_EVERY
    assert not due()
    match mended:
        case "course":
            (where.modules / "course.yaml").write_text("format: 1\n")
        case "settings gone":
            where.clinic.unlink()
        case _:
            where.clinic.write_text("idle: 120\nname: x\n")
    assert not due()
    clock.now += LOOK_EVERY
    assert due()


def test_it_is_tried_again_after_a_while_although_nothing_changed(where: Locations) -> None:
    clock = Clock()
    due = Mended(where, clock)
    for _ in range(int(RETRY) - 1):
        clock.now += 1.0
        assert not due()
    clock.now += 1.0
    assert due()


def test_without_a_course_there_are_words() -> None:
    library = NoCourse()
    for language in (None, *library.languages, "xx"):
        edition = library.edition(language)
        assert edition.words("kiosk.out_of_order")
        assert edition.course.modules == ()
