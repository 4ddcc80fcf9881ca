"""Starts the real supervisor over the real kiosk, whose first run fails if that is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from course.kiosk.log import Log
from course.kiosk.supervisor.supervisor import Job, Supervisor
from course.kiosk.supervisor.terminal import Terminal
from course.kiosk.updates.places import Places
from tests.paths import ROOT


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--fault", default="")
    asked, rest = parser.parse_known_args()
    asked.data.mkdir(mode=0o700, exist_ok=True)
    runs = 0

    def course(_places: Places, _may_update: bool) -> Sequence[str]:
        nonlocal runs
        runs += 1
        command = [sys.executable, "-m", "tests.monkey.start", "--data", str(asked.data), *rest]
        command += ["--beat", "--patience", "4"]
        fails = bool(asked.fault) and runs == 1
        return [*command, "--fault", asked.fault] if fails else command

    job = Job(
        course=course,
        check=[sys.executable, "-c", ""],
        places=Places(asked.data),
        journal=Log(asked.data / "kiosk.log"),
        moment=["One moment please"],
        out_of_order=["Out of order"],
        environment={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    sys.exit(int(Supervisor(job, Terminal(0)).run()))


if __name__ == "__main__":
    os.umask(0o077)
    main()
