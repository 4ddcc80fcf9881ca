"""How long a kiosk is away when a part stands still: `python -m tests.deploy.frozen ROUNDS`."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.deploy.screen import NAMES, KioskScreen
from tests.processes import state

STEADY = 4.0
"""Seconds after which the course has told that the terminal answers; nothing else tells that."""
WITHIN = 10.0
"""Seconds after which somebody would call for help."""


def is_up(screen: KioskScreen) -> bool:
    """Whether all of it runs, and something is to be read."""
    pids = [screen.pid(each) for each in NAMES]
    return all(pid and state(pid) != "T" for pid in pids) and screen.is_drawn()


def away(screen: KioskScreen, name: str) -> float:
    """Stop a part for good; gives the seconds until another one is there and something is seen."""
    log = screen.folder / "data" / "kiosk.log"
    screen.until(lambda: log.exists() and is_up(screen))
    time.sleep(STEADY)
    pid = screen.pid(name)
    os.kill(pid, signal.SIGSTOP)
    before = log.read_text().count("started")
    return screen.until(
        lambda: (
            screen.pid(name) not in (0, pid)
            and log.read_text().count("started") > before
            and is_up(screen)
        )
    )


def main(rounds: int, names: list[str]) -> int:
    worst = 0.0
    with tempfile.TemporaryDirectory(dir="/var/tmp") as place:
        Path(place).chmod(0o755)
        screen = KioskScreen(Path(place))
        try:
            for name in names or NAMES:
                taken = [away(screen, name) for _ in range(rounds)]
                print(name, " ".join(f"{each:.1f}" for each in sorted(taken)), flush=True)
                worst = max(worst, *taken)
        finally:
            screen.close()
    return 0 if worst <= WITHIN else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
