"""What foot shows, pixel by pixel, with a keyboard and a finger before it.

Needs Debian's cage, foot, xvfb, xwayland, xdotool and fonts-dejavu-core.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PIL import Image

from tests.paths import ROOT
from tests.processes import PATIENCE
from tests.rest import family, until_answered, until_rest

PROGRAMS = ("Xvfb", "Xwayland", "cage", "foot", "setpriv", "xdotool")
MISSING = tuple(name for name in PROGRAMS if shutil.which(name) is None)
LARGEST = (2730, 1710)
"""Pixels of the display."""
PADDING = 4
"""Pixels beside the cells, in foot's settings."""
NOBODY = 65534
_SAME_MACHINE = "srvrkeys:none"
"""No key leaves the display for another one."""

Pixels = Image.Image


def started(
    command: list[str], around: dict[str, str], log: Path, files: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """A program that says what it has to say in a file."""
    no = subprocess.DEVNULL
    with log.open("wb") as said:
        return subprocess.Popen(
            command, env=around, pass_fds=files, stdin=no, stdout=said, stderr=said
        )


def busy(pid: int) -> Iterator[str]:
    """What runs, or waits for its turn, of a process and its children."""
    for each in family(pid):
        for status in Path(f"/proc/{each}/task").glob("*/status"):
            told = dict(line.split(":", 1) for line in status.read_text().splitlines())
            if told["State"].split()[0] in "RD":
                yield told["Name"].strip()


class Foot:
    """A window of foot, as large as it is made, and a program in it."""

    def __init__(self, folder: Path, program: Sequence[str], *options: str) -> None:
        """`folder` is for what the display and the window need; `options` are foot's."""
        self._folder = folder
        self.size = (0, 0)
        """Pixels of the window."""
        (folder / "shown").mkdir()
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        # cage refuses root; whoever is nobody instead may still read what root may.
        caps = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
        as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *caps]
        if is_root := os.geteuid() == 0:
            os.chown(runtime, NOBODY, NOBODY)
        foot = ["foot", f"--config={ROOT / 'deploy' / 'foot.ini'}", *options]
        window = [*(as_nobody if is_root else []), "cage", "-d", "--", *foot, *program]
        reading, writing = os.pipe()
        across, down = LARGEST
        display = ["Xvfb", "-displayfd", str(writing), "-fbdir", str(folder / "shown")]
        display += ["-screen", "0", f"{across}x{down}x24", "-nolisten", "tcp", "-nocursor"]
        self._display = started(display, {**os.environ}, folder / "display", [writing])
        os.close(writing)
        with os.fdopen(reading) as told:
            self._x = {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
        around = {
            **{"XDG_RUNTIME_DIR": str(runtime), "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"},
            **{"WLR_LIBINPUT_NO_DEVICES": "1", "WLR_X11_OUTPUTS": "1", "LC_ALL": "C.UTF-8"},
            **{"WLR_NO_HARDWARE_CURSORS": "1", "XKB_DEFAULT_OPTIONS": _SAME_MACHINE},
        }
        self._window = started(window, {**self._x, **around}, folder / "window")
        try:
            self._name = self._found()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Foot:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End it."""
        for process in (self._window, self._display):
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()

    # What is done to it

    def resize(self, width: int, height: int) -> None:
        """Give the window so many pixels, and take the pointer out of the way."""
        self.size = width, height
        self._do("windowsize", self._name, str(width), str(height))
        self._do("windowmove", self._name, "0", "0")
        self.point_away()
        self.rest()

    def point_away(self) -> None:
        """Take the pointer out of the way of what is shown."""
        width, height = self.size
        self._do("mousemove", str(width - 1), str(height - 1))

    def press(self, *keys: str) -> None:
        """Press keys by their names, and wait until all is drawn that comes of them."""
        self._answered("key", *keys)

    def click(self, x: int, y: int) -> None:
        """Touch a pixel of the window."""
        self._answered("mousemove", str(x), str(y), "click", "1")

    def roll(self, notches: int) -> None:
        """Turn the wheel down, or up below 0."""
        button = "5" if notches > 0 else "4"
        self._answered("click", "--repeat", str(abs(notches)), "--delay", "1", button)

    def _answered(self, *words: str) -> None:
        if until_answered(self._window.pid, lambda: self._do(*words), self._look) is None:
            raise TimeoutError(f"foot did not answer {words}")
        self.rest()

    def _do(self, *words: str) -> str:
        command = ["xdotool", *words]
        return subprocess.run(command, env=self._x, capture_output=True, text=True).stdout

    def _found(self) -> str:
        """The name of the window, once it is there."""
        end = time.monotonic() + PATIENCE
        # The display itself is the first.
        while len(names := self._do("search", "--onlyvisible", "--name", "").split()) < 2:
            if self._window.poll() is not None or time.monotonic() > end:
                said = (self._folder / "window").read_text(errors="replace")[-800:]
                raise ChildProcessError(f"foot did not come up in cage:\n{said}")
            self._look(0.05)
        return names[-1]

    # What is seen

    def rest(self) -> None:
        """Wait until the program, its terminal and the display have nothing left to do."""
        for process in (self._window, self._display):
            if until_rest(process.pid, self._look) is None:
                raise TimeoutError(f"never comes to rest: {', '.join(busy(process.pid))}")

    def _look(self, seconds: float) -> bool:
        time.sleep(seconds)
        return False

    def pixels(self) -> Pixels:
        """What the window shows now."""
        width, height = self.size
        data = (self._folder / "shown" / "Xvfb_screen0").read_bytes()
        # As of `xwd`: a head of numbers, a name, a table of colours, and rows of pixels.
        head = struct.unpack(">25I", data[:100])
        across, down, row, colors = head[4], head[5], head[12], head[19]
        rows = data[head[0] + 12 * colors :]
        whole = Image.frombytes("RGB", (across, down), rows, "raw", "BGRX", row)
        return whole.crop((0, 0, width, height))


@contextmanager
def footed(program: Sequence[str], *options: str) -> Iterator[Foot]:
    """Such a window for a while."""
    with (
        TemporaryDirectory(prefix="foot") as folder,
        Foot(Path(folder), program, *options) as shown,
    ):
        yield shown
