"""Visits to the shipped course, and the clinics that they are at."""

from __future__ import annotations

import datetime
from functools import cache

from course.clinic import Clinic
from course.content import loader
from course.content.model import Course
from course.handout import text
from course.handout.model import Handout
from course.handout.take_home import take_home
from course.views.days import Appointment
from course.visit.route import Place
from course.visit.visit import Visit
from tests.desk import context_of
from tests.paths import MODULES
from tests.walks import begun, walked, wrong_at_first

TODAY = datetime.date(2026, 11, 27)
VISIT = Appointment(datetime.date(2026, 12, 11), TODAY)
BARE = Clinic()
FULL = Clinic(
    name="Lakeside Joint and Spine Clinic",
    phone="(555) 010-0100",
    after_hours="(555) 010-0134",
    anti_inflammatory_days=7,
    heat="no",
    sedation="no",
)


@cache
def shipped() -> Course:
    """The course that is shipped."""
    return loader.load(MODULES)


def shortest() -> Visit:
    """A person who was called away at once, where nothing can be kept."""
    return begun(shipped())


def longest(place: str = "") -> Visit:
    """A person who went through all of it, had all wrong at first, and ticked all there is."""
    visit = walked(begun(shipped()), wrong_at_first, own_place=place)
    for module in visit.course.modules:
        for page in module.pages:
            for item in page.checklist or ():
                visit.achieved.add_tick(Place("page", module.id, page.id), item.id, True)
    return visit


def taken(
    visit: Visit,
    clinic: Clinic = BARE,
    appointment: Appointment | None = None,
    *,
    with_code: bool = False,
) -> Handout:
    """What a person takes home from a clinic."""
    context = context_of(visit.course, clinic)
    return take_home(visit, context, TODAY, appointment, with_code=with_code)


def words(handout: Handout) -> str:
    """All that a page says, in its order, by spaces alone."""
    return " ".join(" ".join(text.lines(handout)).split())
