"""What goes into the calendar of a phone: the day of the visit, and the days before it on which
something is to be done. All of it is whole days, so no change of the clock moves anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from course.content import prose
from course.handout.lists import items_to_do
from course.views.page import item_text

if TYPE_CHECKING:
    from course.views.context import Context
    from course.views.days import Appointment
    from course.visit.visit import Visit

NINE = timedelta(hours=9)
"""From the start of a day until it reminds of something, in the morning."""
DAY_BEFORE, WEEK_BEFORE = (NINE - timedelta(days=days) for days in (1, 7))


class Entry(Struct, frozen=True):
    """A day with something to do. Nothing in it says who has it to do."""

    on: date
    title: str
    notes: str = ""
    reminds: tuple[timedelta, ...] = ()
    """When it reminds, from the start of the day on."""


def entries(visit: Visit, context: Context, appointment: Appointment) -> tuple[Entry, ...]:
    """The days up to a visit, the visit last."""
    words, clinic = context.words, context.clinic
    to_do = list(items_to_do(visit))
    notes = [item_text(item, context, appointment) for item in to_do if item.when != "after"]
    if clinic.phone:
        notes.append(words("level.phone", phone=clinic.phone))
    is_far = appointment.before(7) > appointment.today
    title = (
        words("calendar.visit_at", clinic=clinic.name) if clinic.name else words("calendar.visit")
    )
    its_day = Entry(
        on=appointment.on,
        title=title,
        notes="\n".join(notes),
        reminds=(*((WEEK_BEFORE,) if is_far else ()), DAY_BEFORE),
    )
    before = sorted(_before(visit, context, appointment), key=lambda entry: entry.on)
    return (*before, its_day)


def _before(visit: Visit, context: Context, appointment: Appointment) -> Iterator[Entry]:
    days = context.clinic.anti_inflammatory_days
    if days is None or appointment.before(days) < appointment.today:
        return
    for item in items_to_do(visit):
        if item.days_before:
            notes = item_text(item, context, appointment)
            yield Entry(appointment.before(days), prose.plain(item.text), notes, (NINE,))
