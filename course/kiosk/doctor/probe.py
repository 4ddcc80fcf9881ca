"""What this machine is like: asked of its terminal, its kernel and its programs. Nothing raises."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import termios
import time
import tty
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course.kiosk import foot

FootLock = tuple[list[str] | None, list[str]]
_ASK_MOUSE = b"\x1b[?1006$p"
_ASK_COLOUR = b"\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[0m"
_ASK_NAME = b"\x1b[c"
"""Every terminal answers this one, so nothing has to be waited for once it has."""
_NAME = re.compile(rb"\x1b\[\?[0-9;]*c")
_MOUSE = re.compile(rb"\x1b\[\?1006;[1-3]\$y")
_COLOUR = re.compile(rb"48[:;]2[:;]+(?:1[:;])?1[:;]2[:;]3")
_SECTION = re.compile(r"^[ \t]*<(\w+)\b.*?^[ \t]*</\1>", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_PATIENCE = 2.0


@dataclass(frozen=True)
class Answers:
    """What the terminal says of itself."""

    mouse: bool = False
    colour: bool | None = None
    """Whether it repeats an exact colour; None if it says nothing."""


def terminal(fd: int) -> Answers:
    """Ask the terminal; takes two seconds where it does not answer."""
    try:
        before = termios.tcgetattr(fd)
    except termios.error:
        return Answers()
    try:
        tty.setraw(fd)
        termios.tcflush(fd, termios.TCIFLUSH)
        os.write(fd, _ASK_MOUSE + _ASK_COLOUR + _ASK_NAME)
        said = _heard(fd)
        # A terminal that knows no such question may have shown it.
        os.write(fd, b"\r\x1b[K")
        return understood(said)
    except (OSError, termios.error):
        return Answers()
    finally:
        with suppress(termios.error):
            termios.tcsetattr(fd, termios.TCSAFLUSH, before)


def understood(said: bytes) -> Answers:
    """The answers in what a terminal said."""
    asked = b"\x1bP1$r" in said or b"\x1bP0$r" in said
    return Answers(bool(_MOUSE.search(said)), bool(_COLOUR.search(said)) if asked else None)


def _heard(fd: int) -> bytes:
    said = b""
    end = time.monotonic() + _PATIENCE
    while not _NAME.search(said) and (left := end - time.monotonic()) > 0:
        if select.select([fd], [], [], left)[0]:
            said += os.read(fd, 1024)
    return said


def pointers(devices: Path = Path("/proc/bus/input/devices")) -> list[str]:
    """The mice and touch screens that the kernel knows, by their names."""
    found = []
    with suppress(OSError):
        for device in devices.read_text(errors="replace").split("\n\n"):
            name = re.search(r'^N: Name="([^"]*)"', device, re.MULTILINE)
            handlers = re.search(r"^H: Handlers=(.*)$", device, re.MULTILINE)
            direct = re.search(r"^B: PROP=([0-9a-f]+)", device, re.MULTILINE)
            is_mouse = handlers is not None and "mouse" in handlers[1]
            # The second bit of PROP: what is touched is what is seen.
            is_touch = direct is not None and int(direct[1], 16) & 0b10
            if name and (is_mouse or is_touch):
                found.append(name[1])
    return found


def missing_glyphs(needed: str) -> str | None:
    """The signs for which no font is installed; None if there is no fontconfig to ask."""
    if (program := shutil.which("fc-list")) is None:
        return None
    missing = ""
    for glyph in needed:
        found = _output([program, f":charset={ord(glyph):x}", "family"])
        if found is None:
            return None
        missing += "" if found.strip() else glyph
    return missing


def sound_cards(cards: Path = Path("/proc/asound/cards")) -> int:
    """How many there are."""
    with suppress(OSError):
        return len(re.findall(r"^ *\d+ \[", cards.read_text(), re.MULTILINE))
    return 0


def sysrq(path: Path = Path("/proc/sys/kernel/sysrq")) -> int | None:
    """What the kernel lets the SysRq key do; None if it knows no such key."""
    with suppress(OSError, ValueError):
        return int(path.read_text())
    return None


def kernel_arguments(path: Path = Path("/proc/cmdline")) -> list[str]:
    """What the kernel was started with; none where that cannot be read."""
    with suppress(OSError):
        return path.read_text(errors="replace").split()
    return []


def is_masked(unit: str, folders: tuple[str, ...] = ("/etc", "/run")) -> bool:
    """Whether systemd is kept from starting a unit."""
    for folder in folders:
        with suppress(OSError):
            if (Path(folder) / "systemd/system" / unit).readlink() == Path("/dev/null"):
                return True
    return False


def systemd_setting(file: str, name: str) -> str | None:
    """What systemd's files say last of a setting, or what they bring; None if it is not said."""
    program = shutil.which("systemd-analyze")
    told = _output([program, "--no-pager", "cat-config", f"systemd/{file}"]) if program else None
    return _last(name, told or "")


def cups(path: Path = Path("/etc/cups/cupsd.conf")) -> dict[str, str] | None:
    """What CUPS is set to, by names in small letters; None where that cannot be read.

    What its sections say, from `<Policy ...>` to `</Policy>`, is left out.
    """
    try:
        told = path.read_text(errors="replace")
    except OSError:
        return None
    found = re.findall(
        r"^[ \t]*([A-Za-z]+)[ \t]+(.*?)[ \t]*$", _SECTION.sub("", told), re.MULTILINE
    )
    return {name.lower(): value for name, value in found}


def has_grub(folder: Path = Path("/boot/grub")) -> bool:
    """Whether the machine starts with GRUB."""
    return folder.is_dir()


def grub_setting(name: str, folder: Path = Path("/etc/default")) -> str | None:
    """What the files of GRUB say last of a setting; None if it is not said."""
    told = ""
    for path in (folder / "grub", *sorted((folder / "grub.d").glob("*.cfg"))):
        with suppress(OSError):
            told += path.read_text(errors="replace") + "\n"
    found = _last(name, told)
    return found.strip("\"'") if found is not None else None


def has_grub_password(folder: Path = Path("/etc/grub.d")) -> bool:
    """Whether `deploy/boot-password.sh` has set one."""
    return (folder / "01_prolo-kiosk").exists()


def foot_lock(folder: Path = Path(sys.prefix) / "deploy" / "foot") -> FootLock:
    """What foot still has a key for, and what stands wrongly in the clinic's file for it.

    The first is None if it cannot be told.
    """
    program = shutil.which("foot")
    told = _output([program, "--version"]) if program else None
    try:
        defaults = foot.read(foot.DEFAULTS.read_text(errors="replace"), commented=True)
        lock = foot.read(foot.lock_for(told or "", folder).read_text())
    except (OSError, LookupError):
        return None, []
    own: foot.Settings = {}
    with suppress(OSError):
        own = foot.read(foot.CLINICS.read_text(errors="replace"))
    return foot.left_open(defaults, lock), [*foot.not_for_clinics(own)]


def _last(name: str, told: str) -> str | None:
    found = re.findall(rf"^{re.escape(name)}=(.*)$", told, re.MULTILINE)
    return found[-1].strip() if found else None


def _output(command: list[str]) -> str | None:
    try:
        return subprocess.run(
            command, capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
