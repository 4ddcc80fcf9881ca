"""The short form of `python -m tests.power`, and whether that would notice anything."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.power.__main__ import CANNOT
from tests.power.systems import SYSTEMS, missing
from tests.processes import PATIENCE
from tests.slow import one_now

LIMIT = 240
"""Seconds, many times what it takes."""


def cut_power(name: str, *more: str) -> tuple[int, str]:
    """Exit status and words of the program; skips where this machine cannot cut the power."""
    status, said = run(name, *more)
    if status == CANNOT:
        pytest.skip(said)
    return status, said


def run(name: str, *more: str) -> tuple[int, str]:
    """Exit status and words of the program; skips where there is no need to ask it."""
    if os.geteuid() != 0 or not Path("/dev/fuse").exists() or not shutil.which("unshare"):
        pytest.skip("to cut the power takes root, /dev/fuse and mounts of one's own")
    if lacking := missing(name):
        pytest.skip(lacking)
    command = ["unshare", "--mount", sys.executable, "-m", "tests.power", name, *more]
    program = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = program.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        pytest.fail(f"the power cuts on {name} did not end within {LIMIT} s")
    finally:
        # With the whole session goes the disk, and whoever waits for that.
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait(PATIENCE)
        if program.stdout:
            program.stdout.close()
    return program.returncode, said


@pytest.mark.parametrize("name", one_now(SYSTEMS))
def test_what_was_acknowledged_outlasts_a_power_cut(name: str) -> None:
    status, said = cut_power(name, "--cuts", "20", "--saves", "40")
    assert status == 0, said
    assert "0 losses" in said


@pytest.mark.slow
@pytest.mark.parametrize("forgotten", ["os.fsync", "progress.files.sync_folder"])
def test_it_notices_a_save_that_does_not_wait_for_the_disk(forgotten: str) -> None:
    status, said = cut_power("ext4", "--cuts", "40", "--saves", "60", "--without", forgotten)
    assert status == 1, said
    assert "LOST" in said


def test_a_store_that_fails_is_no_machine_that_cannot() -> None:
    failing = ("--without", "progress.files.write_new")
    status, said = run("ext4", "--cuts", "2", "--saves", "5", *failing)
    if status == CANNOT and "CannotSave" not in said:
        pytest.skip(said)
    assert "CannotSave" in said
    assert "During handling of the above exception" not in said
    assert status == 1, said
