"""What the doctor says of one thing, and what makes it say so: values in, a finding out."""

from __future__ import annotations

import datetime
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from course.printing import Ready, Unprinted

Level = Literal["ok", "note", "mend"]

LEAST_SIZE, GOOD_SIZE = (60, 20), (80, 24)
"""Cells across and down."""
LEAST_FREE = 200
"""Megabytes. A learner's file has a few kilobytes."""
NEEDED_GLYPHS = "←→↑↓▸▶▏▎▍▌▋▊▉█▐▀▄▖▗▘▝▙▟▛▜░│─╭╮╰╯┌┐└┘├┤┬┴●○✓·…•⌫¹²³⁴⁵ʼé"

_OFF = ("no", "off", "false", "disabled", "0")
"""What CUPS takes for a no."""


@dataclass(frozen=True)
class Finding:
    """`ok`; `note`: a kiosk runs without it; `mend`: this has to be put right."""

    level: Level
    name: str
    says: str
    cure: str = ""

    def __str__(self) -> str:
        mark = {"ok": "ok", "note": "note", "mend": "MEND"}[self.level]
        return f"{mark:<5} {self.name:<12} {self.says}{' ' if self.cure else ''}{self.cure}"


def size(columns: int, rows: int) -> Finding:
    """The screen in cells."""
    says = f"{columns} by {rows} cells."
    if columns < LEAST_SIZE[0] or rows < LEAST_SIZE[1]:
        return Finding("mend", "size", says, "Take a smaller font in foot.ini: 60 by 20 is least.")
    if columns < GOOD_SIZE[0] or rows < GOOD_SIZE[1]:
        return Finding("note", "size", says, "From 80 by 24 on, less has to be paged through.")
    return Finding("ok", "size", says)


def colours(answered: bool | None, colorterm: str, term: str) -> Finding:
    """`answered`: whether the terminal repeated an exact colour; None if it did not answer."""
    declared = colorterm in ("truecolor", "24bit")
    if declared and answered is not False:
        return Finding("ok", "colours", "All of them.")
    if term == "linux":
        return Finding("note", "colours", "16.", "The course looks best in cage and foot.")
    how = "Set COLORTERM=truecolor." if answered else "Use cage and foot; see docs/kiosk.md."
    return Finding("mend", "colours", "Not all colours are to be had.", how)


def mouse(answers: bool, pointers: Sequence[str]) -> Finding:
    """Whether the terminal reports a mouse, and the pointing devices there are."""
    if not answers:
        says = "The terminal reports no mouse and no touch."
        return Finding("note", "mouse", says, "Only keys will work; use cage and foot for more.")
    if not pointers:
        return Finding("note", "mouse", "No mouse or touch screen found.", "Only keys will work.")
    return Finding("ok", "mouse", f"{', '.join(pointers)}.")


def glyphs(missing: str | None) -> Finding:
    """The signs that no font has; None if nobody can tell."""
    if missing is None:
        how = f"You should see arrows, frames and a tick: {NEEDED_GLYPHS[:8]} ╭─╮ ✓"
        return Finding("note", "font", "It cannot be asked here.", how)
    if missing:
        how = "Install fonts-dejavu-core."
        return Finding("mend", "font", f"No font has {' '.join(missing)}.", how)
    return Finding("ok", "font", "Has every sign that the course draws.")


def disk(free: int | None) -> Finding:
    """Megabytes that are free."""
    if free is None:
        return Finding("mend", "disk", "It cannot be read.", "Check the disk.")
    if free < LEAST_FREE:
        return Finding("mend", "disk", f"{free} MB free.", f"Make room: {LEAST_FREE} MB at least.")
    return Finding("ok", "disk", f"{free} MB free.")


def clock(now: datetime.datetime, program: datetime.datetime, synchronised: bool | None) -> Finding:
    """`program`: when the program's files were written; the clock cannot be before that."""
    says = f"{now:%Y-%m-%d %H:%M}."
    if now < program:
        return Finding("mend", "clock", says, "That is in the past. Set it: timedatectl set-time.")
    if not synchronised:
        how = "It keeps itself right only with a network time service: systemd-timesyncd."
        return Finding("note", "clock", says, how)
    return Finding("ok", "clock", says)


def user(number: int) -> Finding:
    """The number of the user this runs as."""
    if number == 0:
        how = "Run it as the kiosk's own user: runuser -u kiosk -- prolo kiosk doctor."
        return Finding("mend", "user", "This is root.", how)
    return Finding("ok", "user", "Not root.")


def folder(name: str, mode: int | None, writable: bool) -> Finding:
    """A folder that only its owner may look into. `mode` is None if it is not there."""
    if mode is None:
        how = "It is made at the first start." if writable else "Make it, for the kiosk's user."
        return Finding("note" if writable else "mend", "data", f"There is no {name} yet.", how)
    if not writable:
        return Finding("mend", "data", f"{name} cannot be written.", f"chown it: kiosk, {name}.")
    if stat.S_IMODE(mode) & 0o077:
        return Finding("mend", "data", f"Others may look into {name}.", f"chmod 700 {name}")
    return Finding("ok", "data", f"{name}: private, and can be written.")


def settings(problems: Sequence[str], has_pin: bool | None, mode: int | None) -> list[Finding]:
    """The clinic's settings. `has_pin` is None where what stands for it cannot be read."""
    if problems:
        return [Finding("mend", "settings", each) for each in problems]
    found = []
    if mode is not None and stat.S_IMODE(mode) & 0o007:
        how = "chmod 600 clinic.yaml"
        found.append(Finding("mend", "settings", "Others may read the hash of the PIN.", how))
    if has_pin:
        found.append(Finding("ok", "PIN", "Set."))
    else:
        says = "There is none." if has_pin is not None else "staff_pin_hash cannot be read."
        how = "Without it staff cannot end or pause the course: prolo kiosk set-pin"
        found.append(Finding("mend", "PIN", says, how))
    return found


def modules(problems: Sequence[str]) -> Finding:
    """The faults of the course."""
    if problems:
        says = f"{len(problems)} faults. The first: {problems[0]}"
        return Finding("mend", "modules", says, "prolo check names them all.")
    return Finding("ok", "modules", "No faults.")


def sound(cards: int, voice: bool) -> Finding:
    """Sound cards, and whether a program can read aloud."""
    if not voice:
        how = "Install espeak-ng if the course should be able to read aloud."
        return Finding("note", "sound", "There is no voice.", how)
    if not cards:
        return Finding("note", "sound", "There is no sound card.", "Nothing can be read aloud.")
    return Finding("ok", "sound", "A voice and a sound card.")


def sysrq(value: int | None) -> Finding:
    """What the kernel does for the SysRq key: a set of bits, 0 for nothing."""
    if value is None:
        return Finding("ok", "sysrq", "The kernel has none.")
    if value:
        how = "Write kernel.sysrq=0 into /etc/sysctl.d/90-prolo-kiosk.conf, then sysctl --system."
        return Finding("mend", "sysrq", "A keyboard can end programs through the kernel.", how)
    return Finding("ok", "sysrq", "Off.")


def ctrl_alt_del(masked: bool) -> Finding:
    """Whether systemd restarts the machine on ctrl+alt+del."""
    if masked:
        return Finding("ok", "ctrl-alt-del", "Masked.")
    how = "systemctl mask ctrl-alt-del.target"
    return Finding("mend", "ctrl-alt-del", "A keyboard can restart the machine.", how)


def printer(queue: str, ready: Ready, unprinted: Unprinted | None) -> Finding:
    """The printer for what patients take home, and the pages that it owes."""
    match ready:
        case "no_cups":
            how = "Install cups-client."
            return Finding("mend", "printer", "There is no lp, so nothing is printed.", how)
        case "no_queue":
            how = "lpstat -e lists those that there are; printer: in clinic.yaml names one."
            return Finding("mend", "printer", f"There is no printer {queue}.", how)
        case "stopped":
            return Finding("mend", "printer", f"{queue} is stopped.", f"cupsenable {queue}")
        case "unknown":
            return Finding("mend", "printer", "CUPS does not answer.", "systemctl status cups")
        case "ready" if unprinted:
            says = f"{queue} is ready. Not printed: {unprinted.count}, the last {unprinted.when}."
            return Finding("note", "printer", says, f"The reason: {unprinted.why}.")
        case "ready":
            return Finding("ok", "printer", f"{queue} is ready.")


def printed_copies(settings: Mapping[str, str] | None) -> Finding:
    """What CUPS keeps of what it has printed, by its settings; None where they cannot be read."""
    what = "copies"
    if settings is None:
        how = "Run the doctor as root, which may read /etc/cups/cupsd.conf."
        return Finding("note", what, "What CUPS keeps cannot be told.", how)
    if settings.get("preservejobhistory", "yes").lower() in _OFF:
        how = "cupsctl PreserveJobHistory=Yes PreserveJobFiles=No"
        says = "CUPS forgets how a page ended: one that did not come is taken for printed."
        return Finding("mend", what, says, how)
    if settings.get("preservejobfiles", "86400").lower() not in _OFF:
        says = "CUPS keeps pages that it has printed, with what patients want to ask."
        return Finding("mend", what, says, "cupsctl PreserveJobFiles=No")
    return Finding("ok", what, "CUPS keeps none.")
