"""Looking after the visits: what the staff types, and what they read then."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from progress.learners import LearnerStore
from tests.unit.cli.conftest import Run
from tests.unit.progress.samples import answer


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["purge"],
        ["export"],
        ["export", "--format", "csv"],
        ["check"],
        ["check", "--repair"],
    ],
)
def test_nothing_is_wrong_with_an_empty_folder(command: list[str], prolo: Run, data: Path) -> None:
    (data / "learners").mkdir(parents=True, mode=0o700)
    assert prolo("learners", *command).status == 0
    assert list((data / "learners").iterdir()) == []


@pytest.mark.parametrize("command", ["show", "forget", "export"])
@pytest.mark.parametrize("code", ["482719360", "12", "../../etc/passwd", "Jane Doe"])
def test_a_code_that_nobody_has_is_said_to_be_so(
    command: str, code: str, prolo: Run, codes: list[str]
) -> None:
    assert code not in codes
    ran = prolo("learners", command, code)
    assert (ran.status, ran.out) == (2, "")
    assert "nine digits" in ran.err
    assert code not in ran.err.splitlines()[-1]


def test_everyone_is_listed_with_when_and_how_far(prolo: Run, codes: list[str]) -> None:
    head, *lines = prolo("learners", "list").out.splitlines()
    assert head.split()[:2] == ["code", "language"]
    assert sorted(line[:11].replace(" ", "") for line in lines) == codes
    for line in lines:
        assert "2026-11-01 08:00" in line
        assert line.endswith(" %")
    last = [line[41:57] for line in lines]
    assert last == sorted(last, reverse=True)


def test_one_visit_is_shown(prolo: Run, codes: list[str]) -> None:
    ran = prolo("learners", "show", f"{codes[0][:3]} {codes[0][3:6]}-{codes[0][6:]}")
    assert ran.status == 0
    assert "making: " in ran.out
    assert "keeping: " in ran.out


def test_who_is_forgotten_is_gone(prolo: Run, codes: list[str], data: Path) -> None:
    assert prolo("learners", "forget", codes[0]).status == 0
    assert sorted(LearnerStore(data / "learners").codes()) == codes[1:]
    assert prolo("learners", "show", codes[0]).status == 2


def test_purge_goes_by_the_days_of_the_clinic(prolo: Run, codes: list[str], data: Path) -> None:
    (data / "clinic.yaml").write_text("keep_days: 3650\n")
    assert "two days: 0" in prolo("learners", "purge").out
    assert "two days: 12" in prolo("learners", "purge", "--older-than", "0").out
    assert list(LearnerStore(data / "learners").codes()) == []
    assert codes


@pytest.mark.parametrize("days", ["-1", "1.5", "soon", "9" * 12])
def test_days_that_are_none_are_refused(days: str, prolo: Run, codes: list[str]) -> None:
    try:
        status = prolo("learners", "purge", "--older-than", days).status
    except SystemExit as left:
        status = int(str(left.code))
    assert status == 2
    assert len(prolo("learners", "list").out.splitlines()) == 1 + len(codes)


def test_one_visit_is_exported_alone(prolo: Run, codes: list[str]) -> None:
    exported = json.loads(prolo("learners", "export", codes[3]).out)
    assert [one["code"] for one in exported["learners"]] == [codes[3]]


def test_csv_holds_a_line_for_each_record(prolo: Run, codes: list[str]) -> None:
    exported = json.loads(prolo("learners", "export").out)["learners"]
    rows = list(csv.DictReader(io.StringIO(prolo("learners", "export", "--format", "csv").out)))
    records = sum(1 + sum(map(len, (e["answers"], e["pages"], e["choices"]))) for e in exported)
    assert len(rows) == records
    assert {row["code"] for row in rows} == set(codes)
    first = next(row for row in rows if row["record"] == "answer")
    assert first["module"] == "making"
    assert first["result"] in ("right", "wrong", "unsure", "safe")


def test_check_finds_each_kind_of_fault_and_mends_what_it_can(
    prolo: Run, codes: list[str], data: Path
) -> None:
    folder = data / "learners"
    store = LearnerStore(folder)
    for code in codes[:4]:
        with store.open(code).saving() as changes:
            changes.answer(answer())
    damaged, missing, earlier, half, lost, foreign = (folder / f"{c}.json" for c in codes[:6])
    damaged.write_bytes(b"cut")
    missing.unlink()
    Path(f"{earlier}.1").write_bytes(b"cut")
    Path(f"{half}.tmp").write_bytes(b"half")
    os.utime(f"{half}.tmp", (0, 0))
    lost.write_bytes(b"cut")
    foreign.unlink()
    foreign.symlink_to("/etc/passwd")
    (folder / "notes\x1b.txt").write_text("")
    found = prolo("learners", "check")
    assert found.status == 1
    for path in (damaged, missing, lost, foreign):
        assert path.name in found.out
    assert f"{earlier.name}.1 is an earlier copy" in found.out
    assert f"{half.name}.tmp was left" in found.out
    assert "\x1b" not in found.out
    assert "Visits looked at: 12. Faults: 7." in found.out
    mended = prolo("learners", "check", "--repair")
    assert mended.out.count("is mended") == 4
    assert mended.status == 1
    assert "Faults: 3." in mended.out
    for code in codes[:4]:
        assert store.open(code).recovered is None
    assert "Faults: 3." in prolo("learners", "check").out


def test_check_says_that_the_counts_of_removed_visits_are_damaged(
    prolo: Run, codes: list[str], data: Path
) -> None:
    assert prolo("learners", "check").out == f"Visits looked at: {len(codes)}. Faults: 0.\n"
    (data / "counts.json").write_bytes(b"cut")
    found = prolo("learners", "check")
    assert found.status == 1
    assert "counts.json cannot be read. Every copy is damaged" in found.out
    assert "Faults: 1." in found.out


def test_clinic_settings_that_may_not_be_looked_at_are_told_in_words(
    prolo: Run, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("course.clinic.Path.exists", refuse)
        ran = prolo("learners", "purge")
    assert ran.status == 1
    assert ran.err.splitlines()[1].startswith("clinic.yaml:1:1: ")
    assert len(prolo("learners", "list").out.splitlines()) == 1 + len(codes)


def test_damaged_files_stop_neither_list_nor_export(
    prolo: Run, codes: list[str], data: Path
) -> None:
    path = data / "learners" / f"{codes[0]}.json"
    path.write_bytes(b"cut")
    for command in ("list", "export"):
        ran = prolo("learners", command)
        assert ran.status == 1
        assert codes[1][:3] in ran.out
        assert "left out: 1." in ran.err
        assert codes[0] not in ran.err
    assert path.read_bytes() == b"cut"
    ran = prolo("learners", "show", codes[0])
    assert ran.status == 1
    assert "No copy of this visit is sound" in ran.err
