"""Visits end: old ones are counted once and go, whoever wants to be forgotten goes uncounted."""

import datetime
import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from course.content.model import Course
from course.errors import CourseError, UsageError
from course.learners import retention
from course.learners.retention import forget, removed
from progress import files
from progress.codes import new_code
from progress.learners import LearnerStore
from progress.storage import Names
from tests.unit.learners.cuts import PowerCut, cut_after
from tests.unit.learners.going import (
    DAY,
    LATER,
    aged,
    everyone,
    people,
    plain,
    purge,
    remove_old,
)
from tests.unit.progress.samples import answer
from tests.unit.reports.population import START, Population


def test_the_old_are_counted_and_removed(tea: Course, folder: Path) -> None:
    Population(tea, seed=1).write(folder, 20)
    aged(folder)
    before = everyone(tea, folder)
    assert remove_old(folder, tea, 30, START + 29 * DAY) == 0
    assert everyone(tea, folder).visits == 20
    assert remove_old(folder, tea, 30, LATER) == 20
    assert list(folder.iterdir()) == []
    assert plain(removed(folder)) == plain(before)
    assert remove_old(folder, tea, 30, LATER) == 0
    assert plain(removed(folder)) == plain(before)


def test_the_next_who_go_are_added(tea: Course, folder: Path) -> None:
    for seed in (1, 2):
        Population(tea, seed=seed).write(folder, 15)
        assert purge(folder, tea, 30, LATER) == 15
    assert removed(folder).visits == 30


def test_a_visit_that_went_on_stays(tea: Course, folder: Path) -> None:
    (code,) = people(tea, folder, 1)
    aged(folder)
    with LearnerStore(folder).open(code).saving() as changes:
        changes.answer(answer())
    aged(folder)
    now = datetime.datetime.now(datetime.UTC)
    assert remove_old(folder, tea, 30, now + 29 * DAY) == 0
    assert purge(folder, tea, 30, now + 29 * DAY) == 0
    assert list(LearnerStore(folder).codes()) == [code]


def test_files_that_a_backup_made_young_are_found_by_purge(tea: Course, folder: Path) -> None:
    Population(tea, seed=1).write(folder, 3)
    assert remove_old(folder, tea, 30, LATER - 20 * DAY) == 0
    assert purge(folder, tea, 30, LATER) == 3


def test_a_power_cut_at_any_moment_counts_nobody_twice_and_loses_nobody(
    tea: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "_AT_A_TIME", 2)
    for moment in count():
        folder = tmp_path / str(moment) / "learners"
        codes = people(tea, folder, 3)
        for code in codes:
            with LearnerStore(folder).open(code).saving() as changes:
                changes.answer(answer())
        before = everyone(tea, folder)
        now = datetime.datetime.now(datetime.UTC) + 31 * DAY
        with monkeypatch.context() as patch:
            power = cut_after(moment, patch)
            with suppress(PowerCut):
                purge(folder, tea, 30, now)
        purge(folder, tea, 30, now)
        assert plain(removed(folder)) == plain(before), moment
        assert list(folder.iterdir()) == []
        assert list((folder.parent / "leaving").iterdir()) == []
        if power:
            break
    assert moment > 30


def test_no_code_is_left_anywhere(tea: Course, folder: Path) -> None:
    codes = Population(tea, seed=1).write(folder, 5)
    purge(folder, tea, 0, LATER)
    left = [path for path in folder.parent.rglob("*") if path.is_file()]
    assert (folder.parent / "counts.json") in left
    for path in left:
        text = path.name + path.read_text()
        assert not [code for code in codes if code in text]


def test_who_wants_to_be_forgotten_is_not_counted(tea: Course, folder: Path) -> None:
    goes, stays = Population(tea, seed=1).write(folder, 2)
    forget(folder, f"{goes[:3]} {goes[3:6]}-{goes[6:]}")
    assert list(LearnerStore(folder).codes()) == [stays]
    assert removed(folder).visits == 0
    assert not (folder.parent / "counts.json").exists()
    with pytest.raises(UsageError, match="nine digits"):
        forget(folder, goes)


def test_damaged_visits_go_by_the_age_of_their_files(tea: Course, folder: Path) -> None:
    code, _ = Population(tea, seed=1).write(folder, 2)
    (folder / f"{code}.json").write_bytes(b"{")
    assert purge(folder, tea, 30, START + 31 * DAY) == 1
    assert [path.name for path in folder.glob("*.json")] == [f"{code}.json"]
    aged(folder)
    assert remove_old(folder, tea, 30, LATER) == 1
    assert list(folder.glob("*.json*")) == []
    assert removed(folder).visits == 1


def test_an_earlier_copy_alone_goes_too(tea: Course, folder: Path) -> None:
    (code,) = Population(tea, seed=1).write(folder, 1)
    (folder / f"{code}.json").rename(folder / f"{code}.json.1")
    aged(folder)
    assert remove_old(folder, tea, 30, LATER) == 1
    assert list(folder.glob("*.json*")) == []


@pytest.mark.parametrize("remove", [remove_old, purge])
def test_what_dead_writers_left_goes_as_well(
    remove: Callable[..., int], tea: Course, folder: Path
) -> None:
    stays, goes = people(tea, folder, 2)
    for code in (stays, goes, new_code()):
        names = Names(folder / f"{code}.json")
        names.temporary.write_bytes(b"half a fi")
        names.lock.touch()
    aged(folder)
    with LearnerStore(folder).open(stays).saving() as changes:
        changes.answer(answer())
    now = datetime.datetime.now(datetime.UTC)
    assert remove(folder, tea, 30, now + 29 * DAY) == 1
    assert {path.name[:9] for path in folder.iterdir()} == {stays}


@pytest.mark.parametrize("remove", [remove_old, purge])
def test_what_is_not_ours_stays_where_it_is(
    remove: Callable[..., int], tea: Course, folder: Path
) -> None:
    odd, _ = Population(tea, seed=1).write(folder, 2)
    current = folder / f"{odd}.json"
    current.unlink()
    current.symlink_to("/etc/hostname")
    os.utime(current, (0, 0), follow_symlinks=False)
    aged(folder)
    assert remove(folder, tea, 30, LATER) == 1
    assert current.is_symlink()


def test_a_strange_file_among_those_who_leave_harms_no_counts(tea: Course, folder: Path) -> None:
    strange = folder.parent / "leaving" / ".DS_Store"
    for seed in (1, 2, 3):
        Population(tea, seed=seed).write(folder, 5)
        assert purge(folder, tea, 30, LATER) == 5
        strange.write_bytes(b"")
    assert removed(folder).visits == 15
    assert list(strange.parent.iterdir()) == [strange]


def test_a_purge_that_may_not_remove_says_so(
    tea: Course, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Population(tea, seed=1).write(folder, 1)
    codes = list(LearnerStore(folder).codes())
    real = files.replace
    monkeypatch.setattr(
        files, "replace", lambda path, to: _refused() if path.parent == folder else real(path, to)
    )
    with pytest.raises(CourseError, match=r"not be removed.*Permission denied"):
        purge(folder, tea, 30, LATER)
    assert list(LearnerStore(folder).codes()) == codes
    assert remove_old(folder, tea, 30, LATER) == 0


def test_nothing_happens_where_nothing_is(tea: Course, folder: Path) -> None:
    assert remove_old(folder, tea, 30, LATER) == 0
    assert purge(folder, tea, 30, LATER) == 0
    assert removed(folder).visits == 0
    assert not folder.parent.exists()


def test_damaged_counts_keep_nobody_on_the_disk(tea: Course, folder: Path) -> None:
    Population(tea, seed=1).write(folder, 2)
    counts = folder.parent / "counts.json"
    counts.write_bytes(b"half")
    with pytest.raises(CourseError, match=r"counts\.json"):
        removed(folder)
    assert purge(folder, tea, 30, LATER) == 2
    assert removed(folder).visits == 2


def test_counts_of_a_newer_program_are_left_alone_and_so_are_the_visits(
    tea: Course, folder: Path
) -> None:
    from progress.checked_json import encode

    Population(tea, seed=1).write(folder, 2)
    aged(folder)
    newer = encode({"visits": {"1": {"removed": 1, "schema": 2}}})
    (folder.parent / "counts.json").write_bytes(newer)
    assert remove_old(folder, tea, 30, LATER) == 0
    with pytest.raises(CourseError, match=r"counts\.json.*newer"):
        purge(folder, tea, 30, LATER)
    assert len(list(folder.glob("*.json"))) == 2
    assert (folder.parent / "counts.json").read_bytes() == newer


def test_a_full_disk_loses_nobody(
    tea: Course, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Population(tea, seed=1).write(folder, 3)
    aged(folder)
    before = everyone(tea, folder)
    with monkeypatch.context() as patch:
        patch.setattr("progress.files.os.write", _full)
        assert remove_old(folder, tea, 30, LATER) == 0
    remove_old(folder, tea, 30, LATER)
    assert plain(removed(folder)) == plain(before)


def _refused(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device")
