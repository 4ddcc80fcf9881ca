"""The page for a browser in a browser: nothing that axe finds, at the widths of three devices.

It needs Chromium and, in a folder that the variable WEB_TOOLS names, the packages playwright-core
and axe-core of npm; they are no part of the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from course.cli import main
from tests.paths import ROOT, TEA

TOOLS = Path(os.environ.get("WEB_TOOLS", "/nowhere"))
CHROMIUM = shutil.which("chromium")
NODE = shutil.which("node")
LOOKS = ROOT / "tests" / "e2e" / "page_in_chromium.mjs"
PHONE, TABLET, DESKTOP = 360, 820, 1440


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if CHROMIUM is None or NODE is None or not (TOOLS / "node_modules" / "axe-core").is_dir():
        pytest.skip("no Chromium, no node, or no WEB_TOOLS with playwright-core and axe-core")
    folder = tmp_path_factory.mktemp("page")
    assert main(["--modules", str(TEA), "export", "web", str(folder)]) == 0
    return folder / "index.html"


@pytest.mark.slow
@pytest.mark.parametrize("width", [PHONE, TABLET, DESKTOP])
def test_a_browser_finds_nothing_wrong(page: Path, width: int) -> None:
    asked = [str(NODE), str(LOOKS), str(page), str(width), str(TOOLS), str(CHROMIUM)]
    try:
        looked = subprocess.run(asked, capture_output=True, text=True, timeout=500, check=False)
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"axe had not looked at every section after {late.timeout:.0f} s")
    assert looked.returncode == 0, looked.stderr
    assert json.loads(looked.stdout) == []
