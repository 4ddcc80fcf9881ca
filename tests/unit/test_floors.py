"""The contracts notice a new package that no layer names, or that imports what it may not."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

BESIDE = '    "speech",\n'
"""The layer in which the new package is placed."""
FLOORS = "The floors of the house: a new package that no floor names fails"
PROGRESS = "Only the visit, and what looks after visits, know progress"
TEXTUAL = "Only ui knows Textual"
YAML = "Only the readers of files know YAML"
BROKEN = re.compile(r"^(.+) BROKEN\b", re.MULTILINE)
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the program with one package more, which nothing names yet."""
    for name in ("course", "progress"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "course" / "annex").mkdir()
    (tmp_path / "course" / "annex" / "__init__.py").touch()
    return tmp_path


@pytest.fixture
def placed(house: Path) -> Path:
    """The same, and the package has a place among the layers."""
    settings = house / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    assert text.count(BESIDE) == 1
    named = text.replace(BESIDE, '    "speech | annex",\n')
    settings.write_text(named, encoding="utf-8")
    return house


def broken(house: Path) -> list[str]:
    """The names of the contracts that do not hold."""
    ran = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    found = BROKEN.findall(ran.stdout)
    assert bool(ran.returncode) == bool(found), ran.stdout + ran.stderr
    return found


def test_a_package_that_no_layer_names_fails(house: Path) -> None:
    assert broken(house) == [FLOORS]


def test_one_that_has_a_place_and_imports_nothing_is_well(placed: Path) -> None:
    assert broken(placed) == []


@pytest.mark.parametrize(
    ("imported", "contract"),
    [
        ("textual", TEXTUAL),
        ("rich", TEXTUAL),
        ("progress", PROGRESS),
        ("tinydb", PROGRESS),
        ("yaml", YAML),
        ("course.cli", FLOORS),
    ],
)
def test_one_that_imports_what_it_may_not_fails(placed: Path, imported: str, contract: str) -> None:
    init = placed / "course" / "annex" / "__init__.py"
    init.write_text(f"import {imported}\n", encoding="utf-8")
    assert broken(placed) == [contract]
