"""Two kiosks have no data folder in common."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.errors import UsageError
from course.kiosk.owner import sole_owner
from tests.paths import ROOT

HOLDS = (
    "import sys; from pathlib import Path; from course.kiosk.owner import sole_owner\n"
    "with sole_owner(Path(sys.argv[1])): print('has it', flush=True); sys.stdin.read()"
)


def test_a_second_one_is_refused_and_told_where(tmp_path: Path) -> None:
    refused = pytest.raises(UsageError, match="A kiosk runs here already")
    with sole_owner(tmp_path), refused as told, sole_owner(tmp_path):
        pass
    assert str(tmp_path) in str(told.value)
    with sole_owner(tmp_path):
        pass


def test_whoever_is_killed_leaves_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"has it\n"
        with pytest.raises(UsageError), sole_owner(tmp_path):
            pass
        other.kill()
        other.wait()
        with sole_owner(tmp_path):
            pass


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_what_is_no_file_of_ours_is_told(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "kiosk.lock"
    if kind == "link":
        place.symlink_to(tmp_path / "elsewhere")
    else:
        place.mkdir()
    with pytest.raises(UsageError, match="Nothing can be written"), sole_owner(tmp_path):
        pass
    assert not os.path.lexists(tmp_path / "elsewhere")
