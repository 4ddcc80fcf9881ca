"""What happens to a learner when the file is not what was written."""

import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from progress.checked_json import MAX_BYTES, decode, encode
from progress.errors import Damaged, NewerSchema, NotOurFile, OtherOwner
from progress.learners import LearnerFile, LearnerStore
from progress.storage import DurableStorage, Names
from tests.unit.progress.samples import answer, at_question, page

Damage = Callable[[bytes], bytes]


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
            changes.bookmark(at_question(number))
    return learner


def file_of(learner: LearnerFile, folder: Path) -> Path:
    return folder / f"{learner.code}.json"


def reworked(change: Callable[[dict[str, Any]], object]) -> Damage:
    """A file with the right checksum that holds something else."""

    def damage(content: bytes) -> bytes:
        tables = decode(content)
        change(tables)
        return encode(tables)

    return damage


def signed(body: bytes) -> Damage:
    """A file whose checksum fits whatever is in it."""

    def damage(_: bytes) -> bytes:
        digest = hashlib.sha256(body).hexdigest().encode()
        return b'{"checksum":{"1":{"sha256":"' + digest + b'"}}' + body

    return damage


DAMAGES: dict[str, Damage] = {
    "empty": lambda _: b"",
    "one byte": lambda _: b"{",
    "cut in half": lambda content: content[: len(content) // 2],
    "last byte gone": lambda content: content[:-1],
    "first byte gone": lambda content: content[1:],
    "padded with NUL": lambda content: content + bytes(512),
    "all NUL": lambda content: bytes(len(content)),
    "end overwritten with NUL": lambda content: content[:-64] + bytes(64),
    "a line end after it": lambda content: content + b"\n",
    "byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "Latin-1": lambda content: content.replace(b"question-1", "quéstion-1".encode("latin-1")),
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "one letter changed": lambda content: content.replace(b"question-1", b"question-9"),
    "written twice": lambda content: content + content,
    "no checksum": lambda content: json.dumps(decode(content)).encode(),
    "wrong checksum": lambda content: content[:28] + b"0" * 64 + content[92:],
    "indented by an editor": lambda content: json.dumps(json.loads(content), indent=2).encode(),
    "an empty list": lambda _: b"[]",
    "null": lambda _: b"null",
    "NaN": lambda _: b"NaN",
    "not JSON at all": lambda _: b"<html>captive portal</html>",
    "too large": lambda content: content + b" " * MAX_BYTES,
    "deep": lambda _: b"[" * 100_000,
}

UNKNOWN: dict[str, Damage] = {
    "signed, deep": signed(b',"learner":' + b'{"a":' * 50_000 + b"}" * 50_000 + b"}"),
    "signed, cut": signed(b',"learner":{"1":'),
    "signed, NaN": signed(b',"learner":{"1":{"schema":NaN}}}'),
    "signed, a number too long": signed(b',"learner":{"1":{"schema":' + b"9" * 9_000 + b"}}}"),
    "signed, Latin-1": signed(b',"learner":{"1":{"schema":1,"language":"\xe9"}}}'),
    "signed, table is a list": signed(b',"learner":[]}'),
    "signed, row is a number": signed(b',"learner":{"1":1}}'),
    "signed, keys twice": signed(b',"learner":{"1":{"schema":1}},"learner":{"1":{"schema":1}}}'),
    "shape: no tables": reworked(lambda tables: tables.clear()),
    "shape: no learner": reworked(lambda tables: tables.pop("learner")),
    "shape: two learners": reworked(
        lambda tables: tables["learner"].update({"2": tables["learner"]["1"]})
    ),
    "shape: unknown table": reworked(lambda tables: tables.update({"names": {}})),
    "shape: unknown field": reworked(lambda tables: tables["answers"]["1"].update(name="x")),
    "shape: missing field": reworked(lambda tables: tables["answers"]["1"].pop("hash")),
    "shape: wrong type": reworked(lambda tables: tables["answers"]["1"].update(seconds="7")),
    "shape: schema is a word": reworked(lambda tables: tables["learner"]["1"].update(schema="1")),
    "shape: schema nought": reworked(lambda tables: tables["learner"]["1"].update(schema=0)),
    "shape: id is no number": reworked(
        lambda tables: tables["answers"].update({"x": tables["answers"]["1"]})
    ),
    "shape: the same id twice": reworked(
        lambda tables: tables["answers"].update({"01": tables["answers"]["1"]})
    ),
    "shape: a sentence": reworked(lambda tables: tables["answers"]["1"].update(choice="My knee.")),
    "shape: lone surrogate": signed(b',"learner":{"1":{"schema":1,"language":"\\ud800"}}}'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_the_generation_before_is_used_and_the_person_told(
    damage: Damage, learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = file_of(learner, tmp_path)
    bad = damage(path.read_bytes())
    path.write_bytes(bad)
    found = store.open(learner.code)
    assert found.answers() == (answer(1), answer(2))
    assert found.recovered == found.learner.last_seen
    assert path.with_name(path.name + ".damaged").read_bytes() == bad
    with found.saving() as changes:
        changes.answer(answer(9))
    again = store.open(learner.code)
    assert again.answers() == (answer(1), answer(2), answer(9))
    assert again.recovered is None


@pytest.mark.parametrize("change", UNKNOWN.values(), ids=UNKNOWN)
def test_what_has_the_right_checksum_is_taken_for_newer_and_left_alone(
    change: Damage, learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = file_of(learner, tmp_path)
    path.write_bytes(change(path.read_bytes()))
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    with pytest.raises(NewerSchema):
        store.open(learner.code)
    with pytest.raises(NewerSchema), learner.saving() as changes:
        changes.answer(answer(4))
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_the_third_generation_serves_when_two_are_damaged(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    for path in Names(file_of(learner, tmp_path)).generations[:2]:
        path.write_bytes(b"")
    assert store.open(learner.code).answers() == (answer(1),)


def test_a_current_file_that_is_gone_is_replaced_by_the_one_before(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    file_of(learner, tmp_path).unlink()
    found = store.open(learner.code)
    assert found.answers() == (answer(1), answer(2))
    assert found.recovered is not None


def test_damage_during_a_visit_costs_nothing(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    with learner.saving() as changes:
        changes.page_read(page())
    names = Names(file_of(learner, tmp_path))
    for damaged in ([names.current], names.generations):
        for path in damaged:
            path.write_bytes(b"")
        with learner.saving() as changes:
            changes.answer(answer(4))
        found = store.open(learner.code)
        assert found.answers() == learner.answers()
        assert found.pages() == (page(),)
        assert found.learner.place == at_question(3)
    assert [one.question[-1] for one in learner.answers()] == ["1", "2", "3", "4", "4"]


def test_when_every_copy_is_damaged_it_is_said_again_and_again(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    for path in Names(file_of(learner, tmp_path)).generations:
        path.write_bytes(b"x")
    for _ in range(2):
        with pytest.raises(Damaged, match="set aside"):
            store.open(learner.code)
    assert len(list(tmp_path.glob("*.damaged"))) == 3


def test_one_damaged_file_touches_nobody_else(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    other = store.create("en")
    for path in Names(file_of(learner, tmp_path)).generations:
        path.write_bytes(b"")
    with pytest.raises(Damaged):
        store.open(learner.code)
    assert store.open(other.code).recovered is None


def test_a_file_of_a_newer_program_is_left_alone(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = file_of(learner, tmp_path)
    newer = encode({"learner": {"1": {"schema": 3, "mood": "fine"}}, "moods": {}})
    path.write_bytes(newer)
    with pytest.raises(NewerSchema):
        store.open(learner.code)
    with pytest.raises(NewerSchema), learner.saving() as changes:
        changes.answer(answer(4))
    assert path.read_bytes() == newer
    assert not list(tmp_path.glob("*.damaged"))
    assert learner.answers()[-1] == answer(4)


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder", "owner"])
def test_what_is_not_our_file_is_refused_and_not_touched(
    kind: str, learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    path = file_of(learner, tmp_path)
    elsewhere = tmp_path / "elsewhere"
    content = path.read_bytes()
    path.unlink()
    match kind:
        case "link":
            elsewhere.write_bytes(content)
            path.symlink_to(elsewhere)
        case "dangling link":
            path.symlink_to(elsewhere)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "owner":
            if os.geteuid() != 0:
                pytest.skip("only root can give a file away")
            path.write_bytes(content)
            os.chown(path, 12345, -1)
        case _:
            pass
    before = path.lstat()
    with pytest.raises((NotOurFile, OtherOwner)):
        store.open(learner.code)
    with pytest.raises((NotOurFile, OtherOwner)), learner.saving() as changes:
        changes.answer(answer(4))
    after = path.lstat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("text", ["\ud800", float("nan"), float("inf")])
def test_what_is_no_json_is_never_written(text: object, tmp_path: Path) -> None:
    storage = DurableStorage(tmp_path / "any.json")
    with pytest.raises(ValueError, match=r"."):
        storage.write({"table": {"1": {"field": text}}})
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_file_of_a_dead_writer_is_in_nobodys_way(
    learner: LearnerFile, store: LearnerStore, tmp_path: Path
) -> None:
    temporary = Names(file_of(learner, tmp_path)).temporary
    temporary.write_bytes(b"half a fi")
    temporary.chmod(stat.S_IRUSR)
    with learner.saving() as changes:
        changes.answer(answer(4))
    assert not temporary.exists()
    assert len(store.open(learner.code).answers()) == 4
