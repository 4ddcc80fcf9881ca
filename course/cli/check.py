"""`prolo check`: what is to be mended in a course, for a person, a program or GitHub."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from course import clinic
from course.cli.drawn import bar, drawn
from course.cli.findings import FORMS, Left, errors_in
from course.cli.parser import Parser
from course.content import loader
from course.errors import ContentError, Problem, UsageError
from course.locations import Locations
from course.speech import pronunciations


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    paths = "a folder with a course, or files and folders in it; if not given, the course in use"
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=paths)
    forms = "for a person, a program or GitHub; if not given, for a person"
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help=forms)
    against = "say instead what visits lose that were begun with the older course in this folder"
    parser.add_argument("--against", type=Path, metavar="OLD", help=against)
    fix = (
        "mend what has one right cure first: tabs, curly quotes, what the web writes for a sign..."
    )
    parser.add_argument("--fix", action="store_true", help=fix)
    due = "say instead what is to be looked at again in the next 90 days"
    parser.add_argument("--due", action="store_true", help=due)
    watch = "check again after each change, until Ctrl+C"
    parser.add_argument("--watch", action="store_true", help=watch)
    today = "check as if it were this day, as in 2026-11-22"
    parser.add_argument("--today", type=_day, metavar="DATE", help=today)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Print every finding; the status is 1 if one of them is an error, and 0 for warnings alone."""
    paths = asked.paths or [where.modules]
    folder, inside = _asked_for(paths)
    today = asked.today or date.today()
    # Only who asks for one of these has to load what it needs.
    if asked.against is not None:
        from course.cli import against

        return against.run(folder, asked.against, where.learners)
    if asked.due:
        return _due(folder, today)
    if asked.fix:
        _fix(folder)
    if asked.watch:
        return _watch(asked, where, folder, inside)
    return _look(asked, where, folder, inside)


def _look(asked: argparse.Namespace, where: Locations, folder: Path, inside: list[str]) -> int:
    tell = bar("Looking for what to mend")
    examined = loader.examine(folder, asked.today or date.today(), drawn, tell)
    every = sorted({*examined.problems, *pronunciations.check(folder)})
    found = [each for each in every if any(_is_in(each.file, path) for path in inside)]
    # Whoever asks for one file of a course asks for nothing else.
    own = _settings(where.clinic) if asked.clinic or not asked.paths else []
    left = Left(
        {each: examined.not_run[each] for each in examined.not_run if _is_asked(each, inside)},
        {each: examined.unspoken[each] for each in examined.unspoken if _is_asked(each, inside)},
    )
    print_all = FORMS[asked.format]
    for line in print_all([*found, *own], left, folder):
        print(line)
    if not found and not own:
        paths = asked.paths or [where.modules]
        print(f"{', '.join(map(str, paths))}: no faults found", file=sys.stderr)
    return 1 if errors_in([*found, *own]) else 0


def _due(folder: Path, today: date) -> int:
    """Print what is to be looked at again; the status is 1 if something is past its day."""
    from course.content.due import SOON, due

    found = due(folder, today)
    for each in found:
        past = " (past)" if each.day < today else ""
        print(f"{each.day}{past}  {each.file}:{each.line}: {each.what}")
    if not found:
        print(f"Nothing is due in the next {SOON} days.")
    return 1 if any(each.day < today for each in found) else 0


def _fix(folder: Path) -> None:
    """Mend what has one right cure, and print what was done. Raises UsageError."""
    from course.content.mend import mend

    try:
        for each in mend(folder):
            print(f"Mended {each}")
    except OSError as error:
        raise UsageError(f"{folder}: It cannot be written ({error.strerror}).") from None


def _watch(asked: argparse.Namespace, where: Locations, folder: Path, inside: list[str]) -> int:
    """Print every finding anew after each change, until interrupted."""
    from time import sleep

    from course.cli.watch import now, watch

    def look() -> None:
        print(f"\n{now()}  {folder}", flush=True)
        _look(asked, where, folder, inside)
        sys.stdout.flush()

    with suppress(KeyboardInterrupt):
        watch(folder, look, sleep)
    return 0


def _settings(path: Path) -> list[Problem]:
    """The faults of the clinic's settings, each under the whole path of the file."""
    try:
        clinic.load(path)
    except ContentError as error:
        return [replace(each, file=str(path.absolute())) for each in error.problems]
    return []


def _asked_for(paths: list[Path]) -> tuple[Path, list[str]]:
    """The folder of the course, and what is asked for in it. Raises UsageError."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {path}. Give the folder of a course.")
    folders = {course_of(path) for path in paths}
    if len(folders) > 1:
        raise UsageError("These are files of more than one course. Check one after another.")
    (folder,) = folders
    return folder, [path.resolve().relative_to(folder.resolve()).as_posix() for path in paths]


def _is_asked(language: str, inside: list[str]) -> bool:
    """Whether a language is looked at."""
    return any(_is_in(language, path) or _is_in(path, language) for path in inside)


def _is_in(file: str, path: str) -> bool:
    """Whether a file or folder of the course is at a path in it, or below it."""
    return path == "." or file == path or file.startswith(f"{path}/")


def course_of(path: Path) -> Path:
    """The folder with the course that a path belongs to; without one, the folder itself."""
    for folder in (path, *path.absolute().parents):
        if (folder / "course.yaml").exists():
            return folder
    if path.is_dir():
        return path
    raise UsageError(f"{path} belongs to no course: there is no course.yaml above it.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a day of the calendar, as in 2026-11-22") from None
