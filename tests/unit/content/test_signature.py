"""Whether a course is still what it was: each change of a file or of the program is noticed."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from course.content import loader, signature
from course.content.compiled import Library
from course.content.model import Course
from tests.unit.content.course_edits import change, unread


def drop_glossary(folder: Path) -> None:
    (folder / "glossary" / "en.yaml").unlink()


def new_glossary(folder: Path) -> None:
    path = folder / "glossary" / "en.yaml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert Library(folder, folder.parent / "cache").edition().course.glossary == ()
    path.write_text(text, encoding="utf-8")


def same_size_and_time(folder: Path) -> None:
    path = folder / "en" / "one.yaml"
    before = path.stat()
    change(folder, "en/one.yaml", "Water is wet", "Water is hot")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def other_folder(folder: Path) -> None:
    change(folder, "en/one.yaml", "Water is wet", "Water is cold")
    shutil.copytree(folder, folder.parent / "other")
    shutil.rmtree(folder)
    (folder.parent / "other").rename(folder)


@pytest.mark.usefixtures("_later")
@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: change(folder, "course.yaml", "{en: Water}", "{en: Rivers}"),
        lambda folder: change(folder, "en/one.yaml", "Stay near", "Keep near"),
        lambda folder: change(folder, "glossary/en.yaml", "as water does", "as a river"),
        lambda folder: change(folder, "pictures/pond.yaml", "~", "-"),
        drop_glossary,
        new_glossary,
        pytest.param(
            same_size_and_time,
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows does not note such a change"),
        ),
        other_folder,
    ],
)
def test_every_change_is_noticed(sound: Path, cache: Path, edit: Callable[[Path], None]) -> None:
    Library(sound, cache).edition()
    edit(sound)
    for _ in range(2):
        assert Library(sound, cache).edition().course == loader.load(sound)


@pytest.mark.usefixtures("_later")
@pytest.mark.parametrize("again", ["language", "content", "version", "package"])
def test_nothing_that_another_program_compiled_is_used(
    sound: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    packages = [tmp_path / name for name in ("content", "language")]
    for package in packages:
        package.mkdir()
        (package / "some.py").write_text("x = 1\n", encoding="utf-8")
    site = tmp_path / "site-packages"
    (site / "msgspec-0.22.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(signature, "_PROGRAM", tuple(packages))
    monkeypatch.setattr(sys, "path", [*sys.path, str(site)])
    Library(sound, cache).edition()
    if again == "version":
        monkeypatch.setattr(sys, "version", "3.99")
    elif again == "package":
        (site / "msgspec-0.22.0.dist-info").rename(site / "msgspec-0.23.0.dist-info")
    else:
        (tmp_path / again / "some.py").write_text("x = 2\n", encoding="utf-8")
    load = Mock(wraps=loader.load)
    monkeypatch.setattr(loader, "load", load)
    for _ in range(2):
        assert Library(sound, cache).edition().course.id == "water"
    load.assert_called_once()


@pytest.mark.usefixtures("_later")
def test_files_of_the_same_bytes_are_read_once_more_and_then_known(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library(sound, cache).edition()
    for path in [*sound.rglob("*.yaml")]:
        path.write_bytes(path.read_bytes())
    unread(monkeypatch)
    assert Library(sound, cache).edition().course.title == "Water"
    monkeypatch.setattr(signature, "_digest", None)
    assert Library(sound, cache).edition().course.title == "Water"


def test_a_file_that_was_just_written_is_known_by_its_bytes_alone(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A second change within one tick of the clock leaves size and times as they are.
    change(sound, "course.yaml", "id: water", "id: river")
    Library(sound, cache).edition()
    digest = Mock(wraps=signature._digest)
    monkeypatch.setattr(signature, "_digest", digest)
    Library(sound, cache).edition()
    digest.assert_any_call(str(sound / "course.yaml"))


@pytest.mark.usefixtures("_later")
def test_a_file_that_changes_while_it_is_read_is_read_again(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = loader.load

    def load_and_change(folder: Path, language: str | None = None) -> Course:
        course = load(folder, language)
        change(folder, "course.yaml", "{en: Water}", "{en: Rivers}")
        return course

    with monkeypatch.context() as patch:
        patch.setattr(loader, "load", load_and_change)
        assert Library(sound, cache).edition().head.title == "Water"
    assert Library(sound, cache).edition().head.title == "Rivers"


def test_a_file_whose_name_is_no_text(
    sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        (sound / "en" / os.fsdecode(b"\xff.yaml")).write_bytes(b"")
    except OSError:
        pytest.skip("This system takes only text as a name.")
    Library(sound, cache).edition()
    unread(monkeypatch)
    assert Library(sound, cache).edition().course.title == "Water"
