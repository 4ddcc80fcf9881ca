"""Courses of many modules are made of one with few."""

from pathlib import Path

import pytest
import yaml

from bench.modules import alone, copy
from tests.paths import TEA


def test_modules_under_new_names(tmp_path: Path) -> None:
    copy(TEA, tmp_path / "tea", 5)
    course = (tmp_path / "tea" / "course.yaml").read_text()
    assert "modules: [making, keeping, trying, making-3, keeping-4]" in course
    copied = yaml.safe_load((tmp_path / "tea" / "en" / "keeping-4.yaml").read_text())
    original = yaml.safe_load((TEA / "en" / "keeping.yaml").read_text())
    assert copied == original | {"id": "keeping-4"}


def test_a_copy_has_nothing_that_one_module_alone_may_have() -> None:
    module = {
        "pages": [
            {"id": "where", "your_place": True},
            {"id": "told"},
            {"id": "asked", "check": {"question": "kept"}},
            {"id": "story", "check": {"question": "of-a-sign"}},
        ],
        "questions": [
            {"id": "kept"},
            {"id": "of-a-sign", "sign": "fever"},
            {"id": "first", "sibling": "second"},
            {"id": "second"},
        ],
    }
    copied = alone(module)
    assert [page["id"] for page in copied["pages"]] == ["told", "asked"]
    assert [question["id"] for question in copied["questions"]] == ["kept"]


def test_a_list_that_is_not_found_is_told(tmp_path: Path) -> None:
    copy(TEA, tmp_path / "tea", 3)
    course = tmp_path / "tea" / "course.yaml"
    course.write_text(course.read_text().replace("[making, keeping, trying]", "\n  - making"))
    with pytest.raises(ValueError, match="do not stand on one line"):
        copy(tmp_path / "tea", tmp_path / "more", 5)
