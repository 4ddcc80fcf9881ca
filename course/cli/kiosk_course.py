"""What the supervisor of a kiosk starts: the course, for one stranger after another."""

from __future__ import annotations

import gc
from functools import cache, partial
from typing import TYPE_CHECKING

from course import clinic
from course.cli.run import desk_at, get_ready, printer_of, remove_old_visits
from course.clinic import Clinic
from course.content.compiled import Library
from course.errors import CourseError
from course.flow.kiosk import KioskNavigator
from course.kiosk import faults, machine
from course.kiosk.log import Log
from course.kiosk.policy.pin import Tries
from course.kiosk.policy.presence import Times, boot_time
from course.kiosk.settings import Settings
from course.kiosk.supervisor import pulse
from course.kiosk.updates import outcome
from course.kiosk.updates.modules import notices, version_of
from course.kiosk.updates.places import Places

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from course.flow import navigator
    from course.locations import Locations
    from course.speech.reader import Reader


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Run the course until something ends it; where it cannot be opened, its screen says so.

    Gives a status only where modules that are on trial cannot be opened: the supervisor goes back
    to those before.
    """
    # What is made for the first frame stays: to look through it for garbage only holds it up.
    gc.disable()
    errors: list[CourseError] = []
    own = _settings(where, errors)
    library = _library(asked, where, errors)
    for error in errors:
        faults.note(Log(Settings(where.data).log), error, where)
    report = outcome.read(Places(where.data).report)
    if errors and report is not None and report.state == "trial":
        return errors[-1].status
    _show(asked, where, library, own, [line for error in errors for line in faults.told(error)])
    return 0


def _settings(where: Locations, errors: list[CourseError]) -> Clinic:
    """The clinic's settings; of a file with faults the hash of the PIN alone."""
    try:
        return clinic.load(where.clinic)
    except CourseError as error:
        errors.append(error)
        return Clinic(staff_pin_hash=faults.pin_hash(where.clinic))


def _library(
    asked: argparse.Namespace, where: Locations, errors: list[CourseError]
) -> navigator.Library:
    """The course in every language that the first screen speaks; an empty one if it has faults."""
    library = Library(where.modules, where.cache)
    try:
        for each in (asked.language, *library.languages):
            library.edition(each)
    except CourseError as error:
        errors.append(error)
        return faults.NoCourse()
    return library


def _show(
    asked: argparse.Namespace,
    where: Locations,
    library: navigator.Library,
    own: Clinic,
    told: list[str],
) -> None:
    # After the rest: Textual takes a while to load, and the log need not wait for it.
    from course.ui.kiosk.app import KioskApp
    from course.ui.kiosk.ending import Ending
    from course.ui.kiosk.staff import MachineStaff
    from course.ui.kiosk.start import start

    places = Places(where.data, asked.modules_incoming)

    def update_waits() -> bool:
        waits = not asked.keep_modules and places.is_waiting()
        return waits or machine.takes_restart(settings)

    def remove_old() -> None:
        # Without a course nobody could say what was answered.
        if not told:
            Log(settings.log).say(remove_old_visits(where, shown, own.keep_days))

    def told_to_staff() -> Sequence[str]:
        from course.learners import housekeeping

        return (*notices(places), housekeeping.told(housekeeping.last(where.learners)))

    def not_printed(why: str | None) -> None:
        if why is not None:
            Log(settings.log).say(f"a page was not printed: {why}")

    def find_voice(language: str) -> Reader | None:
        from course.speech.finding import find

        return find(language, where.modules, where.cache)

    def once_shown() -> None:
        gc.enable()
        settings.content()
        get_ready(shown)

    settings = Settings(
        where.data,
        times=Times(idle=own.idle),
        beat=pulse.find(),
        restart_due=faults.Mended(where) if told else update_waits,
        housekeeping=remove_old,
        content=cache(lambda: version_of(where.modules)),
        faults=told,
        notices=told_to_staff,
    )
    ending = Ending(Log(settings.log))
    staff, tries = MachineStaff(settings, ending.end), Tries(settings.tries, boot_time)
    printer = printer_of(where, own, not_printed)
    if printer is not None:
        printer.clear()
    shown = KioskNavigator(
        library,
        own,
        partial(desk_at, library, where, own),
        staff,
        tries,
        asked.language if not told else None,
        printer=printer,
    )
    start(KioskApp(shown, settings, ending, find_voice, once_shown))
