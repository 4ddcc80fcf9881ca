"""What is built can be installed, and runs from any folder with the modules inside."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.mark.slow
def test_the_wheel_runs_alone_from_any_folder(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    alone = {**os.environ, "PYTHONPATH": str(site)}
    program = [sys.executable, "-c", "import sys; from course.cli import main; sys.exit(main())"]
    where = subprocess.run(
        [*program, "where"], cwd=tmp_path, env=alone, check=True, capture_output=True, text=True
    )
    assert str(site / "course" / "_modules") in where.stdout
    subprocess.run([*program, "check"], cwd=tmp_path, env=alone, check=True)


def test_the_wheel_holds_the_program_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"course", "progress", "prolotherapy_course"}
    assert "course/_modules/en/risks.yaml" in names
    assert "course/language/en.yaml" in names
    assert "course/content/checks/words/en.yaml" in names


def test_the_sdist_holds_what_its_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"modules/en/risks.yaml", "tests/e2e/test_killed.py", "Makefile", "LICENSE"} <= names
