"""The day of the person's visit: its week, and then its day. It goes when the visit ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from course.views.press import Go, Pick, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.views.model import View


@dataclass
class VisitDay:
    """Weeks, and the days of the one that was chosen."""

    at: int = 0
    """Which of the views with weeks is open."""
    monday: date | None = None
    """The first day of the week that was chosen."""

    def view(self, nav: Conductor) -> View:
        """Weeks, or days."""
        # Only whoever asks for it waits for it.
        from course.handout.visit_day import days_view, weeks_view

        today = date.today()
        if self.monday is not None:
            return days_view(self.monday, nav.context, today)
        return weeks_view(self.at, nav.visit.for_now.appointment, nav.context, today)

    def press(self, nav: Conductor, press: Press) -> None:
        """Choose a week or a day, go to other weeks, or back; no day at all will do as well."""
        match press:
            case Pick(day) if self.monday is None:
                self.monday = date.fromisoformat(day)
            case Pick(day):
                nav.visit.for_now.appointment = date.fromisoformat(day)
                nav.close()
            case Go(Spot.CLEAR):
                nav.visit.for_now.appointment = None
                nav.close()
            case Go(Spot.NEXT):
                self.at += 1
            case _ if self.monday is not None:
                self.monday = None
            case _ if self.at:
                self.at -= 1
            case _:
                nav.close()
