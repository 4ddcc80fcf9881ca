"""The program, run as from a shell, on the small course and a data folder of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from course.cli import main
from course.content import loader
from tests.paths import TEA
from tests.unit.reports.population import Population


class Ran(NamedTuple):
    """What a run of the program said."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def prolo(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> Ran:
        status = main(["--modules", str(TEA), "--data-dir", str(data), *arguments])
        return Ran(status, *capsys.readouterr())

    return run


@pytest.fixture
def codes(data: Path) -> list[str]:
    """Twelve people who have visited."""
    return Population(loader.load(TEA), seed=1).write(data / "learners", 12)
