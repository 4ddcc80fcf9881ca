"""Which files were saved."""

from pathlib import Path

import pytest

from course.content.drafting.watched import Watched


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "course.yaml").write_text("format: 1\n")
    (tmp_path / "en" / "tea.yaml").write_text("id: tea\n")
    return tmp_path


def after_two_looks(watched: Watched) -> list[str]:
    assert watched.changed() == []
    return watched.changed()


def test_nothing_is_told_of_what_stays(folder: Path) -> None:
    assert after_two_looks(Watched(folder)) == []


def test_a_save_is_told_once_it_is_at_rest(folder: Path) -> None:
    watched = Watched(folder)
    (folder / "en" / "tea.yaml").write_text("id: other\n")
    assert watched.changed() == []
    (folder / "en" / "tea.yaml").write_text("id: another\n")
    assert after_two_looks(watched) == ["en/tea.yaml"]
    assert after_two_looks(watched) == []


def test_a_file_in_the_place_of_another_one_is_told(folder: Path) -> None:
    watched = Watched(folder)
    (folder / "en" / ".new").write_text("id: tee\n")
    (folder / "en" / ".new").replace(folder / "en" / "tea.yaml")
    assert after_two_looks(watched) == ["en/tea.yaml"]


def test_new_files_and_those_that_are_gone_are_told(folder: Path) -> None:
    watched = Watched(folder)
    (folder / "pictures").mkdir()
    (folder / "pictures" / "cup.svg").write_text("<svg/>")
    (folder / "course.yaml").unlink()
    assert after_two_looks(watched) == ["course.yaml", "pictures/cup.svg"]


def test_what_is_no_file_of_a_course_is_not_looked_at(folder: Path) -> None:
    watched = Watched(folder)
    (folder / "en" / ".tea.yaml.swp").write_text("")
    (folder / "en" / ".tea.yaml").write_text("")
    (folder / "notes.txt").write_text("")
    assert after_two_looks(watched) == []


def test_a_folder_that_is_gone_raises_nothing(tmp_path: Path) -> None:
    assert after_two_looks(Watched(tmp_path / "nowhere")) == []
