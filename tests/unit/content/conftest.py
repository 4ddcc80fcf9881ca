"""A sound small course, copied so that a test can break it, and a cache for it."""

import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.content import signature
from tests.paths import BAD


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that a test has just written are no longer new."""
    clock = SimpleNamespace(time_ns=lambda: time.time_ns() + 60 * 10**9)
    monkeypatch.setattr(signature, "time", clock)
