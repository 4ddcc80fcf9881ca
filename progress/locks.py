"""Whether a lock that one process holds keeps another out: on some network disks it does not."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from progress import files
from progress.errors import ProgressError

_KEPT_OUT = 3
_TRY = f"""
import sys
sys.path[:] = sys.argv[2:]
from filelock import FileLock, Timeout
try:
    FileLock(sys.argv[1], timeout=0, fallback_to_soft=False).acquire()
except Timeout:
    sys.exit({_KEPT_OUT})
"""
_PATIENCE = 30.0
"""Seconds."""


def locks_hold(folder: Path) -> bool:
    """Try it in this folder, with another process; False where no lock is made. Raises nothing."""
    path = folder / ".lock-test"
    with suppress(OSError, ProgressError, subprocess.SubprocessError):
        with files.lock(path):
            try:
                command = [sys.executable, "-I", "-c", _TRY, str(path), *sys.path]
                ran = subprocess.run(command, timeout=_PATIENCE, check=False)
            finally:
                files.remove_held_lock(path)
        return ran.returncode == _KEPT_OUT
    return False
