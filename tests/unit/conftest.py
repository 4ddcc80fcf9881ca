"""The small course of the fixtures, and a folder for its visits."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.model import Course
from tests.paths import TEA


@pytest.fixture(scope="session")
def tea() -> Course:
    return loader.load(TEA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "learners"
