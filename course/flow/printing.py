"""Paper: what is printed, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.handout.hub import What
    from course.handout.model import Handout
    from course.printing import Job
    from course.views.model import View

MOST = 3
"""Pages that one person prints at most, in one visit; the staff print more."""
TRIES = 2
"""Pages in a row that did not come, after which no other is offered to the person."""


@dataclass
class Printing:
    """A page for the printer: first the question whether, then how far it is."""

    what: What
    job: Job | None = None
    has_code: bool = False
    """Whether the person asked for their code on it."""

    def view(self, nav: Conductor) -> View:
        """What is printed and who may see it; or how far it is."""
        # Only whoever prints waits for it.
        from course.handout.hub import print_view, printing_view

        if self.job is not None:
            again = may_try(nav)
            return printing_view(self.job.step, self.what, nav.context, again=again)
        if sum(job.step != "failed" for job in nav.visit.for_now.printed) >= MOST:
            return printing_view("enough", self.what, nav.context)
        on = nav.visit.for_now.appointment
        return print_view(self.what, nav.context, code=may_have_code(nav), on=on)

    def press(self, nav: Conductor, press: Press) -> None:
        """Print it, with or without the code; once more; read it instead; or back."""
        match press:
            case Go(Spot.OK | Spot.MY_CODE):
                self.has_code = press == Go(Spot.MY_CODE)
                self._send(nav)
            case Go(Spot.PRINT):
                self._send(nav)
            case Go(Spot.WHOLE):
                nav.close()
                nav.press(press)
            case _:
                nav.close()

    def _send(self, nav: Conductor) -> None:
        # Only whoever prints waits for it.
        from course.handout.paper import printed

        context = nav.context
        if (printer := nav.printer) is None:
            return
        home = self.what == "home"
        # Whoever tries once more may be somebody else.
        with_code = self.has_code and may_have_code(nav)
        page = page_of(nav, with_code) if home else slip_of(nav)
        self.job = printer.send(lambda: printed(page, context.clinic.paper))
        for_now = nav.visit.for_now
        for_now.printed.append(self.job)
        if with_code:
            for_now.with_code.append(self.job)


def may_try(nav: Conductor) -> bool:
    """Whether a page is offered to be printed: not once the last ones did not come."""
    last = nav.visit.for_now.printed[-TRIES:]
    gave_up = len(last) == TRIES and all(job.step == "failed" for job in last)
    return nav.printer is not None and not gave_up


def may_have_code(nav: Conductor) -> bool:
    """Whether the page that goes home may have the code on it, if the person asks for that."""
    return nav.visit.record.is_kept and nav.may_tell_code


def page_of(nav: Conductor, with_code: bool = False) -> Handout:
    """The page that goes home with the person, as it is now."""
    # Only whoever asks for it waits for it.
    from course.handout.take_home import take_home
    from course.views.days import Appointment

    today, on = date.today(), nav.visit.for_now.appointment
    appointment = Appointment(on, today) if on else None
    return take_home(nav.visit, nav.context, today, appointment, with_code=with_code)


def slip_of(nav: Conductor) -> Handout:
    """The page for the staff, as it is now; without the code where nobody may be told it."""
    # Only whoever asks for it waits for it.
    from course.handout.slip import slip

    return slip(nav.visit, nav.context, with_code=nav.may_tell_code)
