"""New modules: when they count as arrived, what is refused, and what a power cut leaves."""

from __future__ import annotations

import datetime
import errno
import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from course.kiosk.updates import modules, outcome
from course.kiosk.updates.modules import Watch, mark_of, notices, version_of
from course.kiosk.updates.places import Places
from tests.paths import TEA

TODAY = datetime.date(2026, 1, 1)
prepare = partial(modules.prepare, takes_unsigned=True)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    shutil.copytree(TEA, tmp_path / "modules.new")
    return Places(tmp_path)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_good_modules_wait_and_are_taken_over(places: Places) -> None:
    report = prepare(places, TODAY)
    assert report is not None
    assert (report.state, report.problems) == ("ready", ())
    assert places.is_waiting()
    assert places.in_use is None
    assert places.take_over()
    assert places.in_use == places.current
    assert (places.current / "course.yaml").read_bytes() == (TEA / "course.yaml").read_bytes()
    assert names(places.data) == {"modules", "modules.new", "modules.report"}


def test_lines_are_spoken_of_what_has_no_fault_before_it_waits(places: Places) -> None:
    spoken: list[str] = []

    def speak(folder: Path) -> None:
        assert not places.is_waiting()
        spoken.append((folder / "course.yaml").read_text())

    prepare(places, TODAY, speak)
    assert spoken == [(TEA / "course.yaml").read_text()]
    assert places.is_waiting()
    (places.incoming / "course.yaml").write_text("format: 1\n")
    prepare(places, TODAY, speak)
    assert len(spoken) == 1


def test_broken_modules_are_refused_and_staff_see_why(places: Places) -> None:
    prepare(places, TODAY)
    places.take_over()
    (places.incoming / "course.yaml").write_text("format: 1\n")
    report = prepare(places, TODAY)
    assert report is not None
    assert report.state == "refused"
    assert report.problems[0].startswith("course.yaml:")
    assert notices(places) == report.problems
    assert not places.take_over()
    assert places.in_use == places.current


def test_newer_modules_take_the_place_of_those_that_wait(places: Places) -> None:
    prepare(places, TODAY)
    (places.incoming / "course.yaml").write_text("format: 1\n")
    prepare(places, TODAY)
    assert not places.is_waiting()


def test_what_is_still_arriving_is_left_alone(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = iter(["one", "another"])
    monkeypatch.setattr(modules, "mark_of", lambda _: next(marks))
    assert prepare(places, TODAY) is None
    assert not places.is_waiting()
    assert outcome.read(places.report) is None


def test_is_due_once_nothing_changes_any_more(places: Places) -> None:
    clock = Clock()
    watch = Watch(places, clock, settled=10.0)
    assert not watch.due()
    clock.now += 6
    (places.incoming / "more.yaml").write_text("a: b\n")
    assert not watch.due()
    clock.now += 6
    assert not watch.due()
    clock.now += 6
    assert watch.due()


def test_the_same_modules_are_looked_at_once(places: Places) -> None:
    prepare(places, TODAY)
    clock = Clock()
    watch = Watch(places, clock, settled=1.0)
    for _ in range(10):
        clock.now += 6
        assert not watch.due()


def test_nothing_is_due_where_nothing_arrives(tmp_path: Path) -> None:
    clock = Clock()
    watch = Watch(Places(tmp_path), clock, settled=1.0)
    for _ in range(3):
        clock.now += 6
        assert not watch.due()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_a_place_that_cannot_be_looked_at_stops_nothing(
    places: Places, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(Path, "stat", refuse)
    clock = Clock()
    watch = Watch(places, clock, settled=1.0)
    for _ in range(3):
        clock.now += 6
        assert not watch.due()
    assert not places.is_waiting()
    assert places.in_use is None


def test_the_same_course_has_the_same_version_wherever_it_is(places: Places) -> None:
    version = version_of(TEA)
    assert len(version) == 8
    assert version_of(places.incoming) == version
    (places.incoming / "course.yaml").write_text("format: 1\n")
    assert version_of(places.incoming) not in (version, "")
    assert version_of(places.data / "nowhere") == ""


def test_another_place_of_arrival_is_only_read(tmp_path: Path) -> None:
    places = Places(tmp_path, TEA)
    before = mark_of(TEA)
    prepare(places, TODAY)
    assert places.take_over()
    assert mark_of(TEA) == before


def link(folder: Path) -> None:
    (folder / "en" / "link.yaml").symlink_to("/etc/passwd")


def linked_folder(folder: Path) -> None:
    (folder / "es").symlink_to("/etc")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "en" / "pipe.yaml")


def many(folder: Path) -> None:
    for number in range(modules.MOST_FILES):
        (folder / "en" / f"{number}.yaml").touch()


def large(folder: Path) -> None:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(modules.MOST_BYTES + 1)


def deep(folder: Path) -> None:
    folder.joinpath(*"abcdefghij").mkdir(parents=True)


@pytest.mark.parametrize("spoil", [link, linked_folder, pipe, many, large, deep])
def test_what_is_no_course_is_not_even_copied(
    places: Places, spoil: object, tmp_path: Path
) -> None:
    assert callable(spoil)
    spoil(places.incoming)
    report = prepare(places, TODAY)
    assert report is not None
    assert report.state == "refused"
    assert report.count == 1
    assert names(tmp_path) == {"modules.new", "modules.report"}


def test_hidden_files_are_no_part_of_it(places: Places) -> None:
    (places.incoming / ".git").mkdir()
    (places.incoming / ".git" / "config").touch()
    prepare(places, TODAY)
    assert not (places.checked / ".git").exists()


def test_a_power_cut_between_the_two_renames_is_mended(places: Places) -> None:
    for _ in range(2):
        prepare(places, TODAY)
        places.take_over()
    prepare(places, TODAY)
    shutil.rmtree(places.old)
    places.current.rename(places.old)
    places.mend()
    assert places.in_use == places.current
    assert places.take_over()


def test_giving_up_goes_back_to_the_modules_before(places: Places) -> None:
    prepare(places, TODAY)
    places.take_over()
    (places.incoming / "note.txt").write_text("second")
    prepare(places, TODAY)
    places.take_over()
    assert (places.current / "note.txt").exists()
    places.give_up()
    assert not (places.current / "note.txt").exists()
    places.give_up()
    assert places.in_use is None


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", "{}", "[" * 3000, '{"state": "ready"}', '"x"', "\x00"]
)
def test_a_damaged_report_counts_as_none(places: Places, text: str) -> None:
    places.report.write_text(text)
    assert outcome.read(places.report) is None
    assert notices(places) == ()


def test_a_long_report_keeps_its_beginning(places: Places) -> None:
    report = outcome.of("refused", "mark", [f"{n}: {'é' * 500}" for n in range(500)])
    report.write(places.report)
    read = outcome.read(places.report)
    assert read is not None
    assert read.count == 500
    assert read.problems[0].startswith("0: é")
