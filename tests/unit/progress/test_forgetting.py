"""Who is on this machine, and how they are forgotten."""

import threading
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from progress import files
from progress.codes import new_code
from progress.errors import CannotForget, CannotRead, CannotSave, NoSuchLearner
from progress.learners import LearnerFile, LearnerStore
from progress.storage import Names
from tests.processes import PATIENCE
from tests.unit.progress.samples import answer


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


def test_nor_when_the_answer_was_waiting_for_the_lock(
    store: LearnerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = visit(store)
    names = names_of(learner, tmp_path)
    outcome: list[BaseException] = []
    lock, asks = files.lock, threading.Event()

    def asked(path: Path) -> AbstractContextManager[None]:
        asks.set()
        return lock(path)

    def save() -> None:
        try:
            with learner.saving() as changes:
                changes.answer(answer(4))
        except NoSuchLearner as error:
            outcome.append(error)

    with lock(names.lock):
        monkeypatch.setattr(files, "lock", asked)
        waiting = threading.Thread(target=save)
        waiting.start()
        assert asks.wait(PATIENCE)
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


def test_nobody_is_said_to_be_gone_where_the_system_does_not_say(
    store: LearnerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = visit(store)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        for call in ("lstat", "unlink"):
            patch.setattr(f"progress.files.os.{call}", refuse)
        with pytest.raises(CannotForget):
            store.forget(learner.code)
        with pytest.raises(CannotSave):
            store.create("en")
    assert store.open(learner.code).answers() == learner.answers()
    assert names_of(learner, tmp_path).current.exists()


def test_a_folder_that_vanished_is_no_crash(store: LearnerStore, tmp_path: Path) -> None:
    learner = visit(store)
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()
    with pytest.raises((NoSuchLearner, CannotSave)), learner.saving() as changes:
        changes.answer(answer(4))
    assert learner.answers()[-1] == answer(4)
