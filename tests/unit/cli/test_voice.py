"""What `prolo voice` makes and says, with an engine that hums."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.speech.recorded import encoder, engines, store
from tests.unit.cli.conftest import Run
from tests.unit.speech.recorded.fakes import SomeEngine


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An engine, and an encoder that keeps what it is given; gives its path."""
    monkeypatch.setattr(engines, "ENGINES", {"en": ("os", SomeEngine)})
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / encoder.PROGRAM
    program.write_text("#!/bin/sh\nprintf OggS\nhead -c 100\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return program


@pytest.mark.usefixtures("installed")
def test_what_is_missing_is_made_and_the_second_time_nothing_is(prolo: Run, data: Path) -> None:
    before = prolo("voice", "status")
    assert before.status == 0
    assert "en: 0 of " in before.out
    first = prolo("voice", "render")
    assert (first.status, first.err) == (0, "")
    assert "there already: 0" in first.out
    made = store.every(data / "cache")
    assert f"en: {len(made)} of {len(made)} recordings" in first.out
    assert "made now: 0" in prolo("voice", "render").out
    assert store.every(data / "cache") == made


@pytest.mark.slow
@pytest.mark.usefixtures("installed")
def test_what_no_line_needs_is_told_and_goes_only_when_it_is_asked_for(
    prolo: Run, data: Path
) -> None:
    prolo("voice", "render")
    old = data / "cache" / store.FOLDER / "0123.opus"
    old.write_bytes(b"OggS")
    assert "no line of this course needs them: 1" in prolo("voice", "render").out
    assert "no line of this course needs them: 1" in prolo("voice", "status").out
    assert old.exists()
    assert "removed: 1" in prolo("voice", "render", "--prune").out
    assert not old.exists()
    assert store.every(data / "cache")


def test_without_the_voice_it_says_what_to_install(
    prolo: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "ENGINES", {"en": ("no_such_module", SomeEngine)})
    for action in ("render", "status"):
        ran = prolo("voice", action)
        assert ran.status == 2
        assert "pip install 'prolotherapy-course[voice]'" in ran.err


def test_without_the_encoder_it_says_what_to_install(
    prolo: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engines, "ENGINES", {"en": ("os", SomeEngine)})
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = prolo("voice", "render")
    assert ran.status == 2
    assert "apt-get install opus-tools" in ran.err


def test_an_encoder_that_fails_is_told_with_what_it_said(prolo: Run, installed: Path) -> None:
    installed.write_text("#!/bin/sh\ncat > /dev/null\necho 'no room' >&2\nexit 1\n")
    ran = prolo("voice", "render")
    assert ran.status == 1
    assert "no room" in ran.err
    assert "Traceback" not in ran.err


def test_a_language_without_a_voice_is_named(prolo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "ENGINES", {})
    ran = prolo("voice", "status")
    assert ran.status == 0
    assert "en: it has no natural voice" in ran.out


def test_a_course_with_faults_says_them(prolo: Run, tmp_path: Path) -> None:
    ran = prolo("voice", "render", str(tmp_path))
    assert ran.status == 1
    assert "course.yaml" in ran.err
