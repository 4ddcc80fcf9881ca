"""A clock that is off and a disk that fills, in this process: for parts of a simulated kiosk."""

from __future__ import annotations

import datetime
import errno
import os
import sys
from pathlib import Path

import progress.snapshot
from course.fleet import exchange
from progress import records

FULL = "disk-full"
"""While this file stands beside a kiosk's data folder, nothing can be written there."""


def install(data: Path, clock_off: float) -> None:
    """`clock_off` is in seconds."""
    full = data.parent / FULL

    sync = os.fsync

    def fsync(file: int) -> None:
        if full.exists():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(file)

    os.fsync = fsync  # type: ignore[assignment] # it takes numbers alone
    real = records.moment

    def moment(time: datetime.datetime | None = None) -> str:
        time = time or datetime.datetime.now(datetime.UTC)
        return real(time + datetime.timedelta(seconds=clock_off))

    progress.snapshot.moment = moment  # type: ignore[attr-defined] # as imported
    exchange.moment = moment  # type: ignore[attr-defined] # as imported
    records.moment = moment


def main() -> int:
    """`prolo sync` with them: DATA CLOCK_OFF."""
    from course.cli import main as prolo

    install(Path(sys.argv[1]), float(sys.argv[2]))
    return prolo(["--data-dir", sys.argv[1], "sync"])


if __name__ == "__main__":
    sys.exit(main())
