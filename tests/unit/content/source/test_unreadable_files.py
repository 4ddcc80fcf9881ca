"""What stands at the path of a file need not be a file, nor of a size that can be read."""

import os
import sys
from pathlib import Path

import pytest

from course.content.source.files import MAX_BYTES
from course.content.source.yaml_reader import MAX_NODES
from tests.unit.content.course_edits import found

MODULE = "en/one.yaml"

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@on_unix
def test_link_to_a_file(sound: Path, tmp_path: Path) -> None:
    elsewhere = (sound / MODULE).rename(tmp_path / "elsewhere.yaml")
    (sound / MODULE).symlink_to(elsewhere)
    assert found(sound) == [
        "en/one.yaml:1:1: This is a link to a file somewhere else. "
        "Put the file itself in its place."
    ]


@on_unix
def test_link_to_nothing(sound: Path) -> None:
    (sound / MODULE).unlink()
    (sound / MODULE).symlink_to("nowhere.yaml")
    assert [line[:32] for line in found(sound)] == ["en/one.yaml:1:1: This is a link "]


@on_unix
def test_link_to_a_folder(sound: Path, tmp_path: Path) -> None:
    elsewhere = (sound / "en").rename(tmp_path / "elsewhere")
    (sound / "en").symlink_to(elsewhere)
    assert found(sound) == [
        f"en/{name}.yaml:1:1: The folder en is a link to a folder somewhere else. "
        "Put the folder itself in its place."
        for name in ("more", "one")
    ]


@on_unix
def test_pipe_is_not_waited_for(sound: Path) -> None:
    (sound / MODULE).unlink()
    os.mkfifo(sound / MODULE)
    assert found(sound) == ["en/one.yaml:1:1: This is not a file. Put a text file in its place."]


def test_folder(sound: Path) -> None:
    (sound / MODULE).unlink()
    (sound / MODULE).mkdir()
    assert found(sound) == ["en/one.yaml:1:1: This is not a file. Put a text file in its place."]


def test_more_than_a_megabyte(sound: Path) -> None:
    with (sound / MODULE).open("a", encoding="utf-8") as file:
        file.write("# Water\n" * (MAX_BYTES // 8))
    assert found(sound) == [
        "en/one.yaml:1:1: The file is larger than 1 MB. "
        "Make it shorter; a long module can become two."
    ]


def test_more_than_twenty_thousand_values(sound: Path) -> None:
    (sound / MODULE).write_text("- a\n" * MAX_NODES, encoding="utf-8")
    assert found(sound) == [
        "en/one.yaml:20000:3: The file has more than 20,000 values. "
        "Make it shorter; a long module can become two."
    ]


def test_file_that_has_gone(sound: Path) -> None:
    (sound / "sources.yaml").unlink()
    assert found(sound) == ["sources.yaml:1:1: There is no such file. Write it, or mend its name."]


def test_folder_that_has_no_course(tmp_path: Path) -> None:
    assert [line.partition(":")[0] for line in found(tmp_path)] == ["course.yaml", "sources.yaml"]


def test_file_that_may_not_be_read(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path), flags)

    monkeypatch.setattr(os, "open", refuse)
    assert found(sound)[-1] == (
        "triage.yaml:1:1: The file cannot be read (Permission denied). "
        "Ask whoever looks after the computer."
    )
