"""What a check found, told to a person, to a program or to GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from msgspec import Struct

from course.content.checks.words import beside
from course.content.source import files
from course.errors import Problem
from course.language import file_beside

_MOST = 5
"""So many of the words that a language lacks are named."""
_WIDEST = 100
"""The cells of a quoted line: what is left out of a longer one is marked."""


class Left(Struct, frozen=True):
    """What the check could not look at, and what nobody has said."""

    not_run: dict[str, dict[str, list[str]]]
    """For each language, the rules that did not run, each with the words that it lacks."""
    unspoken: dict[str, list[str]]
    """For each language, the words of the interface that it lacks."""


def errors_in(found: list[Problem]) -> int:
    return sum(each.severity == "error" for each in found)


def as_text(found: list[Problem], left: Left, folder: Path) -> Iterator[str]:
    lines = _Lines(folder)
    for each in found:
        warning = "warning: " if each.severity == "warning" else ""
        yield f"{each.file}:{each.line}:{each.column}: {each.code} {warning}{each.what}"
        yield from lines.quoted(each)
        yield f"    To mend it: {each.cure}"
        yield ""
    if found:
        errors = errors_in(found)
        yield f"{_counted(errors, 'error')}, {_counted(len(found) - errors, 'warning')}"
    for language, rules in left.not_run.items():
        yield _told(language, rules)
    for language, names in left.unspoken.items():
        yield _in_english(language, names)


def _told(language: str, rules: Mapping[str, Sequence[str]]) -> str:
    """Which rules did not run in a language, and why, on one line."""
    lacking = ", ".join(f"{code} ({', '.join(keys)})" for code, keys in rules.items())
    return f'Not run in "{language}", because {beside(language)} lacks their words: {lacking}'


def _in_english(language: str, names: Sequence[str]) -> str:
    """Which words of the interface a language lacks, on one line."""
    more = f" and {len(names) - _MOST} more" if names[_MOST:] else ""
    return (
        f'Said in English in "{language}", because {file_beside(language)} lacks them: '
        f"{', '.join(names[:_MOST])}{more}"
    )


def as_json(found: list[Problem], left: Left, folder: Path) -> Iterator[str]:
    yield json.dumps(
        {
            "folder": str(folder),
            "findings": [asdict(each) for each in found],
            "not_run": [
                {"language": language, "code": code, "lacks": keys}
                for language, rules in left.not_run.items()
                for code, keys in rules.items()
            ],
            "unspoken": left.unspoken,
        },
        ensure_ascii=False,
        indent=2,
    )


def as_commands(found: list[Problem], left: Left, folder: Path) -> Iterator[str]:
    """Workflow commands: GitHub shows each beside its line. Paths begin where it was started."""
    for each in found:
        path = folder / each.file
        if path.is_absolute() and path.is_relative_to(Path.cwd()):
            path = path.relative_to(Path.cwd())
        yield (
            f"::{each.severity} file={_property(path.as_posix())},line={each.line},"
            f"col={each.column},title={_property(each.code)}::"
            f"{_data(f'{each.what} {each.cure}')}"
        )
    for language, rules in left.not_run.items():
        yield f"::notice title={_property(language)}::{_data(_told(language, rules))}"
    for language, names in left.unspoken.items():
        yield f"::notice title={_property(language)}::{_data(_in_english(language, names))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class _Lines:
    """The lines of the files of a course, each file read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, list[str]] = {}

    def quoted(self, problem: Problem) -> Iterator[str]:
        """The line of a finding, with a mark under its place."""
        line = self._line(problem)
        at = problem.column - 1
        if not line.strip() or at > len(line):
            return
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        start = 0
        if len(line) > _WIDEST:
            start = max(0, min(at - 20, len(line) - _WIDEST))
        shown = line[start : start + _WIDEST]
        before = "…" if start else " "
        after = "…" if start + _WIDEST < len(line) else ""
        marks = "^" * max(1, min(end, start + _WIDEST) - at)
        yield f"   {before}{_visible(shown)}{after}"
        yield f"    {_blank(line[start:at])}{marks}"

    def _line(self, problem: Problem) -> str:
        if problem.file not in self._files:
            try:
                text = files.read_text(*_place(self._folder, problem.file))
            except files.UnreadableError:
                text = ""
            self._files[problem.file] = text.split("\n")
        lines = self._files[problem.file]
        return lines[problem.line - 1] if problem.line <= len(lines) else ""


def _place(folder: Path, file: str) -> tuple[Path, str]:
    """The folder that a file of a problem is below, and its path there."""
    path = Path(file)
    return (path.parent, path.name) if path.is_absolute() else (folder, file)


def _visible(line: str) -> str:
    """No character that could move the cursor of a terminal."""
    return "".join(each if each.isprintable() else " " for each in line)


def _blank(line: str) -> str:
    """As many blanks as the characters of a line are wide."""
    cells = (
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in line
    )
    return " " * sum(cells)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


FORMS = {"text": as_text, "json": as_json, "github": as_commands}
"""What a form is called on the command line, and what gives its lines."""
