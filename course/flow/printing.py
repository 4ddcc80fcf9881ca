"""Paper: what is printed, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from course.views.press import Press

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.handout.model import Handout
    from course.printing import Job
    from course.views.model import View

What = Literal["home", "slip"]
MOST = 3
"""Pages that one person prints at most, in one visit; the staff print more."""


@dataclass
class Printing:
    """A page on its way to the printer; without one, the person has had enough of them."""

    job: Job | None

    def view(self, nav: Conductor) -> View:
        """How far it is."""
        # Only whoever prints waits for it.
        from course.handout.hub import printing_view

        return printing_view(self.job.step if self.job else "enough", nav.context)

    def press(self, nav: Conductor, press: Press) -> None:  # noqa: ARG002 - whichever it is
        """Back to where it was printed."""
        nav.close()


def printing(nav: Conductor, what: What) -> Printing:
    """Send a page to the printer, unless one of this person is still on its way."""
    # Only whoever prints waits for it.
    from course.handout.paper import printed
    from course.handout.slip import slip

    printer, kept = nav.printer, nav.visit.for_now
    if printer is None or sum(job.step != "failed" for job in kept.printed) >= MOST:
        return Printing(None)
    context = nav.context
    handout = page_of(nav) if what == "home" else slip(nav.visit, context)
    job = printer.send(lambda: printed(handout, context.clinic.paper))
    kept.printed.append(job)
    return Printing(job)


def page_of(nav: Conductor) -> Handout:
    """The page that goes home with the person, as it is now."""
    # Only whoever asks for it waits for it.
    from course.handout.take_home import take_home
    from course.views.days import Appointment

    today, on = date.today(), nav.visit.for_now.appointment
    return take_home(nav.visit, nav.context, today, Appointment(on, today) if on else None)
