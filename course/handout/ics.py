"""Days as a calendar file, by RFC 5545."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from course.locations import APPLICATION

if TYPE_CHECKING:
    from course.handout.reminders import Entry

_LONGEST = 75
"""Bytes of a line; a longer one goes on in the next, behind a space."""
_SPECIAL = re.compile(r"[\\;,]")


def calendar(entries: Iterable[Entry], language: str, today: date) -> str:
    """The file with these days, as it was made on a day; its lines end as the standard has it."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{APPLICATION}//{language.upper()}",
        *(line for entry in entries for line in _event(entry, today)),
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(f'{entry.on} {entry.title}'.encode()).hexdigest()[:32]}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.notes:
        yield f"DESCRIPTION:{_escaped(entry.notes)}"
    yield "TRANSP:TRANSPARENT"
    for after in entry.reminds:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(entry.title)}"
        yield f"TRIGGER:{_duration(after)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


def _duration(span: timedelta) -> str:
    """A span of whole hours, as in "-P6DT15H"."""
    hours = round(abs(span) / timedelta(hours=1))
    days, hours = divmod(hours, 24)
    sign = "-" if span < timedelta() else ""
    return f"{sign}P{f'{days}D' if days else ''}{f'T{hours}H' if hours or not days else ''}"


def _folded(line: str) -> Iterator[str]:
    """A line in parts that are short enough; no letter is cut in two."""
    part, space = "", ""
    for letter in line:
        if len(f"{space}{part}{letter}".encode()) > _LONGEST:
            yield space + part
            part, space = "", " "
        part += letter
    yield space + part
