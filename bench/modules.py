"""What a start and a check cost with 7, 100 and 1,000 modules: the same few under new names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import yaml

from bench import programs
from bench.found import Found
from bench.terminal import QUIET, Terminal

SETTLE = 3.0
"""Seconds without a frame in which the program may keep what it has read for the next start."""

_TIES = {"sibling", "sign"}
_LANGUAGE = re.compile(r"[a-z]{2}")
_MODULES = re.compile(r"^modules: \[.*\]$", re.MULTILINE)


def measure(found: Found, numbers: Sequence[int], starts: int, checks: int) -> None:
    """Starts and checks of courses with so many modules, taking turns."""
    modules = found.modules
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        starters = {}
        for number in numbers:
            copy(programs.ROOT / "modules", folder / str(number), number)
            _first_start(folder, number)
            starters[number] = _starter(folder, number)
        for _ in range(starts):
            for number, starter in starters.items():
                modules.first_start.setdefault(number, []).append(_first_start(folder, number))
                # Only the second start after a change can rely on when the file was changed.
                _start(starter, QUIET)
                modules.start.setdefault(number, []).append(_start(starter, QUIET))
        for _ in range(checks):
            # A check draws every view of a course, and the way through most of them takes minutes.
            for number in numbers[:-1]:
                modules.check.setdefault(number, []).append(_check(folder, number))
                modules.yaml.setdefault(number, []).append(_yaml(folder / str(number)))


def copy(course: Path, into: Path, number: int) -> None:
    """Make a course of so many modules of one that has fewer; its own ones stay as they are.

    Raises ValueError if its file does not list them on one line.
    """
    shutil.copytree(course, into)
    text = (into / "course.yaml").read_text("utf-8")
    own = yaml.load(text, Loader=yaml.CSafeLoader)["modules"]
    names = [*own, *(f"{own[at % len(own)]}-{at}" for at in range(len(own), number))]
    text, changes = _MODULES.subn(f"modules: [{', '.join(names)}]", text)
    if changes != 1:
        raise ValueError("The modules of the course do not stand on one line.")
    (into / "course.yaml").write_text(text, "utf-8")
    for language in (path for path in into.iterdir() if _LANGUAGE.fullmatch(path.name)):
        for at in range(len(own), number):
            original = (language / f"{own[at % len(own)]}.yaml").read_text("utf-8")
            copied = alone(yaml.load(original, Loader=yaml.CSafeLoader))
            text = yaml.safe_dump(copied | {"id": names[at]}, sort_keys=False, allow_unicode=True)
            (language / f"{names[at]}.yaml").write_text(text, "utf-8")


def alone(module: dict[str, Any]) -> dict[str, Any]:
    """A module without what ties it to others: questions on the same point as another one, stories
    of danger signs with their pages, and the page that asks for the place of the shots."""
    questions = [each for each in module.get("questions", ()) if not _TIES & each.keys()]
    others = {each.get("sibling") for each in module.get("questions", ())}
    kept = [each for each in questions if each["id"] not in others]
    ids = {each["id"] for each in kept}
    free = (page for page in module["pages"] if not page.get("your_place"))
    pages = [page for page in free if page.get("check", {}).get("question") in {None, *ids}]
    return module | {"pages": pages, "questions": kept}


def _first_start(folder: Path, number: int) -> float:
    """Milliseconds of a start with files that have changed since the one before."""
    with (folder / str(number) / "course.yaml").open("a", encoding="utf-8") as file:
        file.write("#\n")
    return _start(_launched(folder, number), SETTLE)


def _starter(folder: Path, number: int) -> list[str]:
    """As everyone starts it; launched where it looks at the number of modules on every start."""
    everyones = programs.course(folder / "data", modules=folder / str(number))
    try:
        _start(everyones, QUIET)
    except RuntimeError:
        return _launched(folder, number)
    return everyones


def _launched(folder: Path, number: int, *more: str) -> list[str]:
    where = programs.options(folder / "data", folder / str(number))
    return programs.launched("without_limit", [*where, *more])


def _start(arguments: list[str], settle: float) -> float:
    with Terminal(arguments) as program:
        return program.start(settle)


def _check(folder: Path, number: int) -> float:
    """Milliseconds of `prolo check`. What it finds in copies does not matter."""
    command = [sys.executable, *_launched(folder, number, "check")]
    began = perf_counter()
    subprocess.run(command, check=False, capture_output=True, env=os.environ)
    return (perf_counter() - began) * 1000


def _yaml(course: Path) -> float:
    texts = [path.read_text("utf-8") for path in course.rglob("*.yaml")]
    began = perf_counter()
    for text in texts:
        yaml.load(text, Loader=yaml.CSafeLoader)
    return (perf_counter() - began) * 1000
