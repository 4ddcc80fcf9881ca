"""A kiosk on a display that nobody sees, with a keyboard, a mouse, and whoever plays systemd."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from tests.paths import ROOT
from tests.processes import PATIENCE, first_line

PROGRAMS = ("Xvfb", "Xwayland", "cage", "foot", "import", "setpriv", "xdotool")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
SIZE = (1024, 768)
NOBODY = 65534
RESTART = 0.5
"""Seconds after which systemd starts the unit again."""
NAMES: dict[str, Callable[[list[str]], bool]] = {
    "cage": lambda words: words[:1] == ["/usr/bin/cage"],
    "foot": lambda words: words[:1] == ["/usr/bin/foot"],
    "supervisor": lambda words: words[:1] == [sys.executable] and words[-1:] == ["kiosk"],
    "course": lambda words: "--part" in words and "course" in words,
}


def quietly(
    command: list[str], around: dict[str, str], files: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, env=around, pass_fds=files, stdout=nowhere, stderr=nowhere)


class KioskScreen:
    """Starts the kiosk, and starts it again whenever it ends, as its unit would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        reading, writing = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self._xvfb = quietly(command, {**os.environ}, [writing])
        os.close(writing)
        self._x = {**os.environ, "DISPLAY": f":{first_line(reading)}"}
        self._run = folder / "run"
        self._run.mkdir(mode=0o700)
        (folder / "data").mkdir(mode=0o700)
        self._systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._systemd.bind(str(folder / "systemd"))
        self._systemd.setblocking(False)
        if os.geteuid() == 0:
            for each in (folder, self._run, folder / "data", folder / "systemd"):
                os.chown(each, NOBODY, NOBODY)
        self.ended: list[int] = []
        """The status of each run that has ended."""
        self.shows = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        # cage refuses root; whoever is nobody instead may still read what root may.
        caps = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
        as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *caps]
        around = {
            **{"XDG_RUNTIME_DIR": str(self._run), "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"},
            **{"WLR_LIBINPUT_NO_DEVICES": "1", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            **{"RUNTIME_DIRECTORY": str(self._run), "DISPLAY": self._x["DISPLAY"]},
            **{"NOTIFY_SOCKET": str(self.folder / "systemd"), "PYTHONPATH": str(ROOT)},
            **{"XKB_DEFAULT_OPTIONS": "srvrkeys:none", "PATH": os.environ["PATH"]},
        }
        program = [sys.executable, "-m", "tests.deploy.shown", str(self.folder)]
        return quietly([*(as_nobody if os.geteuid() == 0 else []), *program], around)

    def close(self) -> None:
        self.shows.terminate()
        try:
            self.shows.wait(PATIENCE)
        finally:
            for pid in self.family():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._xvfb.terminate()
            self._xvfb.wait(PATIENCE)
            self._systemd.close()

    def look_after(self) -> list[str]:
        """Do what systemd does; gives what it was told."""
        told = []
        with suppress(BlockingIOError):
            while True:
                told.append(self._systemd.recv(4096).decode())
        if self.shows.poll() is not None:
            self.ended.append(self.shows.returncode)
            time.sleep(RESTART)
            self.shows = self._start()
        return told

    def until(self, holds: Callable[[], object], within: float = PATIENCE) -> float:
        """Wait until something holds; gives the seconds that it took."""
        began = time.monotonic()
        while not holds():
            self.look_after()
            if time.monotonic() - began > within:
                log = self.folder / "data" / "kiosk.log"
                raise AssertionError(f"it never came: {log.read_text() if log.exists() else ''}")
            time.sleep(0.05)
        return time.monotonic() - began

    def family(self) -> dict[int, list[str]]:
        """The processes of the kiosk, with the words that each was started with."""
        found: dict[int, list[str]] = {}
        waiting = [self.shows.pid]
        while waiting:
            pid = waiting.pop()
            with suppress(OSError):
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
                found[pid] = [each.decode(errors="replace") for each in words if each]
                for task in Path(f"/proc/{pid}/task").iterdir():
                    waiting += map(int, (task / "children").read_text().split())
        return found

    def pid(self, name: str) -> int:
        """The process of this name; 0 if it does not run."""
        fits = NAMES[name]
        return next((pid for pid, words in self.family().items() if fits(words)), 0)

    def cells(self) -> tuple[int, int]:
        """The columns and rows that the course has."""
        terminal = os.open(f"/proc/{self.pid('supervisor')}/fd/0", os.O_RDONLY | os.O_NOCTTY)
        try:
            packed = fcntl.ioctl(terminal, termios.TIOCGWINSZ, bytes(8))
            rows, columns, _, _ = struct.unpack("HHHH", packed)
        finally:
            os.close(terminal)
        return columns, rows

    def tool(self, *words: str) -> None:
        """Have the keyboard or the mouse do something."""
        command = ["xdotool", *words]
        silent = subprocess.DEVNULL
        subprocess.run(command, env=self._x, check=True, stdout=silent, timeout=PATIENCE)

    def pixels(self) -> bytes:
        """What is seen, a byte for each colour of each pixel."""
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(
            command, env=self._x, capture_output=True, check=False, timeout=PATIENCE
        ).stdout

    def is_drawn(self) -> bool:
        """Whether something is to be read."""
        seen = self.pixels()
        return len({seen[at : at + 3] for at in range(0, len(seen) - 2, 3 * 7)}) > 16
