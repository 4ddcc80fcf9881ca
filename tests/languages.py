"""The small course of the fixtures in two languages, and an interface that speaks both."""

import re
import shutil
from pathlib import Path

import pytest

from course import language
from tests.marked import mark_as_translated
from tests.paths import TEA

_IN_SPANISH = {"water": "agua", "kettle": "tetera", "leaves": "hojas", "cup": "taza"}
"""Enough of the second language that every text of a question is another one."""
_WORDS = {
    "name: English": "name: Español",
    "Next →": "Siguiente →",
    "It is gone": "Ya no queda nada",
    "way: All parts of the course": "way: Todas las partes",
}
_NAMES = re.compile(r"^\s*(?:- )?\{?(?:id|kind|page|file|source|check)\b.*")


def in_two_languages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the course into `folder`, give the interface a second language, and tell the place."""
    course = folder / "course"
    shutil.copytree(TEA, course)
    (course / "es").mkdir()
    for path in (course / "en").iterdir():
        lines = path.read_text(encoding="utf-8").split("\n")
        told = [line if _NAMES.match(line) else _translated(line) for line in lines]
        (course / "es" / path.name).write_text("\n".join(told), encoding="utf-8")
    shutil.copy(course / "glossary" / "en.yaml", course / "glossary" / "es.yaml")
    main = course / "course.yaml"
    text = main.read_text(encoding="utf-8")
    text = text.replace("languages: [en]", "languages: [en, es]")
    text = text.replace("{en: A good cup of tea}", "{en: A good cup of tea, es: Una taza}")
    main.write_text(text, encoding="utf-8")
    claims = course / "claims.yaml"
    written = claims.read_text(encoding="utf-8")
    both = re.sub(r"\{en: (.*)\}$", r"{en: \1, es: \1}", written, flags=re.M)
    claims.write_text(both, encoding="utf-8")
    table = course / "triage.yaml"
    written = table.read_text(encoding="utf-8")
    both = re.sub(r"\{en: (.*)\}$", r"{en: \1, es: \1}", written, flags=re.M)
    table.write_text(both, encoding="utf-8")
    words = folder / "words"
    words.mkdir()
    english = (language.FOLDER / "en.yaml").read_text(encoding="utf-8")
    (words / "en.yaml").write_text(english, encoding="utf-8")
    spanish = english
    for said, other in _WORDS.items():
        spanish = spanish.replace(said, other)
    (words / "es.yaml").write_text(spanish, encoding="utf-8")
    # Before anything is read there: a test may change the words first.
    mark_as_translated(course)
    monkeypatch.setattr(language, "FOLDER", words)
    return course


def speaking(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let the interface have these languages and no others, with English words in each."""
    words = {name: language.Words(name, language.load("en").table) for name in ("en", *names)}
    monkeypatch.setattr(language, "languages", lambda: names)
    monkeypatch.setattr(language, "load", words.__getitem__)


def _translated(line: str) -> str:
    for word, other in _IN_SPANISH.items():
        line = re.sub(rf"(?<!-)\b{word}\b(?!-|:)", other, line)
    return line
