"""What has the right checksum is never damaged: this program may only be too old for it."""

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress import migrations
from progress.checked_json import decode, encode
from progress.errors import Damaged, NewerSchema
from progress.inspection import inspect, repair
from progress.learners import LearnerFile, LearnerStore
from progress.records import SCHEMA
from progress.storage import Names
from tests.unit.progress.samples import answer


@pytest.fixture
def store(tmp_path: Path) -> LearnerStore:
    return LearnerStore(tmp_path)


@pytest.fixture
def learner(store: LearnerStore) -> LearnerFile:
    """Three answers in the current file, two in the one before."""
    learner = store.create("en")
    for number in (1, 2, 3):
        with learner.saving() as changes:
            changes.answer(answer(number))
    return learner


def names_of(learner: LearnerFile, folder: Path) -> Names:
    return Names(folder / f"{learner.code}.json")


def test_what_was_set_aside_and_is_sound_is_used_again(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    names = names_of(learner, tmp_path)
    for path, aside in zip(names.generations, names.damaged, strict=True):
        path.rename(aside)
    with pytest.raises(Damaged):
        store.open(learner.code)
    assert {each.fault for each in inspect(tmp_path, learner.code)} == {"missing", "sound aside"}
    repair(tmp_path, learner.code)
    assert store.open(learner.code).answers() == (answer(1), answer(2), answer(3))
    assert list(inspect(tmp_path, learner.code)) == []
    assert list(tmp_path.glob("*.damaged")) == []


def test_it_is_added_to_what_was_done_since(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    names = names_of(learner, tmp_path)
    names.current.rename(names.damaged[0])
    with store.open(learner.code).saving() as changes:
        changes.answer(answer(4))
    repair(tmp_path, learner.code)
    found = {one.question for one in store.open(learner.code).answers()}
    assert found == {f"question-{number}" for number in (1, 2, 3, 4)}


def test_one_that_is_newer_stays_aside(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    names = names_of(learner, tmp_path)
    newer = encode({"learner": {"1": {"schema": SCHEMA + 1}}})
    names.damaged[0].write_bytes(newer)
    repair(tmp_path, learner.code)
    assert [each.fault for each in inspect(tmp_path, learner.code)] == ["newer"]
    assert names.damaged[0].read_bytes() == newer
    assert store.open(learner.code).answers() == learner.answers()


def test_a_sound_copy_under_another_name_is_called_a_copy(
    learner: LearnerFile, tmp_path: Path
) -> None:
    from progress.inspection import strays

    names = names_of(learner, tmp_path)
    (tmp_path / "copy of a visit.json").write_bytes(names.current.read_bytes())
    (tmp_path / "notes.txt").write_text("none")
    for path in tmp_path.iterdir():
        os.utime(path, (time.time(),) * 2)
    assert {each.file: each.fault for each in strays(tmp_path)} == {
        "copy of a visit.json": "copy",
        "notes.txt": "foreign",
    }


# What is written can be read

_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.lists(st.integers(), max_size=2)
)
_ROWS = st.dictionaries(st.text(max_size=3), _LEAVES, max_size=3) | _LEAVES
_TABLES = st.dictionaries(
    st.sampled_from(["learner", "checksum", "answers", ""]),
    st.dictionaries(st.text(max_size=3), _ROWS, max_size=3) | _LEAVES,
    max_size=3,
)


@given(_TABLES)
def test_what_is_written_can_be_read_and_nothing_else_is_written(tables: Any) -> None:
    try:
        content = encode(tables)
    except ValueError:
        return
    assert decode(content) == tables


@pytest.mark.parametrize(
    "tables",
    [
        {"checksum": {"1": {"sha256": "0"}}},
        {"answers": []},
        {"answers": {"1": 1}},
        {"answers": {"1": {"when": b"x"}}},
    ],
)
def test_what_could_not_be_read_is_refused_when_it_is_written(tables: Any) -> None:
    with pytest.raises(ValueError, match=r"JSON|taken|read"):
        encode(tables)


# From shape to shape


def of_schema(number: int, tables: dict[str, Any]) -> dict[str, Any]:
    row = {**tables["learner"]["1"], "schema": number}
    if number == 1:
        del row["clock"]
    return {**tables, "learner": {"1": row}}


def test_the_new_program_goes_on_with_an_old_file(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = names_of(learner, tmp_path).current
    path.write_bytes(encode(of_schema(1, decode(path.read_bytes()))))
    found = store.open(learner.code)
    assert found.recovered is None
    assert found.answers() == learner.answers()
    assert found.learner.clock == "believed"
    with found.saving() as changes:
        changes.answer(answer(4))
    assert json.loads(path.read_bytes())["learner"]["1"]["schema"] == SCHEMA
    assert store.open(learner.code).answers()[-1] == answer(4)


def test_an_old_program_leaves_a_new_file_as_it_is(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        # All that an older program lacks is what it does not know of.
        patch.setattr(migrations, "SCHEMA", SCHEMA - 1)
        before = {path: path.read_bytes() for path in tmp_path.iterdir()}
        with pytest.raises(NewerSchema, match="newer version"):
            store.open(learner.code)
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert store.open(learner.code).answers() == learner.answers()


def test_each_step_leads_to_the_next_shape() -> None:
    row = {"schema": 1, "language": "en"}
    assert migrations.learner_brought_up(row) == {**row, "schema": 2, "clock": "believed"}
    assert row == {"schema": 1, "language": "en"}
    for odd in (0, -1, SCHEMA + 1, True, "1", None):
        with pytest.raises(NewerSchema):
            migrations.learner_brought_up({"schema": odd})
