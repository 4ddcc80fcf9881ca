"""What a new patient leaves with: the screens of a kiosk, and the plain lines."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.geometry import Size

from course.clinic import Clinic
from course.flow.navigator import Navigator
from course.plain.console import Console
from course.plain.course import PlainCourse
from course.printing import Job, Page, Printer
from course.ui.paint.layouts.phone import code_room
from course.ui.paint.sheet import Kit
from course.views.model import View
from course.views.press import Go, Pick, Spot
from course.visit.route import Place
from tests.desk import navigator_for
from tests.paths import MODULES

CLINIC = Clinic(
    name="Lakeside Joint Clinic",
    phone="(555) 010-0100",
    after_hours="(555) 010-0134",
    anti_inflammatory_days=7,
    printer="Waiting_Room",
    printer_at="the front desk",
    web="https://clinic.example/course.html",
)
OWN = "can i swim a week later?"
AHEAD = timedelta(days=14)
Named = tuple[str, View]


class Stopped(Printer):
    """A printer from which nothing comes."""

    def send(self, make: Callable[[], Page]) -> Job:  # noqa: ARG002 - nothing is made for it
        job = Job()
        job.step = "failed"
        return job


def patient(folder: Path, *, is_typed: bool = False) -> Navigator:
    """Somebody with a knee, who has ticked a few things and wants to ask about a page."""
    nav = navigator_for(MODULES, folder, CLINIC, is_typed=is_typed)
    nav.printer = Stopped("Waiting_Room")
    nav.press(Go(Spot.START))
    nav.press(Go(Spot.NEXT))
    visit = nav.visit
    for module in visit.course.modules:
        for page in module.pages:
            if page.your_place:
                visit.go(Place("page", module.id, page.id))
                visit.tick("knee", True)
            if page.callout and page.callout.kind == "ask" and module.id == "evidence-and-cost":
                visit.ask_about(Place("page", module.id, page.id), True)
    visit.go(Place("page", "is-it-for-me", "three-questions"))
    visit.tick("odds", True)
    nav.go()
    return nav


def views(size: Size, kit: Kit) -> Iterator[Named]:
    """The screens on the way out, one after the other."""
    with TemporaryDirectory() as folder:
        nav = patient(Path(folder))
        nav.code_room = lambda: code_room(size, kit)
        nav.can = frozenset({Spot.LISTEN})

        def shown(name: str, *presses: Spot | str) -> Named:
            for each in presses:
                nav.press(Pick(each) if isinstance(each, str) else Go(each))
            return name, nav.view()

        yield shown("Take this home", Spot.HELP, Spot.TAKE)
        yield shown("The day: its week", Spot.DAY)
        nav.press(nav.view().cards[2].press)
        yield shown("The day")
        nav.visit.for_now.appointment = date.today() + AHEAD
        yield shown("My questions", Spot.BACK, Spot.BACK, Spot.QUESTIONS)
        yield shown("In my own words", Spot.OWN, *OWN)
        yield shown("Chosen", Spot.OK, "own")
        while nav.view().title != "Take this home":
            nav.press(Go(Spot.BACK))
        yield shown("On my phone", Spot.PHONE)
        for what in (Spot.IN_WORDS, Spot.IN_CALENDAR, Spot.ON_WEB):
            yield shown(what.value, what)
            while nav.view().title != "On my phone":
                nav.press(Go(Spot.BACK))
        yield shown("May the staff see it", Spot.BACK, Spot.SHARE)
        yield shown("For the staff", Spot.OK)
        while nav.view().title != "Take this home":
            nav.press(Go(Spot.BACK))
        yield shown("Before it is printed", Spot.PRINT)
        yield shown("Where nothing comes", Spot.OK)
        nav.press(Go(Spot.BACK))
        nav.press(Go(Spot.WHOLE))
        while (step := nav.view().step) is not None:
            yield f"{step[0]} of {step[1]}", nav.view()
            nav.press(Go(Spot.NEXT))


def lines() -> str:
    """The same in plain lines, from where "Take this home" is chosen."""
    with TemporaryDirectory() as folder:
        nav = patient(Path(folder), is_typed=True)
        nav.printer = None
        nav.visit.for_now.appointment = date.today() + AHEAD
        nav.press(Go(Spot.HELP))
        nav.press(Go(Spot.TAKE))
        heard = io.StringIO()
        typed = io.StringIO("2\n0\n4\n3\nCan I swim a week later?\n1\n0\n1\n" + 9 * "9\n")
        PlainCourse(nav, Console(typed, heard)).run()
        return heard.getvalue()
