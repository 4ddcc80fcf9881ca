"""Bringing visits back: equal to what went out, and all of a file or nothing."""

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from progress.learners import LearnerStore
from progress.transfer import put
from tests.unit.cli.conftest import Run
from tests.unit.progress.samples import answer


def test_what_was_exported_comes_back_equal(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    store = LearnerStore(data / "learners")
    with store.open(codes[0]).saving() as changes:
        changes.answer(answer())
    before = contents(data)
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export").out)
    for code in codes:
        prolo("learners", "forget", code)
    assert contents(data) == {}
    assert "brought back: 12." in prolo("learners", "import", str(exported)).out
    assert contents(data) == before
    again = prolo("learners", "import", str(exported))
    assert "brought back: 0. There already, and the same: 12." in again.out


def contents(data: Path) -> dict[str, object]:
    """Every file, field by field; the checksum covers the order of the tables too."""
    found = {}
    for path in sorted((data / "learners").glob("*.json")):
        found[path.name] = json.loads(path.read_text())
        del found[path.name]["checksum"]
        found[path.name] = {name: rows for name, rows in found[path.name].items() if rows}
    return found


def test_who_was_brought_back_leaves_when_their_time_is_up(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export", codes[0]).out)
    prolo("learners", "forget", codes[0])
    prolo("learners", "import", str(exported))
    seen = json.loads(exported.read_text())["learners"][0]["learner"]["last_seen"]
    changed = (data / "learners" / f"{codes[0]}.json").stat().st_mtime
    assert changed == datetime.datetime.fromisoformat(seen).timestamp()


def test_another_visit_under_the_same_code_stays(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export").out)
    prolo("learners", "forget", codes[0])
    with LearnerStore(data / "learners").open(codes[1]).saving() as changes:
        changes.answer(answer())
    before = contents(data)
    ran = prolo("learners", "import", str(exported))
    assert ran.status == 1
    assert "another visit with this code is here already" in ran.err
    assert codes[1] not in ran.err
    assert contents(data) == before


def test_every_fault_is_told_and_none_of_its_words(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    whole = json.loads(prolo("learners", "export").out)
    for code in codes:
        prolo("learners", "forget", code)
    one, two, three, four, five = whole["learners"][:5]
    one["answers"][0]["choice"] = "I am Jane Doe"
    two["learner"]["Jane Doe"] = 1
    three["pages"] = {"Jane Doe": 2}
    four["learner"]["created"] = "2026-02-31T00:00:00Z"
    five["code"] = whole["learners"][5]["code"]
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps(whole))
    ran = prolo("learners", "import", str(path))
    assert ran.status == 1
    for place in (
        "learners[0].answers[0].choice:",
        "learners[1].learner:",
        "learners[2].pages:",
        "learners[3].learner.created:",
        "learners[5].code:",
    ):
        assert place in ran.err
    assert "Jane" not in ran.err
    assert contents(data) == {}


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "null", "{}", "[" * 100_000, "\x00\xff", "1e999", '{"format": "x"}'),
        '{"format": "prolotherapy-course learners", "version": 3, "learners": []}',
        '{"format": "prolotherapy-course learners", "version": 1}',
    ],
)
def test_what_is_no_export_is_refused(content: str, prolo: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    path = tmp_path / "file.json"
    path.write_bytes(content.encode("latin-1"))
    ran = prolo("learners", "import", str(path))
    assert ran.status == 2
    assert str(path) in ran.err


def test_a_file_that_is_not_there_is_said_to_be_so(prolo: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    for path in (tmp_path / "none.json", tmp_path):
        ran = prolo("learners", "import", str(path))
        assert ran.status == 2
        assert "cannot be read" in ran.err


def test_a_full_disk_leaves_no_half_of_an_import(
    prolo: Run,
    codes: list[str],
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export").out)
    for code in codes:
        prolo("learners", "forget", code)
    real, written = os.write, []

    def full(*arguments: Any) -> int:
        written.append(arguments)
        if len(written) > 5:
            raise OSError(28, "No space left on device")
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr("progress.files.os.write", full)
        ran = prolo("learners", "import", str(exported))
    assert ran.status == 1
    assert "disk is not full" in ran.err
    assert contents(data) == {}


def test_breaking_off_an_import_leaves_nothing_and_no_traceback(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export").out)
    for code in codes:
        prolo("learners", "forget", code)
    left = [3]

    def impatient(*arguments: Any) -> bool:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return put(*arguments)

    monkeypatch.setattr("course.learners.imports.put", impatient)
    ran = prolo("learners", "import", str(exported))
    assert (ran.status, left) == (1, [0])
    assert "Stopped" in ran.err
    assert contents(data) == {}


@pytest.mark.parametrize(
    ("place", "written", "instead"),
    [
        ("learners[0].answers[0]", '"seconds": 7', '"seconds": true'),
        ("learners[0].answers[0]", '"seconds": 7', '"seconds": 7.0'),
        ("learners[0].learner.schema", '"schema": 2', '"schema": true'),
        ("learners[0].learner.schema", '"schema": 2', '"schema": 3'),
        ("learners[0].learner.created", "T08:00:00Z", "T24:00:00Z"),
        ("learners[0].learner.created", "2026-11-01T08", "1969-11-01T08"),
        ("whole and unchanged", '"language": "en"', '"language": "en", "language": "es"'),
        ("whole and unchanged", '"seconds": 7', '"seconds": NaN'),
        ("another version", '"version": 2', '"version": true'),
    ],
)
def test_what_is_not_written_as_it_should_be_is_refused(
    place: str, written: str, instead: str, prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    with LearnerStore(data / "learners").open(codes[0]).saving() as changes:
        changes.answer(answer())
    whole = json.loads(prolo("learners", "export", codes[0]).out)
    whole["learners"][0]["answers"] = whole["learners"][0]["answers"][-1:]
    prolo("learners", "forget", codes[0])
    before = contents(data)
    text = json.dumps(whole)
    assert written in text
    path = tmp_path / "odd.json"
    path.write_text(text.replace(written, instead, 1))
    ran = prolo("learners", "import", str(path))
    assert ran.status in (1, 2)
    assert place in ran.err
    assert contents(data) == before


def test_an_export_of_the_version_before_is_brought_back(
    prolo: Run, codes: list[str], data: Path, tmp_path: Path
) -> None:
    before = contents(data)
    whole = json.loads(prolo("learners", "export").out)
    whole["version"] = 1
    for one in whole["learners"]:
        one["learner"]["schema"] = 1
        del one["learner"]["clock"]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(whole))
    for code in codes:
        prolo("learners", "forget", code)
    assert "brought back: 12." in prolo("learners", "import", str(path)).out
    assert contents(data) == before
