"""The state of the machine, for staff."""

from __future__ import annotations

import datetime
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from course import durable, printing
from course.kiosk.log import Log
from course.kiosk.settings import Settings
from course.printing import Unprinted

_LEARNER = re.compile(r"[0-9]{9}\.json")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Machine:
    """What staff may know. Nothing of it says who learned what."""

    version: str
    content: str
    """Tells one version of the course's content from another; empty if it is not known."""
    free: int | None
    """Megabytes on the disk; None if it cannot be told."""
    learners: int | None
    """None if it cannot be told."""
    last_save: datetime.datetime | None
    """In the machine's own time zone."""
    last_error: str | None
    """When, and its type."""
    notices: tuple[str, ...]
    unprinted: Unprinted | None = None
    """The pages that were not printed since the last one that was."""


def look(settings: Settings) -> Machine:
    """The machine as it is now. Raises nothing, however damaged the folder is."""
    learners, last_save = _learners(settings.data / "learners")
    free = None
    with suppress(OSError):
        free = shutil.disk_usage(settings.data).free // MEGABYTE
    return Machine(
        version=_version(),
        content=settings.content(),
        free=free,
        learners=learners,
        last_save=last_save,
        last_error=Log(settings.log).last_error(),
        notices=(*settings.faults, *settings.notices()),
        unprinted=printing.unprinted(settings.unprinted),
    )


def pause(settings: Settings, paused: bool) -> None:
    """Put it out of order, or back into it, from when nobody is there. Raises OSError."""
    if paused:
        durable.write(settings.paused, b"")
    else:
        durable.remove(settings.paused)


def takes_restart(settings: Settings) -> bool:
    """Whether somebody asked for a restart; it is asked for no longer then. Raises nothing."""
    with suppress(OSError):
        if settings.restart.exists():
            durable.remove(settings.restart)
            return True
    return False


def _version() -> str:
    with suppress(metadata.PackageNotFoundError):
        return metadata.version("prolotherapy-course")
    return "?"


def _learners(folder: Path) -> tuple[int | None, datetime.datetime | None]:
    count, newest = 0, 0.0
    try:
        for path in folder.iterdir():
            if _LEARNER.fullmatch(path.name):
                count += 1
                with suppress(OSError):
                    newest = max(newest, path.lstat().st_mtime)
    except FileNotFoundError:
        return 0, None
    except OSError:
        return None, None
    when = datetime.datetime.fromtimestamp(newest).astimezone() if newest else None
    return count, when
