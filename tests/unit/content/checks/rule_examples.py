"""The example of a rule, put into a small course that breaks no rule."""

from __future__ import annotations

import re
from pathlib import Path

COURSE = {
    "format": "1",
    "id": "water",
    "title": "{en: Water}",
    "languages": "[en]",
    "modules": "[water]",
    "review": "{by: null, role: null, on: null, next: null}",
    "emergency_number": '"112"',
}
MODULE = {
    "format": "1",
    "id": "water",
    "title": "Water",
    "goal": "Know what water does.",
    "key_message": "Water is wet.",
}
SOURCES = """\
book:
  title: The book of water
  authors: Wells A
  published: Example Press
  year: 2020
  kind: review
  url: https://example.org/book
  checked: 2026-11-22
"""
PAGE = """\
- id: wet
  title: Water is wet
  text: Water makes your hands wet. [^book]
  callout: {kind: ask, text: How deep is the lake?}
"""
_HEAD = re.compile(r"^# (a page|a question|a module|[\w/-]+\.(?:yaml|svg))\n", re.MULTILINE)


def parts(example: str) -> list[tuple[str, str]]:
    """Where each piece of an example belongs, and the piece."""
    _, *rest = _HEAD.split(example)
    return list(zip(rest[::2], rest[1::2], strict=True))


def write(folder: Path, example: str) -> None:
    """Write the course with the example in it."""
    course, module, pages, questions = dict(COURSE), dict(MODULE), "", ""
    files: dict[str, str] = {}
    for place, text in parts(example):
        match place:
            case "a page":
                head = "" if text.startswith("id: ") else "id: here\n"
                head += "" if "title: " in text.partition("text:")[0] else "title: The lake\n"
                pages += _item(head + text)
            case "a question":
                questions += text
            case "a module":
                module |= _keys(text)
            case "course.yaml":
                course |= _keys(text)
            case _:
                files[place] = text
    files["course.yaml"] = _written(course)
    files["sources.yaml"] = SOURCES + files.get("sources.yaml", "")
    asked = f"questions:\n{questions}" if questions else ""
    files.setdefault("en/water.yaml", f"{_written(module)}pages:\n{pages}{PAGE}{asked}")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or files["en/water.yaml"], encoding="utf-8")


def _item(keys: str) -> str:
    lines = keys.splitlines()
    return "\n".join([f"- {lines[0]}", *(f"  {line}".rstrip() for line in lines[1:])]) + "\n"


def _keys(text: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in text.splitlines())


def _written(keys: dict[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in keys.items())
