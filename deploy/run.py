#!/opt/prolo-kiosk/bin/python
"""Shows the course in foot in cage, and stands for them before systemd.

The login session that cage needs (PAMName=) moves all that runs in it out of the service's control
group. systemd then believes only the first process of the service, which is this one: it passes on
what the supervisor tells, ends with the supervisor's status, and takes cage along when it ends.
Debian 12's cage does not hand that status on.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

SHOWN = (
    "/usr/bin/cage", "-d", "--",
    "/usr/bin/foot", "--config=/etc/prolo-kiosk/foot.ini",
    "/opt/prolo-kiosk/bin/prolo", "--data-dir", "/var/lib/prolo-kiosk", "kiosk",
)  # fmt: skip
GRACE = 8.0
"""Seconds that cage has to end by itself."""
_DIE_WITH_PARENT = 1


def main(arguments: list[str], shown: tuple[str, ...] = SHOWN) -> int:
    """Run until the course has ended or systemd asks for the end; gives the exit status."""
    place = Path(os.environ["RUNTIME_DIRECTORY"])
    word, told = place / "status", place / "notify"
    for old in (word, told):
        old.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(told))
    listening.settimeout(0.5)
    cage = subprocess.Popen(
        [*shown, *arguments],
        env={**os.environ, "NOTIFY_SOCKET": str(told), "PROLO_KIOSK_STATUS": str(word)},
        preexec_fn=_die_with_parent,
    )
    ending: list[float] = []
    for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(each, lambda _number, _frame: ending.append(time.monotonic()))
    while cage.poll() is None:
        if ending:
            cage.send_signal(signal.SIGTERM)
            if time.monotonic() - ending[0] > GRACE:
                cage.kill()
        try:
            _tell(listening.recv(4096))
        except TimeoutError:
            continue
    if ending:
        return 0
    text = word.read_text() if word.exists() else ""
    return int(text) if text.strip().isdigit() else abs(cage.returncode)


def _tell(message: bytes) -> None:
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address.startswith("@"):
        address = "\0" + address[1:]
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.sendto(message, address)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
