"""A picture in the kiosk's own terminal, foot in cage, on a display that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from course.kiosk.foot import FONT
from tests.deploy.shown import lock
from tests.paths import BAD, ROOT
from tests.processes import PATIENCE

Image = pytest.importorskip("PIL.Image", reason="pictures are an extra")
pytest.importorskip("resvg_py", reason="pictures are an extra")

PROGRAMS = ("Xvfb", "Xwayland", "cage", "foot", "import", "setpriv", "xdotool")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
SIZE = (1024, 768)
NOBODY = 65534
FISH = (0x4A, 0xA3, 0xD8)
"""The colour of the fish in the picture, which nothing else has."""
NEAR = 4
"""A sixel tells colours in parts of a hundred."""


def quietly(
    command: list[str], around: dict[str, str], files: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, env=around, pass_fds=files, stdout=nowhere, stderr=nowhere)


class Screen:
    """What foot shows, and a keyboard before it."""

    def __init__(self, folder: Path) -> None:
        reading, writing = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self._started = [quietly(command, {**os.environ}, [writing])]
        os.close(writing)
        with os.fdopen(reading) as told:
            self._x = {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        # cage refuses root; whoever is nobody instead may still read what root may.
        caps = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
        as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *caps]
        if is_root := os.geteuid() == 0:
            os.chown(runtime, NOBODY, NOBODY)
        around = {
            **{"XDG_RUNTIME_DIR": str(runtime), "WLR_BACKENDS": "x11", "WLR_RENDERER": "pixman"},
            **{"WLR_LIBINPUT_NO_DEVICES": "1", "WLR_X11_OUTPUTS": "1", "LC_ALL": "C.UTF-8"},
        }
        foot = ["foot", f"--config={lock(folder)}", f"--override=font={FONT}:size=22"]
        program = [sys.executable, str(ROOT / "app.py"), "--modules", str(BAD / "sound")]
        command = [*(as_nobody if is_root else []), "cage", "-d", "--", *foot, *program]
        command += ["--data-dir", str(folder / "data")]
        self._started.append(quietly(command, {**self._x, **around}))

    def close(self) -> None:
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()

    def pixels(self) -> bytes:
        command = ["import", "-window", "root", "png:-"]
        found = subprocess.run(command, env=self._x, capture_output=True, check=False).stdout
        return bytes(Image.open(BytesIO(found)).convert("RGB").tobytes()) if found else b""

    def press(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self._x, check=True)

    def until_other(self, before: bytes) -> bytes:
        """Wait until it shows something else, and that stays."""
        end, last = time.monotonic() + PATIENCE, before
        while time.monotonic() < end:
            time.sleep(0.2)
            now = self.pixels()
            if now == last != before:
                return now
            last = now
        raise AssertionError("the screen never changed")


def has_fish(pixels: bytes) -> bool:
    shades = set(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
    return any(all(abs(a - b) < NEAR for a, b in zip(each, FISH, strict=True)) for each in shades)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    found = Screen(tmp_path)
    yield found
    found.close()


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_picture_is_seen_on_its_page_and_on_no_other(screen: Screen) -> None:
    shown = b""
    for _ in range(60):
        before, shown = shown, screen.until_other(shown)
        if has_fish(shown):
            break
        assert before != shown
        screen.press("Return")
    assert has_fish(shown)
    screen.press("9")
    after = screen.until_other(shown)
    assert not has_fish(after)
    screen.press("0")
    assert screen.until_other(after) == shown
