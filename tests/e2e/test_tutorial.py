"""The tutorial works as it is written, and has its pictures."""

from pathlib import Path

from tests.e2e.tutorial import pictures, walk
from tests.paths import DOCS


def test_from_an_empty_folder_to_a_course_without_faults(tmp_path: Path) -> None:
    assert len(list(walk(tmp_path))) == len(pictures()) == 6


def test_its_pictures_are_there() -> None:
    assert [name for name in pictures() if not (DOCS / "pictures" / f"{name}.png").exists()] == []
