"""Courses on which something is pressed."""

from pathlib import Path

import pytest

from course import printing
from course.flow.navigator import Navigator
from tests.desk import navigator_for
from tests.fake_cups import Cups
from tests.languages import in_two_languages
from tests.paths import MODULES, TEA
from tests.unit.flow.walking import begun


@pytest.fixture
def tea(tmp_path: Path) -> Navigator:
    """The tea course, at its way."""
    return begun(navigator_for(TEA, tmp_path / "learners"))


@pytest.fixture
def shipped(tmp_path: Path) -> Navigator:
    """The course that ships, at its way."""
    return begun(navigator_for(MODULES, tmp_path / "learners"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the tea course stands in two languages."""
    return in_two_languages(tmp_path, monkeypatch)


@pytest.fixture
def bilingual(folder: Path, tmp_path: Path) -> Navigator:
    """That course, at its first screen."""
    return navigator_for(folder, tmp_path / "learners")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """A printer's queue whose state is asked for without a pause."""
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    return Cups(tmp_path, monkeypatch)
