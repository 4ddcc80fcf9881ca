"""Visits in another user's hands: nothing is made where that user could not read it."""

import os
from pathlib import Path

import pytest

from progress.errors import OtherOwner
from progress.inspection import inspect, repair
from progress.learners import LearnerStore
from progress.storage import Names
from tests.owner import SOMEBODY, as_user, give, needs_root, open_folder
from tests.unit.progress.samples import answer


@needs_root
def test_nothing_is_made_in_another_users_folder(tmp_path: Path) -> None:
    learner = LearnerStore(tmp_path).create("en")
    Names(tmp_path / f"{learner.code}.json").lock.unlink()
    os.chown(tmp_path, SOMEBODY, -1)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OtherOwner, match=rf"belong to {SOMEBODY}.*chown -R"):
        LearnerStore(tmp_path).create("en")
    with pytest.raises(OtherOwner), learner.saving() as changes:
        changes.answer(answer())
    with pytest.raises(OtherOwner):
        LearnerStore(tmp_path).forget(learner.code)
    assert sorted(tmp_path.iterdir()) == before
    assert learner.answers() == (answer(),)


@needs_root
@pytest.mark.parametrize("mends", [False, True])
def test_a_lock_that_root_left_is_in_nobodys_way(mends: bool) -> None:
    with open_folder() as folder:
        learner = LearnerStore(folder).create("en")
        lock = Names(folder / f"{learner.code}.json").lock
        give(folder, SOMEBODY)
        os.chown(lock, 0, -1)
        lock.chmod(0o600)
        with as_user(SOMEBODY):
            assert [each.fault for each in inspect(folder, learner.code)] == ["lock"]
            if mends:
                repair(folder, learner.code)
                assert list(inspect(folder, learner.code)) == []
            with learner.saving() as changes:
                changes.answer(answer())
            assert LearnerStore(folder).open(learner.code).answers() == (answer(),)
        assert lock.stat().st_uid == SOMEBODY


@needs_root
def test_another_users_file_is_told_as_such_and_not_as_a_strange_one() -> None:
    with open_folder() as folder:
        learner = LearnerStore(folder).create("en")
        give(folder, SOMEBODY)
        os.chown(folder / f"{learner.code}.json", 0, -1)
        with as_user(SOMEBODY):
            assert [each.fault for each in inspect(folder, learner.code)] == ["owner"]
            with pytest.raises(OtherOwner, match="belong to root"):
                LearnerStore(folder).open(learner.code)
