"""How the program stands when its first frame comes, from a course that was read before."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.paths import ROOT, TEA
from tests.processes import PATIENCE
from tests.unit.cli.first_frame import NEXT

ON_A_SCREEN = """
import sys
from course.cli import main, plain
plain.is_needed = lambda: False
sys.exit(main(sys.argv[1:]))
"""
NOT_YET = (
    "progress",
    "tinydb",
    "yaml",
    "markdown_it",
    "segno",
    "typst",
    "course.handout",
    "course.speech",
    "course.learners",
    "course.reports",
    "course.visit",
    "course.kiosk",
    "course.content.loader",
    "course.content.model",
    "course.content.source",
    "course.content.checks",
    "course.content.kinds",
    "course.views.lesson",
    "course.views.page",
    "course.views.question",
    "course.ui.paint.figures",
    "course.ui.kiosk",
    "course.ui.pixels",
    "course.ui.stage.gallery",
    "course.ui.stage.replies",
    "course.ui.stage.sight",
    "course.ui.stage.wall",
    "course.plain",
)
"""Packages and modules that the first view shows nothing of."""

Told = dict[str, Any]


def started(folder: Path) -> tuple[Told, Told]:
    """What is told within the first frame, and once the program is ready for what comes next."""
    first, ready = folder / "first", folder / "ready"
    driver = "tests.unit.cli.first_frame:FirstFrame"
    ran = subprocess.run(
        [sys.executable, "-c", ON_A_SCREEN, "--modules", str(TEA), "--data-dir", str(folder)],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if name != "ESCDELAY"},
            "TEXTUAL_DRIVER": driver,
            "FIRST_FRAME": str(first),
            "READY": str(ready),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(first.read_text()), json.loads(ready.read_text())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Told]:
    folder = tmp_path_factory.mktemp("start")
    started(folder)
    return started(folder)


def test_nothing_is_loaded_that_the_first_view_does_not_show(told: tuple[Told, Told]) -> None:
    early = [name for name in told[0]["modules"] if name.startswith(NOT_YET)]
    assert not early


def test_what_the_next_views_need_is_loaded_behind_the_first_one(told: tuple[Told, Told]) -> None:
    assert set(told[1]["modules"]) >= NEXT


def test_no_garbage_is_looked_for_until_the_first_view_is_shown(told: tuple[Told, Told]) -> None:
    assert [each["collects"] for each in told] == [False, True]


def test_escape_is_a_key_by_itself_soon(told: tuple[Told, Told]) -> None:
    assert told[0]["escape"] <= 0.03
