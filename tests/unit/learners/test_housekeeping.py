"""What came of looking after old visits is told, and nothing in its way stops anybody."""

import datetime
import os
from pathlib import Path

import pytest

from course.content.model import Course
from course.learners.clock import Clock
from course.learners.health import examine
from course.learners.housekeeping import Round, last, look_after, told
from course.learners.integrity import IntegrityCheck
from course.learners.retention import removed
from progress.checked_json import MAX_BYTES
from progress.clock import HighWater
from progress.learners import LearnerStore
from tests.owner import SOMEBODY, as_user, give, needs_root, open_folder
from tests.unit.progress.samples import answer
from tests.unit.reports.population import START, Population

LATER = START + datetime.timedelta(days=31)
RESTED = LATER + datetime.timedelta(days=2)


def right(folder: Path, now: datetime.datetime = LATER) -> Clock:
    return Clock(folder, now, lambda: True)


def old(tea: Course, folder: Path, people: int) -> list[str]:
    codes = Population(tea, seed=1).write(folder, people)
    for path in folder.iterdir():
        os.utime(path, (START.timestamp(),) * 2)
    return codes


def test_what_was_done_is_told(tea: Course, folder: Path) -> None:
    old(tea, folder, 3)
    assert told(last(folder)) == "Old visits were not looked for yet."
    look_after(folder, tea, 30, right(folder))
    expected = (
        "Old visits were looked for at 2026-12-02 08:00 UTC: 3 put to rest, 0 counted and removed."
    )
    assert told(last(folder)) == expected


def test_what_was_refused_is_told_until_it_is_done_again(tea: Course, folder: Path) -> None:
    old(tea, folder, 3)
    in_the_way = folder.parent / "resting"
    in_the_way.write_text("")
    found = look_after(folder, tea, 30, right(folder))
    assert found == last(folder)
    assert found.is_refused
    assert "not removed at 2026-12-02 08:00 UTC" in told(found)
    assert any("no folder" in line for line in IntegrityCheck(folder, mend=False).lines())
    assert len(list(LearnerStore(folder).codes())) == 3
    in_the_way.unlink()
    assert not look_after(folder, tea, 30, right(folder)).is_refused


def test_a_file_called_leaving_is_told_and_loses_nobody(tea: Course, folder: Path) -> None:
    old(tea, folder, 3)
    in_the_way = folder.parent / "leaving"
    in_the_way.write_text("")
    look_after(folder, tea, 30, right(folder))
    assert look_after(folder, tea, 30, right(folder, RESTED)).is_refused
    in_the_way.unlink()
    assert look_after(folder, tea, 30, right(folder, RESTED)).removed == 3


def test_no_lock_is_left_behind(tea: Course, folder: Path) -> None:
    old(tea, folder, 3)
    Population(tea, seed=2).write(folder, 2)
    look_after(folder, tea, 30, right(folder))
    look_after(folder, tea, 30, right(folder, RESTED))
    assert list(folder.parent.rglob("*.lock")) == []


@pytest.mark.parametrize("kept", [b"", b"{", b"\xff", b"[]", b'{"done": 1}', b"x" * 20_000])
def test_a_damaged_note_counts_as_none(kept: bytes, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder.parent / "housekeeping.json").write_bytes(kept)
    assert last(folder) == Round()


@needs_root
def test_locks_that_root_left_stop_no_housekeeping(tea: Course) -> None:
    with open_folder() as data:
        folder = data / "learners"
        codes = old(tea, folder, 3)
        for path in (*(folder / f"{code}.json.lock" for code in codes), data / "counts.json.lock"):
            path.write_bytes(b"")
            path.chmod(0o600)
        give(data, SOMEBODY)
        for path in data.rglob("*.lock"):
            os.chown(path, 0, -1)
        with as_user(SOMEBODY):
            found = look_after(folder, tea, 30, right(folder))
            assert (found.is_refused, found.resting) == (False, 3)


@needs_root
def test_root_leaves_nothing_in_the_folder_of_the_kiosk(tea: Course, folder: Path) -> None:
    old(tea, folder, 3)
    give(folder.parent, SOMEBODY)
    before = sorted(folder.parent.rglob("*"))
    found = look_after(folder, tea, 30, right(folder))
    assert found.is_refused
    assert f"belong to {SOMEBODY}" in found.why
    assert sorted(folder.parent.rglob("*")) == before


def test_the_doctor_tries_locks_with_a_second_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True, mode=0o700)
    found = {each.name: each.level for each in examine(folder, "prolo kiosk doctor")}
    assert found == {"locks": "ok", "old visits": "ok"}
    assert list(folder.iterdir()) == []
    monkeypatch.setattr("progress.files.FileLock.acquire", lambda _: None)
    found = {each.name: each.level for each in examine(folder, "prolo kiosk doctor")}
    assert found["locks"] == "mend"


def test_the_doctor_says_that_others_may_look(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    found = [each for each in examine(folder, "prolo kiosk doctor") if each.name == "visits"]
    assert [each.level for each in found] == ["mend"]
    assert "FAT" in found[0].cure


def test_one_visit_cannot_be_too_much_to_count(tea: Course, folder: Path) -> None:
    now = datetime.datetime.now(datetime.UTC)
    folder.parent.mkdir()
    HighWater(folder).keep(now)
    learner = LearnerStore(folder).create("en")
    with learner.saving() as changes:
        for number in range(22_000):
            changes.answer(answer(number))
    assert learner.is_kept
    for days in (31, 33):
        found = look_after(folder, tea, 30, right(folder, now + datetime.timedelta(days=days)))
        assert not found.is_refused
    assert (folder.parent / "counts.json").stat().st_size > MAX_BYTES
    assert removed(folder).visits == 1
