"""Courses of many modules are made of one with few."""

from pathlib import Path

import pytest

from bench.modules import copy
from tests.paths import TEA


def test_modules_under_new_names(tmp_path: Path) -> None:
    copy(TEA, tmp_path / "tea", 5)
    course = (tmp_path / "tea" / "course.yaml").read_text()
    assert "modules: [making, keeping, trying, making-3, keeping-4]" in course
    copied = (tmp_path / "tea" / "en" / "keeping-4.yaml").read_text()
    original = (TEA / "en" / "keeping.yaml").read_text()
    assert copied == original.replace("id: keeping\n", "id: keeping-4\n", 1)
    assert copied != original


def test_a_list_that_is_not_found_is_told(tmp_path: Path) -> None:
    copy(TEA, tmp_path / "tea", 3)
    course = tmp_path / "tea" / "course.yaml"
    course.write_text(course.read_text().replace("[making, keeping, trying]", "\n  - making"))
    with pytest.raises(ValueError, match="do not stand on one line"):
        copy(tmp_path / "tea", tmp_path / "more", 5)
