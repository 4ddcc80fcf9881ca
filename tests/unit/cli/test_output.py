"""What is printed: where it cannot be written, the program says so and crashes nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import TEA

FULL = Path("/dev/full")
COMMANDS = ["where", "report", "report --format json", "learners list", "learners export"]


def ran(folder: Path, command: str, shell: str) -> subprocess.CompletedProcess[str]:
    """Run the program with its output sent somewhere, as a shell would."""
    (folder / "learners").mkdir(mode=0o700, exist_ok=True)
    program = "import sys; from course.cli import main; sys.exit(main())"
    line = [sys.executable, "-c", program, "--modules", str(TEA), "--data-dir", str(folder)]
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {shell}', "sh", *line, *command.split()],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_words(command: str, tmp_path: Path) -> None:
    found = ran(tmp_path, command, f"> {FULL}")
    assert found.returncode == 1
    *named, said = found.stderr.splitlines()
    assert "cannot be written (No space left on device)" in said
    assert named in ([], [f"Visits in {tmp_path / 'learners'}"])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("command", ["where", "report"])
def test_so_is_a_closed_output(command: str, tmp_path: Path) -> None:
    found = ran(tmp_path, command, ">&-")
    assert found.returncode == 1
    assert "no standard output" in found.stderr
    assert found.stderr.count("\n") == 1
