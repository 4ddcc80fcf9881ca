"""What a storage that stays open takes for known, and what it looks at again."""

import errno
import os
from pathlib import Path

import pytest

from progress.learners import LearnerStore
from progress.snapshot import Changes, snapshot, snapshot_of_sound
from progress.storage import DurableStorage, Names
from tests.unit.progress.samples import answer, at_question, page, tick


def test_a_change_that_no_size_and_no_time_tells_is_seen(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path)
    learner = store.create("en")
    for number in (1, 2):
        with learner.saving() as changes:
            changes.answer(answer(number))
    names = Names(tmp_path / f"{learner.code}.json")
    content, before = names.current.read_bytes(), names.current.stat()
    with names.current.open("r+b") as file:
        file.write(content.replace(b"question-2", b"question-3"))
    os.utime(names.current, ns=(before.st_atime_ns, before.st_mtime_ns))
    with learner.saving() as changes:
        changes.answer(answer(4))
    assert names.damaged[0].exists()
    assert store.open(learner.code).answers() == (answer(1), answer(2), answer(4))


def test_who_changes_tables_that_were_read_changes_no_later_reading(tmp_path: Path) -> None:
    storage = DurableStorage(tmp_path / "any.json")
    written = {"answers": {"1": {"choice": "a"}}}
    storage.write(written)
    for tables in (written, storage.read(), storage.read_current()):
        assert tables is not None
        tables["answers"]["1"]["choice"] = "b"
        tables["pages"] = {}
        assert storage.read() == {"answers": {"1": {"choice": "a"}}}


def test_records_without_a_second_check_are_those_with_one(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path)
    learner = store.create("es")
    storage = DurableStorage(tmp_path / f"{learner.code}.json")
    tables = storage.read()
    assert tables is not None
    assert snapshot_of_sound(tables) == snapshot(tables)
    changes = Changes()
    for number in range(12):
        changes.answer(answer(number))
    changes.page_read(page())
    changes.pick(tick("eat"))
    changes.pick(tick("ride"))
    changes.pick(tick("eat", ticked=False))
    changes.bookmark(at_question(3))
    changes.apply(tables)
    tables["answers"] = dict(reversed(tables["answers"].items()))
    assert snapshot_of_sound(tables) == snapshot(tables)
    assert snapshot_of_sound(tables).answers == tuple(map(answer, range(12)))


@pytest.mark.parametrize("second_names", [True, False])
def test_where_there_are_no_second_names_the_place_of_a_file_is_saved_too(
    second_names: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = LearnerStore(tmp_path).create("en")
    path = Names(tmp_path / f"{learner.code}.json").current
    brought: list[Path] = []
    monkeypatch.setattr("progress.files.sync_file", brought.append)
    if not second_names:

        def refuse(*_: object) -> None:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr("progress.files.os.link", refuse)
    with learner.saving() as changes:
        changes.answer(answer(1))
    assert brought == ([] if second_names else [path])
