"""What foot shows, pixel by pixel, with a keyboard and a finger before it.

Needs Debian's cage, foot, xvfb, xwayland, xdotool and fonts-dejavu-core.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import TracebackType
from zlib import crc32

from PIL import Image

from course.kiosk.foot import FONT
from tests.deploy.shown import lock
from tests.processes import PATIENCE, first_line, until
from tests.rest import QUIET, family, turns

PROGRAMS = ("Xvfb", "Xwayland", "cage", "foot", "setpriv", "xdotool")
MISSING = tuple(name for name in PROGRAMS if shutil.which(name) is None)
LARGEST = (2730, 1710)
"""Pixels of the display."""
PADDING = 4
"""Pixels beside the cells, in foot's settings."""
NOBODY = 65534
EACH = 4
"""Of so many rows of pixels one is looked at to see that something changes."""
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
        foot = ["foot", f"--config={lock(folder)}", f"--override=font={FONT}:size=22", *options]
        window = [*(as_nobody if is_root else []), "cage", "-d", "--", *foot, *program]
        reading, writing = os.pipe()
        across, down = LARGEST
        display = ["Xvfb", "-displayfd", str(writing), "-fbdir", str(folder / "shown")]
        display += [
            "-screen",
            "0",
            f"{across}x{down}x24",
            "-nolisten",
            "tcp",
            "-nocursor",
            "-noreset",
        ]
        self._display = started(display, {**os.environ}, folder / "display", [writing])
        os.close(writing)
        self._x = {**os.environ, "DISPLAY": f":{first_line(reading)}"}
        # They would say another size than the terminal does; the workers of pytest have them.
        self._x.pop("COLUMNS", None)
        self._x.pop("LINES", None)
        around = {
            **{"XDG_RUNTIME_DIR": str(runtime), "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"},
            **{"WLR_LIBINPUT_NO_DEVICES": "1", "WLR_X11_OUTPUTS": "1", "LC_ALL": "C.UTF-8"},
            **{"WLR_NO_HARDWARE_CURSORS": "1", "XKB_DEFAULT_OPTIONS": _SAME_MACHINE},
        }
        self._window = started(window, {**self._x, **around}, folder / "window")
        try:
            self._name = self._found()
            with (folder / "shown" / "Xvfb_screen0").open("rb") as file:
                self._shown = mmap(file.fileno(), 0, access=ACCESS_READ)
        except BaseException:
            self.close()
            raise

        # As of `xwd`: a head of numbers, a name, a table of colours, and rows of pixels.
        head = struct.unpack(">25I", self._shown[:100])
        self._start, self._row = head[0] + 12 * head[19], head[12]

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
        # Beside the cells nobody is told of it.
        middle = (str(side // 2) for side in self.size)
        self._answered(
            "mousemove", *middle, "click", "--repeat", str(abs(notches)), "--delay", "1", button
        )

    def _answered(self, *words: str) -> None:
        before = turns(self._program)
        self._do(*words)
        until(lambda: turns(self._program) != before)
        self.rest()

    def _do(self, *words: str) -> str:
        command = ["xdotool", *words]
        return subprocess.run(
            command, env=self._x, capture_output=True, text=True, timeout=PATIENCE
        ).stdout

    def _found(self) -> str:
        """The name of the window, once it is there."""
        end = time.monotonic() + PATIENCE
        # The display itself is the first.
        while len(names := self._do("search", "--onlyvisible", "--name", "").split()) < 2:
            if self._window.poll() is not None or time.monotonic() > end:
                said = (self._folder / "window").read_text(errors="replace")[-800:]
                raise ChildProcessError(f"foot did not come up in cage:\n{said}")
            time.sleep(QUIET)
        return names[-1]

    # What is seen

    def rest(self) -> None:
        """Wait until nothing works or waits for its turn, and what is shown stays as it is.

        cage may ask its display for frames again and again in which nothing is new.
        """
        end, since = time.monotonic() + PATIENCE, time.monotonic()
        last: tuple[object, ...] = ()
        while (now := time.monotonic()) < end:
            time.sleep(QUIET / 6)
            works = None in (turns(self._window.pid), turns(self._display.pid))
            seen = turns(self._program), self._sampled()
            if works or seen != last:
                last, since = seen, now
            elif now - since >= QUIET:
                return
        raise TimeoutError("what is shown never comes to rest")

    @cached_property
    def _program(self) -> int:
        """The program in the window, once it runs there."""
        found: list[int] = []

        def runs() -> list[int]:
            found[:] = [each for each in family(self._window.pid) if _is_shown(each)]
            return found

        until(runs)
        return found[0]

    def _sampled(self) -> int:
        """A sum over some of the rows that are shown."""
        data = memoryview(self._shown)
        width, height = self.size
        found = 0
        for row in range(0, height, EACH):
            start = self._start + row * self._row
            found = crc32(data[start : start + 4 * width], found)
        return found

    def pixels(self) -> Pixels:
        """What the window shows now."""
        rows = self._shown[self._start :]
        whole = Image.frombytes("RGB", LARGEST, rows, "raw", "BGRX", self._row)
        return whole.crop((0, 0, *self.size))


def _is_shown(pid: int) -> bool:
    """Whether a process is what the window shows, and none of those that show it."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/comm").read_text().strip() not in PROGRAMS
    return False
