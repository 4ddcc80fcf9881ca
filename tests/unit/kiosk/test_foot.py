"""The lock takes away every key that foot has by itself, in each version that Debian brings."""

from __future__ import annotations

import shutil
import subprocess
from math import ceil
from pathlib import Path

import pytest

from course.kiosk import foot
from tests.paths import FIXTURES, ROOT

LOCKS = ROOT / "deploy" / "foot"
KNOWN = sorted((FIXTURES / "foot").glob("*.ini"))
"""The bindings that foot brings, from the defaults of each version."""
HERE = [foot.DEFAULTS] if foot.DEFAULTS.exists() else []


def version(defaults: Path) -> str:
    if defaults != foot.DEFAULTS:
        return defaults.stem
    return subprocess.run(["foot", "--version"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("defaults", [*KNOWN, *HERE], ids=lambda path: path.stem)
def test_no_key_of_its_own_is_left(defaults: Path) -> None:
    known = foot.read(defaults.read_text(), commented=True)
    assert ("key-bindings", "font-increase") in known
    lock = foot.read(foot.lock_for(version(defaults), LOCKS).read_text())
    assert foot.left_open(known, lock) == []


@pytest.mark.parametrize("defaults", KNOWN, ids=lambda path: path.stem)
def test_a_key_that_no_lock_names_is_found(defaults: Path) -> None:
    known = {**foot.read(defaults.read_text(), commented=True)}
    lock = foot.read(foot.lock_for(version(defaults), LOCKS).read_text())
    known["mouse-bindings", "split-view"] = "BTN_LEFT-5"
    assert foot.left_open(known, lock) == ["mouse-bindings: split-view"]
    opened = {**lock, ("key-bindings", "font-increase"): "Control+plus"}
    assert "key-bindings: font-increase" in foot.left_open(known, opened)


@pytest.mark.parametrize(
    ("told", "lock"),
    [
        ("foot version: 1.13.1 +pgo +ime", "lock-1.13.ini"),
        ("foot version: 1.20.2", "lock-1.13.ini"),
        ("foot version: 1.21.0 +pgo", "lock-1.21.ini"),
        ("foot version: 2.3.0", "lock-1.21.ini"),
        ("foot version: 1.9.0", "lock-1.13.ini"),
        ("", "lock-1.13.ini"),
    ],
)
def test_each_version_has_its_lock(told: str, lock: str) -> None:
    assert foot.lock_for(told, LOCKS).name == lock


def test_without_a_lock_there_is_no_kiosk(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        foot.lock_for("foot version: 1.13.1", tmp_path)


@pytest.mark.parametrize("lock", sorted(LOCKS.glob("lock-*.ini")), ids=lambda path: path.stem)
def test_a_lock_holds_whatever_the_clinic_sets(lock: Path) -> None:
    text = lock.read_text()
    first = next(line for line in text.splitlines() if line and not line.startswith("#"))
    assert first == "include=/etc/prolo-kiosk/foot.ini"
    held = foot.read(text)
    assert held["url", "launch"] == "/bin/true"
    assert held["scrollback", "lines"] == "0"
    assert held["main", "shell"] == "/bin/false"
    assert held["tweak", "damage-whole-window"] == "yes"


def test_the_clinics_file_has_letters_and_colours_only() -> None:
    own = foot.read((ROOT / "deploy" / "foot.ini").read_text())
    # A size that is not chosen follows the screen.
    assert ("main", "font") not in own
    assert [*foot.not_for_clinics(own)] == []
    wrong = foot.read("font=Mono:size=30\n[key-bindings]\nspawn-terminal=Control+t\n")
    assert [*foot.not_for_clinics(wrong)] == ["key-bindings: spawn-terminal"]


SCREENS = {
    (800, 480): (60, 22),
    (1024, 600): (60, 22),
    (1024, 768): (60, 22),
    (1280, 800): (60, 22),
    (1366, 768): (60, 22),
    (1920, 1080): (112, 31),
    (2560, 1440): (112, 31),
    (3840, 2160): (112, 31),
    (768, 1024): (60, 22),
    (1080, 1920): (60, 22),
    (2160, 3840): (60, 22),
}


@pytest.mark.parametrize(("pixels", "cells"), SCREENS.items(), ids=str)
def test_every_screen_has_cells_enough_and_letters_to_be_read(
    pixels: tuple[int, int], cells: tuple[int, int]
) -> None:
    points = foot.size_for(*pixels)
    across, down = (ceil(side * points) for side in foot.CELL)
    assert (pixels[0] - foot.EDGE) // across >= cells[0]
    assert (pixels[1] - foot.EDGE) // down >= cells[1]
    assert down * 35 >= min(pixels)


def test_the_screen_that_is_connected_is_asked(tmp_path: Path) -> None:
    assert foot.screen(tmp_path) is None
    for name, status, modes in (
        ("card0-HDMI-A-1", "disconnected", ""),
        ("card0-DP-1", "connected", "1920x1080\n1024x768\n"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "status").write_text(f"{status}\n")
        (tmp_path / name / "modes").write_text(modes)
    assert foot.screen(tmp_path) == (1920, 1080)


def included(lock: Path, own: Path, folder: Path) -> Path:
    """The lock as it is on a kiosk, with the clinic's file where this one is."""
    copy = folder / lock.name
    copy.write_text(lock.read_text().replace("/etc/prolo-kiosk/foot.ini", str(own)))
    return copy


@pytest.mark.skipif(shutil.which("foot") is None, reason="foot is not here")
def test_foot_takes_its_lock(tmp_path: Path) -> None:
    told = subprocess.run(["foot", "--version"], capture_output=True, text=True, check=True).stdout
    lock = included(foot.lock_for(told, LOCKS), ROOT / "deploy" / "foot.ini", tmp_path)
    done = subprocess.run(
        ["foot", f"--config={lock}", "--check-config"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert " err:" not in done.stderr
