"""Small changes to the copied course of a test, and what is said of them."""

import datetime
import shutil
from pathlib import Path

import pytest

from course.content import loader
from course.content.model import Course

TODAY = datetime.date(2026, 11, 22)


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def translate(folder: Path) -> None:
    """Tell the course in a second language too: in the words of the first one, but for a few."""
    change(folder, "course.yaml", "[en]", "[en, es]")
    change(folder, "course.yaml", "{en: Water}", "{en: Water, es: Agua}")
    change(folder, "claims.yaml", "dangerous.}", "dangerous., es: El agua honda es peligrosa.}")
    change(folder, "triage.yaml", "deep water}", "deep water, es: Solo en agua honda}")
    change(folder, "triage.yaml", "a minute.}", "a minute., es: Se puede ahogar.}")
    shutil.copytree(folder / "en", folder / "es")
    shutil.copy(folder / "glossary" / "en.yaml", folder / "glossary" / "es.yaml")


def found(folder: Path, today: datetime.date = TODAY) -> list[str]:
    return [str(problem) for problem in loader.findings(folder, today)]


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no course is read from its files."""

    def refuse(*_: object) -> Course:
        raise AssertionError("The files were read.")

    monkeypatch.setattr(loader, "load", refuse)
