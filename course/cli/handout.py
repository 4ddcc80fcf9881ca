"""`prolo handout`: what a visit leaves in the hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from course import clinic
from course.cli.parser import Parser
from course.cli.run import desk_at
from course.content.compiled import Library
from course.errors import CourseError, UsageError
from course.handout import ics, paper, phone, reminders, text, web
from course.handout.take_home import take_home
from course.views.context import Context
from course.views.days import Appointment
from course.visit.reception import Reason, ResumeError

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.locations import Locations
    from course.visit.visit import Visit

FORMATS = ("text", "html", "pdf", "ics", "qr")
_BLACK_ON_WHITE, _AS_BEFORE = "\033[30;107m", "\033[0m"
"""A camera needs dark on light, whatever the colours of the terminal are."""
_NO_DAY = "A calendar needs the day of the visit. Give --appointment, as in 2026-12-11."
_NOBODY = "Nothing is saved under this code. Check the nine digits."
_CLOSED: dict[Reason, str] = {
    "mistyped": _NOBODY,
    "unknown": _NOBODY,
    "away": "Nothing is saved under this code here, and prolo sync reaches no hub.",
    "newer": "This visit was kept by a newer version of the program. Use that one.",
    "unreadable": "This visit cannot be read. Run prolo learners check.",
}


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_argument("code", metavar="CODE", help="the nine digits of the visit")
    forms = "how it is written; if not given, as text"
    parser.add_argument("--format", choices=FORMATS, default="text", help=forms)
    code = "put the code on it, for who has asked for it: others may see the paper"
    parser.add_argument("--with-code", action="store_true", help=code)
    appointment = "the day of the person's visit, as in 2026-12-11; it is not kept"
    parser.add_argument("--appointment", type=_day, metavar="DATE", help=appointment)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Write what the person takes home, in the language of their visit."""
    own, today = clinic.load(where.clinic), date.today()
    appointment = _appointment(asked.appointment, today)
    library = Library(where.modules, where.cache)
    visit = _visit(asked.code, library, where, own)
    context = Context(library.edition(visit.course.language), own)
    handout = take_home(visit, context, today, appointment, with_code=asked.with_code)
    match asked.format:
        case "html":
            _print(web.lines(handout))
        case "pdf":
            _write(paper.pdf(handout, own.paper))
        case "ics":
            if appointment is None:
                raise UsageError(_NO_DAY)
            days = reminders.entries(visit, context, appointment)
            _write(ics.calendar(days, handout.language, today).encode())
        case "qr":
            taken = phone.card(handout, context.words)
            if appointment is not None:
                days = reminders.entries(visit, context, appointment)
                taken += phone.days(days, handout.language, today)
            _print(line for each in taken for line in _drawn(each))
        case _:
            _print(text.lines(handout))
    return 0


def _appointment(on: date | None, today: date) -> Appointment | None:
    if on is None:
        return None
    if on < today:
        raise UsageError(f"The visit cannot be on {on}: that day is past. Give a day to come.")
    return Appointment(on, today)


def _visit(typed: str, library: Library, where: Locations, own: Clinic) -> Visit:
    code = "".join(each for each in typed if each.isdecimal())
    try:
        return desk_at(library, where, own).resume(code)
    except ResumeError as error:
        told = _CLOSED.get(error.reason)
        if told == _NOBODY:
            raise UsageError(_NOBODY) from None
        raise CourseError(told or "This visit is in use just now. Try again in a moment.") from None


def _drawn(taken: phone.Taken) -> Iterator[str]:
    """A code for a camera, below what it is."""
    yield taken.label
    on, off = (_BLACK_ON_WHITE, _AS_BEFORE) if sys.stdout.isatty() else ("", "")
    for row in phone.half_blocks(phone.square(taken.text)):
        yield f"{on}{row}{off}"
    yield ""


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _write(content: bytes) -> None:
    """Write what is no text for a terminal."""
    if sys.stdout.isatty():
        raise UsageError("This is a file, and no text to read. Send it to one, as in > card.pdf")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError("give a day, as in 2026-12-11") from None
