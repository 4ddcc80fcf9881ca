"""What a learner gets back, in memory and on disk alike."""

import stat
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from progress import files
from progress.codes import is_code, new_code
from progress.errors import CannotSave, LearnerBusy, NewerSchema, NoSuchLearner
from progress.learners import LearnerFile, LearnerStore
from progress.records import Bookmark
from tests.unit.progress.samples import answer, at_question, page, tick


@pytest.fixture
def store(tmp_path: Path) -> LearnerStore:
    return LearnerStore(tmp_path / "data" / "learners")


@pytest.fixture(params=["disk", "memory"])
def learner(request: pytest.FixtureRequest, store: LearnerStore) -> LearnerFile:
    return store.create("en") if request.param == "disk" else LearnerFile.in_memory("en")


def test_a_new_learner_is_at_the_map(learner: LearnerFile) -> None:
    assert is_code(learner.code)
    assert learner.learner.language == "en"
    assert learner.learner.place == Bookmark("map")
    assert not any((learner.answers(), learner.pages(), learner.picked()))


def test_an_action_is_read_back(learner: LearnerFile) -> None:
    with learner.saving() as changes:
        changes.answer(answer(1))
        changes.bookmark(at_question(2))
    assert learner.answers() == (answer(1),)
    assert learner.learner.place == at_question(2)


def test_every_try_is_kept_in_its_order(learner: LearnerFile) -> None:
    tries = [answer(1, "a1b2c3d4"), answer(1, "a1b2c3d4"), answer(3), answer(2)]
    for one in tries:
        with learner.saving() as changes:
            changes.answer(one)
    assert list(learner.answers()) == tries


def test_a_page_read_again_stays_one_page(learner: LearnerFile) -> None:
    for name in ("tell-us", "before", "tell-us"):
        with learner.saving() as changes:
            changes.page_read(page(name))
    assert learner.pages() == (page("tell-us"), page("before"))


def test_a_tick_taken_back_is_taken_back(learner: LearnerFile) -> None:
    with learner.saving() as changes:
        changes.pick(tick("eat"))
        changes.pick(tick("ride"))
    with learner.saving() as changes:
        changes.pick(tick("eat", ticked=False))
    assert learner.picked() == (tick("eat", ticked=False), tick("ride"))


def test_an_action_that_breaks_off_leaves_nothing(learner: LearnerFile) -> None:
    def broken_off() -> None:
        with learner.saving() as changes:
            changes.answer(answer())
            raise KeyError

    with pytest.raises(KeyError):
        broken_off()
    assert learner.answers() == ()


def test_everything_comes_back_with_the_code(store: LearnerStore) -> None:
    first = store.create("es")
    with first.saving() as changes:
        changes.answer(answer())
        changes.page_read(page())
        changes.pick(tick())
        changes.bookmark(at_question(4))
    again = store.open(first.code)
    assert again.learner == first.learner
    assert again.answers() == (answer(),)
    assert again.pages() == (page(),)
    assert again.picked() == (tick(),)
    assert again.recovered is None
    assert again.is_kept


def test_an_unknown_code_opens_nothing_and_leaves_no_trace(
    store: LearnerStore, tmp_path: Path
) -> None:
    store.create("en")
    before = sorted(tmp_path.rglob("*"))
    for code in (new_code(), "123", "../../etc/passwd", ""):
        with pytest.raises(NoSuchLearner):
            store.open(code)
    assert sorted(tmp_path.rglob("*")) == before


def test_no_code_opens_where_there_is_no_folder_yet(store: LearnerStore, tmp_path: Path) -> None:
    with pytest.raises(NoSuchLearner):
        store.open(new_code())
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_can_read_the_files(store: LearnerStore, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "learners"
    folder.mkdir(parents=True, mode=0o755)
    with store.create("en").saving() as changes:
        changes.answer(answer())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name[9:]: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {".json": 0o600, ".json.1": 0o600, ".json.lock": 0o600}


def test_new_folders_are_closed_to_others_and_on_the_disk_before_a_file_in_them(
    store: LearnerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[Path] = []
    monkeypatch.setattr(files, "sync_folder", brought.append)
    store.create("en")
    data = tmp_path / "data"
    assert brought[:2] == [tmp_path, data]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (data, data / "learners")] == [0o700] * 2


def test_three_generations_are_kept_and_no_more(store: LearnerStore, tmp_path: Path) -> None:
    learner = store.create("en")
    for number in range(5):
        with learner.saving() as changes:
            changes.answer(answer(number))
    counts = {}
    for path in (tmp_path / "data" / "learners").glob("*.json*"):
        if path.suffix != ".lock":
            with TinyDB(path) as database:
                counts[path.name[9:]] = len(database.table("answers"))
    assert counts == {".json": 5, ".json.1": 4, ".json.2": 3}


def test_any_tinydb_opens_the_file(store: LearnerStore, tmp_path: Path) -> None:
    learner = store.create("en")
    with learner.saving() as changes:
        changes.answer(answer())
    with TinyDB(tmp_path / "data" / "learners" / f"{learner.code}.json") as database:
        assert database.tables() == {"checksum", "learner", "answers"}
        assert database.table("answers").all()[0]["question"] == "question-1"
        assert database.table("learner").all()[0]["schema"] == 2


def test_a_visit_goes_on_in_memory_when_nothing_can_be_saved(
    store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = store.create("en")
    with learner.saving() as changes:
        changes.answer(answer(1))
    with monkeypatch.context() as patch:
        patch.setattr("progress.files.os.write", _full)
        for number in (2, 3):
            with pytest.raises(CannotSave, match="disk is not full"), learner.saving() as changes:
                changes.answer(answer(number))
        assert not learner.is_kept
        assert learner.answers() == (answer(1), answer(2), answer(3))
        assert store.open(learner.code).answers() == (answer(1),)
        with pytest.raises(CannotSave):
            store.create("en")
    with learner.saving() as changes:
        changes.answer(answer(4))
    assert learner.is_kept
    everything = tuple(map(answer, (1, 2, 3, 4)))
    assert learner.answers() == store.open(learner.code).answers() == everything


def test_two_tries_that_are_the_same_are_both_kept_when_saved_late(
    store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = store.create("en")
    with learner.saving() as changes:
        changes.answer(answer(1))
    with monkeypatch.context() as patch:
        patch.setattr("progress.files.os.write", _full)
        for _ in range(2):
            with pytest.raises(CannotSave), learner.saving() as changes:
                changes.answer(answer(1))
    with learner.saving() as changes:
        changes.answer(answer(2))
    everything = (answer(1), answer(1), answer(1), answer(2))
    assert learner.answers() == store.open(learner.code).answers() == everything


def test_a_tick_that_was_saved_late_undoes_none_that_is_newer(
    store: LearnerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = store.create("en")
    with learner.saving() as changes:
        changes.pick(tick("eat"))
    other = store.open(learner.code)
    with other.saving() as changes:
        changes.pick(
            msgspec.structs.replace(tick("eat", ticked=False), when="2026-11-22T13:00:00Z")
        )
    with monkeypatch.context() as patch:
        patch.setattr("progress.files.os.write", _full)
        with pytest.raises(CannotSave), learner.saving() as changes:
            changes.answer(answer(1))
    with learner.saving() as changes:
        changes.answer(answer(2))
    assert [one.ticked for one in store.open(learner.code).picked()] == [False]


def test_a_learner_who_could_not_be_made_leaves_no_file(
    store: LearnerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("progress.files.os.write", _full)
    with pytest.raises(CannotSave):
        store.create("en")
    assert list((tmp_path / "data" / "learners").iterdir()) == []


def test_a_learner_in_memory_never_claims_to_be_kept(tmp_path: Path) -> None:
    learner = LearnerFile.in_memory("en")
    with learner.saving() as changes:
        changes.answer(answer())
    assert not learner.is_kept
    assert list(tmp_path.iterdir()) == []


def test_a_language_that_is_none_is_refused(store: LearnerStore) -> None:
    with pytest.raises(ValueError, match="language"):
        store.create("John Smith")


@pytest.mark.parametrize("error", [NoSuchLearner(), LearnerBusy(), NewerSchema()])
def test_errors_say_what_to_do(error: Exception) -> None:
    assert str(error).count(".") >= 2


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device")
