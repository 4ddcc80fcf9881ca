"""A sound small course, copied so that a test can break it."""

import shutil
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2] / "fixtures"
BAD = FIXTURES / "bad"
TEA = FIXTURES / "tea"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder
