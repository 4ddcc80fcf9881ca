"""A sound small course, copied so that a test can break it."""

import shutil
from pathlib import Path

import pytest

from tests.paths import BAD


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder
