"""The file is another one than this program wrote: what is known here is not lost."""

from pathlib import Path

import pytest

from progress.learners import LearnerFile, LearnerStore
from progress.storage import Names
from tests.unit.progress.samples import answer, at_question, page, tick


@pytest.fixture
def store(tmp_path: Path) -> LearnerStore:
    return LearnerStore(tmp_path)


@pytest.fixture
def learner(store: LearnerStore) -> LearnerFile:
    return store.create("en")


def say(learner: LearnerFile, number: int, choice: str = "a1b2c3d4") -> None:
    with learner.saving() as changes:
        changes.answer(answer(number, choice))
        changes.bookmark(at_question(number))


def test_an_older_copy_that_was_put_back_costs_nothing(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = Names(tmp_path / f"{learner.code}.json").current
    say(learner, 1)
    backup = path.read_bytes()
    with learner.saving() as changes:
        changes.answer(answer(2))
        changes.page_read(page())
        changes.pick(tick())
    say(learner, 3)
    path.write_bytes(backup)
    with learner.saving() as changes:
        changes.answer(answer(4))
    found = store.open(learner.code)
    assert found.answers() == learner.answers() == tuple(map(answer, (1, 2, 3, 4)))
    assert (found.pages(), found.picked()) == ((page(),), (tick(),))
    assert found.learner.place == at_question(3)


def test_what_another_program_overwrote_is_saved_again(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    # As on a disk whose locks keep nobody out: both read, one saves, the other saves over it.
    path = Names(tmp_path / f"{learner.code}.json").current
    other = store.open(learner.code)
    read = path.read_bytes()
    say(other, 1, "bbbbbbbb")
    path.write_bytes(read)
    say(learner, 2, "aaaaaaaa")
    say(other, 3, "bbbbbbbb")
    say(learner, 4, "aaaaaaaa")
    told = sorted(one.question for one in store.open(learner.code).answers())
    assert told == [f"question-{number}" for number in (1, 2, 3, 4)]


def test_a_place_that_another_program_noted_later_is_not_taken_back(
    learner: LearnerFile, store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(learner, 1)
    other = store.open(learner.code)
    monkeypatch.setattr("progress.snapshot.moment", lambda: "2999-01-01T00:00:00Z")
    say(other, 2)
    with learner.saving() as changes:
        changes.answer(answer(3))
    assert store.open(learner.code).learner.place == at_question(2)
