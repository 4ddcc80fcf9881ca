"""A supervisor over a stand-in for the course, small and quick.

The stand-in shows what is typed and the modules in use; some keys end it in some way.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
import tty
from pathlib import Path

from course.kiosk.log import Log
from course.kiosk.supervisor import child, pulse, restarts
from course.kiosk.supervisor.supervisor import Job, Supervisor
from course.kiosk.supervisor.terminal import Terminal
from course.kiosk.updates.places import Places

ENDS = {"q": 0, "r": 64, "c": 70, "h": 75}
"""Keys, and the status with which they end the stand-in."""


def supervise(data: Path, first_wait: float = restarts.FIRST_WAIT) -> int:
    """Keep the stand-in up on this terminal; `first_wait` is in seconds."""
    child.SILENCE = 3.0
    restarts.FIRST_WAIT = first_wait
    job = Job(
        course=lambda places, _: [
            *_own("course", data),
            # A whole path may be too long for the line it is shown on.
            places.in_use.name if places.in_use else "those of the program",
        ],
        check=_own("check", data),
        places=Places(data),
        journal=Log(data / "kiosk.log"),
        moment=["One moment please"],
        out_of_order=["This screen does not work"],
        settled=0.5,
    )
    return int(Supervisor(job, Terminal(0)).run())


def check(data: Path) -> int:
    """Check modules that arrived."""
    import datetime

    from course.kiosk.updates.modules import prepare

    prepare(Places(data), datetime.date(2026, 1, 1), takes_unsigned=True)
    return 0


def course(data: Path, modules: str) -> int:
    """Stand in for the course."""
    beat = pulse.find()
    answers: bool | None = None
    tty.setraw(0)
    _draw("\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[?25l\x1b[>1u")
    _draw(f"\x1b[H\x1b[2JWelcome to {modules}\r\n")
    while True:
        beat(answers)
        if not select.select([0], [], [], 0.2)[0]:
            if Places(data).is_waiting():
                return 64
            continue
        for key in os.read(0, 1024).decode("ascii", "replace"):
            if key in ENDS:
                return ENDS[key]
            if key == "f":
                while True:
                    time.sleep(1)
            if key == "v":
                voice = subprocess.Popen(["/bin/sleep", "600"], start_new_session=True)
                (data / "voice").write_text(str(voice.pid))
            if key == "b":
                (data / "broken").touch()
            if key == "a":
                answers = True
                beat(answers)
            if key == "s":
                answers = False
            if key == "x":
                _draw("\x1b]0;half a title")
                raise RuntimeError
            _draw(key)
        if (data / "broken").exists():
            return 70


def _own(action: str, data: Path) -> list[str]:
    return [sys.executable, "-m", "tests.e2e.fake_kiosk", action, str(data)]


def _draw(text: str) -> None:
    os.write(1, text.encode())


if __name__ == "__main__":
    action, folder, *rest = sys.argv[1:]
    if action == "supervise":
        sys.exit(supervise(Path(folder), *map(float, rest)))
    if action == "check":
        sys.exit(check(Path(folder)))
    if (Path(folder) / "broken").exists():
        sys.exit(70)
    sys.exit(course(Path(folder), *rest))
