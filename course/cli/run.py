"""`prolo`: the course on the screen, or in plain lines where there is none."""

from __future__ import annotations

import gc
import os
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from course import clinic
from course.cli import plain
from course.cli.elsewhere import elsewhere
from course.content.compiled import Library
from course.errors import CourseError
from course.flow.navigator import Navigator

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from course.clinic import Clinic
    from course.flow.navigator import Library as Languages
    from course.locations import Locations
    from course.printing import Printer, Reason
    from course.speech.reader import Reader
    from course.visit.reception import Reception

LATER = 0.5
"""Seconds for which what nobody waits for leaves the machine to the first presses."""
ESCAPE = "25"
"""Milliseconds after which Escape is a key by itself, and not the start of another one."""


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Open the course; the status is the app's own."""
    library = Library(where.modules, where.cache)
    own = clinic.load(where.clinic)

    is_plain = asked.plain or plain.is_needed()
    desk, printer = partial(desk_at, library, where, own), printer_of(where, own)
    navigator = Navigator(library, own, desk, asked.language, is_typed=is_plain, printer=printer)

    if is_plain:
        gc.enable()
        old = (where, navigator, own.keep_days)
        threading.Thread(target=remove_old_visits, args=old, daemon=True).start()
        return plain.run(navigator)

    def find_voice(language: str) -> Reader | None:
        from course.speech.finding import find

        return find(language, where.modules, where.cache)

    def once_shown() -> None:
        # What the start has made stays: it need not be looked through for garbage again.
        gc.freeze()
        gc.enable()
        get_ready(navigator)
        later = threading.Timer(LATER, remove_old_visits, (where, navigator, own.keep_days))
        later.daemon = True
        later.start()

    os.environ.setdefault("ESCDELAY", ESCAPE)
    # Textual takes a while to load, and plain mode does without it.
    from course.ui.course_app import CourseApp

    app = CourseApp(navigator, find_voice, once_shown)
    app.run()
    return app.return_code or 0


def desk_at(library: Languages, where: Locations, own: Clinic) -> Reception:
    """Where visits on a course begin at a clinic, and where they are kept."""
    # Nobody waits for it before the first visit begins.
    from course.visit.reception import Reception

    return Reception(
        lambda language: library.edition(language).course,
        library.languages,
        where.learners,
        evaluation=own.evaluation,
        elsewhere=elsewhere(where, own),
    )


def printer_of(
    where: Locations, own: Clinic, told: Callable[[Reason | None], object] = lambda _why: None
) -> Printer | None:
    """What prints for patients, if the clinic has set a printer; staff see what went wrong.

    `told` is called from a thread with why a page was not printed, or None.
    """
    if own.printer is None:
        return None
    # Most have none.
    from course import printing

    def ended(why: Reason | None) -> None:
        printing.note(where.unprinted, why)
        told(why)

    return printing.Printer(own.printer, ended)


def get_ready(navigator: Navigator) -> None:
    """Load what the first presses need; a press that comes before does it by itself."""
    # What cannot be loaded is told to the person who comes to need it.
    with suppress(Exception):
        # In the order in which they are needed.
        import course.visit.reception

        navigator.context.course  # noqa: B018 - asked for, it is loaded
        import course.views.lesson  # noqa: F401 - loaded, it is there


def remove_old_visits(where: Locations, navigator: Navigator, keep_days: int) -> str:
    """Let visits go that ended long ago; what came of it, in a sentence. Raises nothing.

    It may be cut short at any moment: what is left is done the next time.
    """
    from course.learners import housekeeping

    with suppress(CourseError):
        course = navigator.context.course
        return housekeeping.told(housekeeping.look_after(where.learners, course, keep_days))
    return "Old visits were not looked for: the course has faults."
