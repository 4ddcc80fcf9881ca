"""Two copies of the course that have the same learner open."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from progress import files
from progress.errors import CannotSave, LearnerBusy
from progress.learners import LearnerFile, LearnerStore
from progress.records import Answer
from progress.storage import Names
from tests.processes import PATIENCE
from tests.slow import one_now
from tests.unit.progress.samples import answer

PROCESSES = multiprocessing.get_context("spawn")


@pytest.fixture
def store(tmp_path: Path) -> LearnerStore:
    return LearnerStore(tmp_path)


@pytest.fixture
def learner(store: LearnerStore) -> LearnerFile:
    return store.create("en")


def answer_all(folder: Path, code: str, choice: str, count: int) -> None:
    learner = LearnerStore(folder).open(code)
    for number in range(count):
        with learner.saving() as changes:
            changes.answer(answer(number, choice))


def by_writer(answers: tuple[Answer, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in answers:
        found.setdefault(one.choice, []).append(one.question)
    return found


@pytest.mark.parametrize("count", one_now([60, 1000]))
def test_two_processes_lose_no_answer_of_either(
    count: int, learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    writers = [
        PROCESSES.Process(target=answer_all, args=(tmp_path, learner.code, choice, count))
        for choice in ("aaaaaaaa", "bbbbbbbb")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    in_order = [f"question-{number}" for number in range(count)]
    found = store.open(learner.code)
    assert found.recovered is None
    assert by_writer(found.answers()) == {"aaaaaaaa": in_order, "bbbbbbbb": in_order}


def test_two_threads_lose_no_answer_of_either(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    writers = [
        threading.Thread(target=answer_all, args=(tmp_path, learner.code, choice, 40))
        for choice in ("aaaaaaaa", "bbbbbbbb")
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {
        key: len(all_) for key, all_ in by_writer(store.open(learner.code).answers()).items()
    } == {
        "aaaaaaaa": 40,
        "bbbbbbbb": 40,
    }


def test_one_copy_sees_at_its_next_save_what_the_other_saved(
    learner: LearnerFile, store: LearnerStore
) -> None:
    other = store.open(learner.code)
    with other.saving() as changes:
        changes.answer(answer(1))
    with learner.saving() as changes:
        changes.answer(answer(2))
    assert learner.answers() == (answer(1), answer(2))


def hold(path: Path, held: Event) -> None:
    with files.lock(path):
        held.set()
        threading.Event().wait()


@pytest.fixture
def holder(learner: LearnerFile, tmp_path: Path) -> Iterator[int]:
    """The id of a process that holds the learner's lock."""
    held = PROCESSES.Event()
    process = PROCESSES.Process(
        target=hold, args=(Names(tmp_path / f"{learner.code}.json").lock, held)
    )
    process.start()
    assert held.wait(PATIENCE)
    assert process.pid is not None
    yield process.pid
    process.kill()
    process.join()


@pytest.mark.usefixtures("holder")
def test_a_lock_that_is_held_for_ever_gives_a_clear_message(
    learner: LearnerFile, store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_WAIT", 0.05)
    with pytest.raises(LearnerBusy, match="Another copy"), learner.saving() as changes:
        changes.answer(answer())
    assert store.open(learner.code).answers() == ()
    assert learner.answers() == (answer(),)


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder"])
def test_a_lock_that_is_no_file_is_refused_at_once(
    kind: str, learner: LearnerFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever waited for it would be told after long that another copy has it.
    monkeypatch.setattr(files, "LOCK_WAIT", PATIENCE)
    lock = Names(tmp_path / f"{learner.code}.json").lock
    elsewhere = tmp_path / "elsewhere"
    lock.unlink()
    if kind == "folder":
        lock.mkdir()
    else:
        lock.symlink_to(elsewhere)
    if kind == "link":
        elsewhere.write_text("untouched")
    with pytest.raises(CannotSave), learner.saving() as changes:
        changes.answer(answer())
    assert elsewhere.exists() == (kind == "link")


def test_the_lock_of_a_killed_process_blocks_nobody(
    holder: int, learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    os.kill(holder, signal.SIGKILL)
    with learner.saving() as changes:
        changes.answer(answer())
    assert Names(tmp_path / f"{learner.code}.json").lock.exists()
    assert store.open(learner.code).answers() == (answer(),)
