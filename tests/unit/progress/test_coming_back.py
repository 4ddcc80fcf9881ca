"""A folder that goes and comes back, and a lock that somebody holds for ever."""

from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from progress import files
from progress.errors import CannotSave, LearnerBusy, NoSuchLearner
from progress.learners import LearnerFile, LearnerStore
from progress.storage import Names
from tests.unit.progress.samples import answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "learners"


@pytest.fixture
def store(folder: Path) -> LearnerStore:
    return LearnerStore(folder)


def say(learner: LearnerFile, number: int) -> None:
    with learner.saving() as changes:
        changes.answer(answer(number))


@pytest.mark.parametrize("empty", [False, True], ids=["as it was", "empty"])
def test_a_folder_that_comes_back_is_saved_to_again(
    empty: bool, store: LearnerStore, folder: Path
) -> None:
    learner = store.create("en")
    say(learner, 1)
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(CannotSave, match="folder is not there"):
        say(learner, 2)
    assert not learner.is_kept
    assert not folder.exists()
    folder.mkdir(mode=0o700) if empty else away.rename(folder)
    say(learner, 3)
    assert learner.is_kept
    assert store.open(learner.code).answers() == tuple(map(answer, (1, 2, 3)))


def test_who_was_forgotten_where_the_folder_stayed_is_not_brought_back(
    store: LearnerStore, folder: Path
) -> None:
    learner = store.create("en")
    store.forget(learner.code)
    for number in (1, 2):
        with pytest.raises(NoSuchLearner):
            say(learner, number)
    assert not learner.was_ever_kept
    assert list(folder.iterdir()) == []


def test_one_who_could_not_be_made_is_saved_as_soon_as_that_works(
    store: LearnerStore, folder: Path
) -> None:
    folder.parent.write_text("in the way")
    learner = store.create_later("es")
    with pytest.raises(CannotSave):
        say(learner, 1)
    assert (learner.is_kept, learner.was_ever_kept) == (False, False)
    folder.parent.unlink()
    say(learner, 2)
    assert (learner.is_kept, learner.was_ever_kept) == (True, True)
    found = store.open(learner.code)
    assert found.answers() == (answer(1), answer(2))
    assert found.learner.language == "es"


def test_a_disk_that_knows_no_rights_is_saved_to(
    store: LearnerStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    folder.mkdir(parents=True, mode=0o755)
    folder.chmod(0o755)
    monkeypatch.setattr("progress.files.os.chmod", refuse)
    learner = store.create("en")
    say(learner, 1)
    assert store.open(learner.code).answers() == (answer(1),)


def test_a_lock_that_is_stuck_is_waited_for_but_once(
    store: LearnerStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    class Spied(FileLock):
        def __init__(self, path: Path, **options: Any) -> None:
            waits.append(options["timeout"])
            options["timeout"] = 0.01
            super().__init__(path, **options)

    learner = store.create("en")
    with files.lock(Names(folder / f"{learner.code}.json").lock):
        monkeypatch.setattr(files, "FileLock", Spied)
        for number in range(4):
            with pytest.raises(LearnerBusy):
                say(learner, number)
    say(learner, 4)
    say(learner, 5)
    assert waits == [files.LOCK_WAIT, *[files.STUCK_WAIT] * 4, files.LOCK_WAIT]
    assert files.STUCK_WAIT < 0.1
    assert store.open(learner.code).answers() == tuple(map(answer, range(6)))
