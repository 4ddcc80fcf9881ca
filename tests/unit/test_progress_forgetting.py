"""Who is on this machine, and how they are forgotten."""

import datetime
import os
import threading
from pathlib import Path

import pytest

from progress import files
from progress.codes import new_code
from progress.errors import CannotForget, CannotRead, CannotSave, NoSuchLearner
from progress.learners import LearnerFile, LearnerStore
from progress.storage import Names
from tests.unit.progress_samples import answer

DAY = datetime.timedelta(days=1)
NOW = datetime.datetime.now(datetime.UTC)


@pytest.fixture
def store(tmp_path: Path) -> LearnerStore:
    return LearnerStore(tmp_path)


def visit(store: LearnerStore) -> LearnerFile:
    """A learner with three generations."""
    learner = store.create("en")
    for number in (1, 2, 3):
        with learner.saving() as changes:
            changes.answer(answer(number))
    return learner


def names_of(learner: LearnerFile, folder: Path) -> Names:
    return Names(folder / f"{learner.code}.json")


def test_every_learner_is_listed_once(store: LearnerStore, tmp_path: Path) -> None:
    learners = [visit(store) for _ in range(20)]
    names_of(learners[0], tmp_path).current.unlink()
    for path in names_of(learners[1], tmp_path).generations:
        path.write_bytes(b"")
    (tmp_path / "notes.json").write_text("{}")
    (tmp_path / "123456789.json").write_text("{}")
    assert sorted(store.codes()) == sorted(learner.code for learner in learners)


def test_nobody_is_listed_where_there_is_no_folder(tmp_path: Path) -> None:
    assert list(LearnerStore(tmp_path / "none").codes()) == []


def test_a_folder_that_cannot_be_listed_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotRead):
        list(LearnerStore(tmp_path / "file").codes())


def test_who_is_forgotten_leaves_nothing(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    names = names_of(learner, tmp_path)
    names.current.write_bytes(b"x")
    with store.open(learner.code).saving() as changes:
        changes.answer(answer(4))
    names.temporary.write_bytes(b"half a fi")
    assert len(list(tmp_path.iterdir())) >= 5
    store.forget(learner.code)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoSuchLearner):
        store.open(learner.code)


def test_only_the_one_who_is_meant_is_forgotten(store: LearnerStore) -> None:
    stays, goes = visit(store), visit(store)
    store.forget(goes.code)
    assert list(store.codes()) == [stays.code]
    assert store.open(stays.code).answers() == stays.answers()


@pytest.mark.parametrize("code", [new_code(lambda _: 4), "12", "../x"])
def test_nobody_is_forgotten_by_a_wrong_code(code: str, store: LearnerStore) -> None:
    with pytest.raises(NoSuchLearner):
        store.forget(code)


def test_who_was_forgotten_does_not_come_back_with_the_next_answer(
    store: LearnerStore, tmp_path: Path
) -> None:
    learner = visit(store)
    store.forget(learner.code)
    with pytest.raises(NoSuchLearner), learner.saving() as changes:
        changes.answer(answer(4))
    assert list(tmp_path.iterdir()) == []
    assert learner.answers()[-1] == answer(4)


def test_nor_when_the_answer_was_waiting_for_the_lock(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    names = names_of(learner, tmp_path)
    outcome: list[BaseException] = []

    def save() -> None:
        try:
            with learner.saving() as changes:
                changes.answer(answer(4))
        except NoSuchLearner as error:
            outcome.append(error)

    with files.lock(names.lock):
        waiting = threading.Thread(target=save)
        waiting.start()
        threading.Event().wait(0.05)
        for path in names.every:
            path.unlink(missing_ok=True)
    waiting.join()
    assert [type(error) for error in outcome] == [NoSuchLearner]
    assert list(tmp_path.iterdir()) == []


def test_it_is_said_when_something_could_not_be_removed(
    store: LearnerStore, tmp_path: Path
) -> None:
    learner = visit(store)
    in_the_way = names_of(learner, tmp_path).damaged[2]
    in_the_way.mkdir()
    with pytest.raises(CannotForget, match="remove it again"):
        store.forget(learner.code)
    in_the_way.rmdir()
    store.forget(learner.code)
    assert list(tmp_path.iterdir()) == []


def test_only_old_visits_are_purged(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    assert store.purge(30, NOW + 29 * DAY) == 0
    assert store.open(learner.code).answers() == learner.answers()
    assert store.purge(30, NOW + 31 * DAY) == 1
    assert list(tmp_path.iterdir()) == []


def test_damaged_visits_are_purged_by_the_age_of_their_files(
    store: LearnerStore, tmp_path: Path
) -> None:
    learner = visit(store)
    old = (NOW - 40 * DAY).timestamp()
    for path in names_of(learner, tmp_path).generations:
        path.write_bytes(b"")
    assert store.purge(30, NOW) == 0
    for path in tmp_path.iterdir():
        os.utime(path, (old, old))
    assert store.purge(30, NOW) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_purge_sweeps_up_after_dead_writers(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    names_of(learner, tmp_path).temporary.write_bytes(b"half a fi")
    ghost = Names(tmp_path / f"{new_code()}.json")
    ghost.temporary.write_bytes(b"half a fi")
    ghost.lock.touch()
    assert store.purge(30, NOW) == 0
    left = {path.name for path in tmp_path.iterdir()}
    names = names_of(learner, tmp_path)
    assert left == {path.name for path in [*names.generations, names.lock]}


def test_a_purge_passes_over_what_is_not_ours(store: LearnerStore, tmp_path: Path) -> None:
    odd, old = visit(store), visit(store)
    current = names_of(odd, tmp_path).current
    current.unlink()
    current.symlink_to("/etc/hostname")
    assert store.purge(30, NOW + 31 * DAY) == 1
    assert list(store.codes()) == [odd.code]
    assert old.code != odd.code
    assert current.is_symlink()


def test_a_purge_that_may_not_remove_says_so(
    store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit(store)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("progress.files.os.unlink", refuse)
    with pytest.raises(CannotForget):
        store.purge(30, NOW + 31 * DAY)


def test_a_folder_that_vanished_is_no_crash(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()
    with pytest.raises((NoSuchLearner, CannotSave)), learner.saving() as changes:
        changes.answer(answer(4))
    assert learner.answers()[-1] == answer(4)
