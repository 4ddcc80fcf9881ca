"""TinyDB's own tests, over the storage that learners' files have. They are downloaded for it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.paths import ROOT

NO_TABLES = "writes a list or a text, which no TinyDB does"
A_HANDLE = "asks for the open file of TinyDB's own storage: ours opens one for each save alone"
AT_ONCE = "asks that making the storage opens or makes the file: ours does so when it saves"
FAILS = {
    "test_caching_json_write": A_HANDLE,
    "test_create_dirs": AT_ONCE,
    "test_encoding": NO_TABLES,
    "test_json": NO_TABLES,
    "test_json_invalid_directory": AT_ONCE,
    "test_json_invalid_mode_warning": "asks for a mode to open the file in",
    "test_json_read": AT_ONCE,
    "test_table_repr": "asks for the name of TinyDB's own storage",
}
"""What does not hold for ours, and why."""

OURS = """
from pathlib import Path
from progress.storage import DurableStorage

class JSONStorage(DurableStorage):
    def __init__(self, path, **_):
        super().__init__(Path(path))
"""
THEIRS = re.compile(
    r"^(from tinydb(?:\.storages)? import .*)\bJSONStorage\b(?:, )?(.*)$", re.MULTILINE
)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Their tests, with our storage wherever they use the one that writes JSON."""
    name = f"tinydb=={version('tinydb')}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    got = subprocess.run([*pip, "--dest", str(tmp_path), name], capture_output=True, check=False)
    if got.returncode:
        pytest.skip("the tests of TinyDB cannot be downloaded here")
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    (theirs,) = tmp_path.glob("*/tests")
    folder = tmp_path / "suite"
    shutil.copytree(theirs, folder / "tests")
    (folder / "tests" / "ours.py").write_text(OURS)
    for path in (folder / "tests").glob("*.py"):
        text = THEIRS.sub(r"\1\2", path.read_text()).replace(", \n", "\n")
        path.write_text(
            f"from tests.ours import JSONStorage\n{text}" if path.stem != "ours" else text
        )
    return folder


@pytest.mark.slow
def test_whatever_tinydb_asks_of_a_storage_holds_but_for_what_is_told(suite: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "default", "tests"],
        cwd=suite,
        env={"PYTHONPATH": f"{ROOT}:{suite}"},
        capture_output=True,
        text=True,
        check=False,
    )
    failed = set(re.findall(r"^FAILED \S+::(\w+)", ran.stdout, re.MULTILINE))
    assert failed == FAILS.keys(), ran.stdout
    assert int(re.findall(r"(\d+) passed", ran.stdout)[0]) > 200
