"""Counts that several processes add to."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from progress.errors import CannotSave, Damaged
from progress.tally import Tally


def test_a_tally_without_a_file_is_empty(tmp_path: Path) -> None:
    assert Tally(tmp_path / "counts.json").read() == {}


def test_what_several_add_at_once_is_all_there(tmp_path: Path) -> None:
    path = tmp_path / "counts.json"

    def add(name: str) -> None:
        Tally(path).add("plan", "What is counted.", [name, "all"])

    with ThreadPoolExecutor(4) as several:
        list(several.map(add, ["a", "b"] * 20))
    assert Tally(path).read()["plan"].counts == {"a": 20, "all": 40, "b": 20}


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    Tally(tmp_path / "counts.json").add("plan", "", ["a"])
    assert (tmp_path / "counts.json").stat().st_mode & 0o077 == 0


def test_a_damaged_file_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "counts.json").write_text("[]", encoding="utf-8")
    with pytest.raises(Damaged):
        Tally(tmp_path / "counts.json").read()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotSave):
        Tally(tmp_path / "file" / "counts.json").add("plan", "", ["a"])
