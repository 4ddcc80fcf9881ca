"""`prolo kiosk doctor`: whether a machine is fit to be a kiosk, and how to mend what is not."""

from __future__ import annotations

import datetime
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from course import clinic, printing
from course.clock import is_synchronised
from course.content import loader
from course.errors import ContentError
from course.kiosk.doctor import boot as boot
from course.kiosk.doctor import finding as finding
from course.kiosk.doctor import probe as probe
from course.kiosk.doctor.finding import NEEDED_GLYPHS, Finding
from course.kiosk.policy import pin
from course.kiosk.updates.places import Places
from course.locations import Locations

_MEGABYTE = 1024 * 1024
_INDENT = 19
"""Where the text of a finding begins."""


def run(
    where: Locations,
    has_voice: Callable[[], bool],
    visits: Callable[[], Iterable[Finding]] = tuple,
) -> int:
    """Print a line for each thing; the status is 1 if anything has to be mended.

    `visits` tells what there is to say of the visits that are kept.
    """
    found = []
    for each in chain(examine(where, has_voice), visits()):
        print(_shown(each), flush=True)
        found.append(each)
    faults = sum(each.level == "mend" for each in found)
    print(f"To mend: {faults}." if faults else "This machine is fit to be a kiosk.")
    return 1 if faults else 0


def examine(where: Locations, has_voice: Callable[[], bool]) -> Iterator[Finding]:
    """Everything there is to say of this machine."""
    yield from _screen()
    yield finding.glyphs(probe.missing_glyphs(NEEDED_GLYPHS))
    yield finding.sound(probe.sound_cards(), has_voice())
    yield finding.disk(_free(where.data))
    yield finding.clock(_now(), _written(), is_synchronised())
    yield finding.user(os.geteuid())
    yield finding.folder(str(where.data), _mode(where.data), _writable(where.data))
    yield from _settings(where.clinic)
    modules = Places(where.data).in_use or where.modules
    yield finding.modules([str(each) for each in loader.check(modules, datetime.date.today())])
    yield from _printer(where)
    yield finding.sysrq(probe.sysrq())
    yield finding.ctrl_alt_del(probe.is_masked("ctrl-alt-del.target"))
    yield boot.burst(probe.systemd_setting("system.conf", "CtrlAltDelBurstAction"))
    handled = (*boot.KEYS, *boot.LIDS)
    yield boot.keys({each: probe.systemd_setting("logind.conf", each) for each in handled})
    yield boot.logins(probe.systemd_setting("logind.conf", "NAutoVTs"))
    has_grub = probe.has_grub()
    yield boot.menu(has_grub, probe.grub_setting("GRUB_TIMEOUT"))
    if has_grub:
        yield boot.password(probe.has_grub_password())
    yield boot.repair(probe.kernel_arguments())
    if os.environ.get("TERM") != "linux":
        yield boot.lock(*probe.foot_lock())


def _shown(each: Finding) -> str:
    if not sys.stdout.isatty():
        return str(each)
    width = shutil.get_terminal_size().columns
    return textwrap.fill(
        str(each),
        max(width, _INDENT * 2),
        subsequent_indent=" " * _INDENT,
        break_on_hyphens=False,
    )


def _screen() -> Iterator[Finding]:
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        how = "Run this on the kiosk's own screen as well: docs/kiosk.md tells how."
        yield Finding("note", "screen", "This is no terminal.", how)
        return
    answers = probe.terminal(sys.stdout.fileno())
    yield finding.size(columns, rows)
    colorterm, term = os.environ.get("COLORTERM", ""), os.environ.get("TERM", "")
    yield finding.colours(answers.colour, colorterm, term)
    yield finding.mouse(answers.mouse, probe.pointers())


def _settings(path: Path) -> list[Finding]:
    try:
        own = clinic.load(path)
    except ContentError as error:
        return finding.settings([str(each) for each in error.problems], False, None)
    hashed = own.staff_pin_hash
    has_pin = (pin.is_hash(hashed) or None) if hashed is not None else False
    return finding.settings([], has_pin, _mode(path))


def _printer(where: Locations) -> Iterator[Finding]:
    """The printer of the clinic, if it has set one; the settings say themselves what is wrong."""
    with suppress(ContentError):
        if queue := clinic.load(where.clinic).printer:
            yield finding.printer(queue, printing.ready(queue), printing.unprinted(where.unprinted))
            yield finding.printed_copies(probe.cups())


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def _written() -> datetime.datetime:
    return datetime.datetime.fromtimestamp(Path(__file__).stat().st_mtime).astimezone()


def _free(folder: Path) -> int | None:
    with suppress(OSError):
        return shutil.disk_usage(_nearest(folder)).free // _MEGABYTE
    return None


def _mode(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_mode
    return None


def _writable(folder: Path) -> bool:
    return os.access(_nearest(folder), os.W_OK | os.X_OK)


def _nearest(folder: Path) -> Path:
    """The folder itself, or the one in which it would be made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder
