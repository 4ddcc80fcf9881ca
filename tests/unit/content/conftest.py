"""A sound small course, copied so that a test can break it, and a cache for it."""

import shutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.content import signature
from course.content.checks import words
from tests.languages import speaking
from tests.marked import mark_as_translated
from tests.paths import BAD, FIXTURES
from tests.unit.content.course_edits import translate

WORDS = words.FOLDER


@pytest.fixture(scope="session")
def words_of_few_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of English, and of two languages of which the rules know little but the dangers."""
    folder = tmp_path_factory.mktemp("words")
    shutil.copy(WORDS / "en.yaml", folder)
    for language in ("es", "zu"):
        shutil.copy(FIXTURES / "safety_words.yaml", folder / f"{language}.yaml")
    return folder


@pytest.fixture(autouse=True)
def few_languages(words_of_few_languages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Translations in these tests are English under another name: no rule is to read them."""
    monkeypatch.setattr(words, "FOLDER", words_of_few_languages)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder


@pytest.fixture
def bilingual(sound: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The course in two languages, and an interface that speaks both."""
    speaking(monkeypatch, "en", "es")
    translate(sound)
    return mark_as_translated(sound)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that a test has just written are no longer new."""
    clock = SimpleNamespace(time_ns=lambda: time.time_ns() + 60 * 10**9)
    monkeypatch.setattr(signature, "time", clock)
