"""How a kiosk does, as node_exporter reads it from a text file. No person's data is in it."""

from __future__ import annotations

import datetime
import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from course.kiosk.answering import is_answering
from course.kiosk.machine import MEGABYTE, Machine
from course.kiosk.owner import NAME


def lines(
    found: Machine, *, is_paused: bool, is_up: bool, answers: bool | None, sync_age: float | None
) -> Iterator[str]:
    """The lines of the file; what is not known is left out. `sync_age` is in seconds."""
    yield from _gauge("up", "Whether a kiosk runs on this data folder.", is_up)
    told = "Whether the course and its terminal have answered in the last 90 seconds."
    yield from _gauge("answering", told, answers)
    yield from _gauge("paused", "Whether staff have put it out of order.", is_paused)
    yield from _gauge("visits", "Visits that are kept.", found.learners)
    if found.free is not None:
        free = found.free * MEGABYTE
        yield from _gauge("free_bytes", "Room on the disk of the data folder.", free)
    if found.last_save:
        at = int(found.last_save.timestamp())
        yield from _gauge("last_save_seconds", "When something was saved last.", at)
    if error := found.last_error:
        when, _, kind = error.partition(" ")
        with suppress(ValueError):
            at = int(datetime.datetime.fromisoformat(when).timestamp())
            name = f'last_error_seconds{{type="{kind.strip("()")}"}}'
            yield from _gauge(name, "When the last error was, by its type.", at)
    if found.content:
        name = f'course_info{{mark="{found.content}",program="{found.version}"}}'
        yield from _gauge(name, "Which course is shown, and by which program.", 1)
    if sync_age is not None:
        told = "Seconds since all that is here was at the hub."
        yield from _gauge("sync_age_seconds", told, round(sync_age))


def is_up(data: Path) -> bool:
    """Whether a kiosk holds the data folder. Raises nothing."""
    try:
        held = os.open(data / NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(held)
    return False


def answers(data: Path) -> bool | None:
    """Whether the course of the kiosk that holds the data folder answers, and its terminal; None
    where that is not known. Raises nothing."""
    return is_up(data) and is_answering(data)


def _gauge(name: str, told: str, value: int | None) -> Iterator[str]:
    if value is None:
        return
    plain = f"prolo_kiosk_{name.partition('{')[0]}"
    yield f"# HELP {plain} {told}"
    yield f"# TYPE {plain} gauge"
    yield f"prolo_kiosk_{name} {int(value)}"
