"""What is loaded until the first view is drawn, from a course that was read before."""

import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT, TEA

DRAWN = """
import asyncio, sys
from textual.app import App
from course.cli import main, plain

async def look(app):
    async with app.run_test(size=(80, 24)):
        assert "Start" in [target.label for target in app.stage.targets()]
        print(*sorted(sys.modules), file=sys.stdout)

App.run = lambda app: asyncio.run(look(app))
plain.is_needed = lambda: False
sys.exit(main(sys.argv[1:]))
"""
NOT_YET = (
    "progress",
    "tinydb",
    "yaml",
    "markdown_it",
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
    "course.plain",
)
"""Packages and modules that the first view shows nothing of."""


def loaded(folder: Path) -> set[str]:
    """What is loaded once the first view is drawn."""
    ran = subprocess.run(
        [sys.executable, "-c", DRAWN, "--modules", str(TEA), "--data-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


def test_nothing_is_loaded_that_the_first_view_does_not_show(tmp_path: Path) -> None:
    loaded(tmp_path)
    found = loaded(tmp_path)
    early = [name for name in found if name.startswith(NOT_YET)]
    assert not early, sorted(early)
