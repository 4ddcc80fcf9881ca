"""No command says how many visits there are where it could not look."""

import json
import os
from pathlib import Path

import pytest

from course.cli import main
from progress.learners import LearnerStore
from tests.owner import SOMEBODY, as_user, give, needs_root, open_folder
from tests.paths import TEA
from tests.unit.cli.conftest import Run

COMMANDS = [
    ["learners", "list"],
    ["learners", "show", "482719360"],
    ["learners", "forget", "482719360"],
    ["learners", "purge"],
    ["learners", "restore"],
    ["learners", "clock"],
    ["learners", "clock", "--right"],
    ["learners", "export"],
    ["learners", "export", "--format", "csv"],
    ["learners", "import", "visits.json"],
    ["learners", "check"],
    ["learners", "check", "--repair"],
    ["report"],
]
named = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)


@named
def test_where_no_folder_is_it_is_named_and_nothing_is_made(
    command: list[str], prolo: Run, data: Path
) -> None:
    ran = prolo(*command)
    assert (ran.status, ran.out) == (2, "")
    assert str(data) in ran.err
    assert "prolo where" in ran.err
    assert not data.exists()


@named
@needs_root
def test_another_users_folder_is_refused_with_the_words_to_type(
    command: list[str], prolo: Run, data: Path
) -> None:
    LearnerStore(data / "learners").create("en")
    give(data, SOMEBODY)
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    ran = prolo(*command)
    assert (ran.status, ran.out) == (2, "")
    assert f"belongs to {SOMEBODY}, and this runs as root" in ran.err
    assert f"runuser -u {SOMEBODY} -- prolo {command[0]}" in ran.err
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


@named
@needs_root
def test_a_folder_that_may_not_be_looked_into_is_refused(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with open_folder() as folder:
        data = folder / "data"
        LearnerStore(data / "learners").create("en")
        with as_user(SOMEBODY):
            status = main(["--modules", str(TEA), "--data-dir", str(data), *command])
        ran = capsys.readouterr()
        assert (status, ran.out) == (2, "")
        assert "sudo runuser -u root -- prolo" in ran.err


@pytest.mark.parametrize("command", [c for c in COMMANDS if c[-1] not in ("482719360",)])
def test_a_file_in_place_of_the_folder_is_refused(
    command: list[str], prolo: Run, data: Path
) -> None:
    data.mkdir()
    (data / "learners").write_text("")
    ran = prolo(*command)
    assert (ran.status, ran.out) == (2, "")
    assert "is no folder" in ran.err


@pytest.mark.parametrize("command", [["learners", "list"], ["learners", "export"], ["report"]])
@needs_root
def test_what_was_skipped_is_counted_and_makes_the_status_1(
    command: list[str], prolo: Run, data: Path, codes: list[str]
) -> None:
    os.chown(data / "learners" / f"{codes[0]}.json", SOMEBODY, -1)
    ran = prolo(*command)
    assert ran.status == 1
    assert "1" in ran.err + ran.out
    checked = prolo("learners", "check")
    assert checked.status == 1
    assert "belongs to another user" in checked.out
    assert "take it away" not in checked.out


def test_each_command_names_the_folder(prolo: Run, data: Path, codes: list[str]) -> None:
    for command in ("list", "purge", "export", "check", "clock"):
        assert f"Visits in {data / 'learners'}\n" in prolo("learners", command).err
    assert codes


def test_what_is_brought_back_can_be_read_by_whoever_owns_the_folder(
    prolo: Run, data: Path, codes: list[str], tmp_path: Path
) -> None:
    exported = tmp_path / "visits.json"
    exported.write_text(prolo("learners", "export").out)
    for path in (data / "learners").iterdir():
        path.unlink()
    (data / "learners").rmdir()
    assert prolo("learners", "import", str(exported)).status == 0
    owner = data.stat().st_uid
    assert {path.stat().st_uid for path in data.rglob("*")} == {owner}
    assert len(codes) == len(list((data / "learners").glob("*.json")))


def test_parts_of_an_export_bring_back_everybody(
    prolo: Run, data: Path, codes: list[str], tmp_path: Path
) -> None:
    parts = [prolo("learners", "export", "--part", f"{part}/3").out for part in (1, 2, 3)]
    told = [one["code"] for part in parts for one in json.loads(part)["learners"]]
    assert sorted(told) == codes
    for code in codes:
        prolo("learners", "forget", code)
    for part in parts:
        path = tmp_path / "part.json"
        path.write_text(part)
        assert prolo("learners", "import", str(path)).status == 0
    assert sorted(LearnerStore(data / "learners").codes()) == codes


@pytest.mark.parametrize("part", ["0/3", "4/3", "1", "1/0", "a/b", "1/3/4", "-1/3"])
def test_a_part_that_is_none_is_refused(part: str, prolo: Run, codes: list[str]) -> None:
    assert codes
    with pytest.raises(SystemExit) as left:
        prolo("learners", "export", f"--part={part}")
    assert left.value.code == 2


def test_whoever_was_put_to_rest_is_brought_back(prolo: Run, codes: list[str]) -> None:
    assert "rest for two days: 12" in prolo("learners", "purge", "--older-than", "0").out
    assert len(prolo("learners", "list").out.splitlines()) == 1
    assert "rest for two days: 12" in prolo("learners", "check").out
    assert "brought back: 1" in prolo("learners", "restore", codes[0]).out
    assert "brought back: 11" in prolo("learners", "restore").out
    assert len(prolo("learners", "list").out.splitlines()) == 1 + len(codes)
