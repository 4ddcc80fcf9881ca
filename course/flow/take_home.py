"""What goes home, looked at on the screen, and what the staff may see of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from course.flow.place import turned
from course.views.model import Card
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.views.model import View


@dataclass
class TakeHome:
    """The page that goes home, view by view, from wherever it was opened."""

    at: int = 0

    def view(self, nav: Conductor) -> View:
        """One of its views."""
        return self._views(nav)[self.at]

    def press(self, nav: Conductor, press: Press) -> None:
        """To the view before or after, or back to where it was opened."""
        at = turned(self.at, press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks for it waits for it.
        from course.handout.screen import views
        from course.handout.take_home import take_home

        share = Card(Go(Spot.SHARE), nav.context.words("button.share"))
        return views(take_home(nav.visit, nav.context, date.today()), nav.context, (share,))


@dataclass
class Staff:
    """What the staff may see, once the person has agreed."""

    agreed: bool = False
    at: int = 0

    def view(self, nav: Conductor) -> View:
        """Whether they may, and then what they see."""
        if self.agreed:
            return self._views(nav)[self.at]
        from course.handout.screen import consent_view

        return consent_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Show it, turn its views, or go back to where it was opened."""
        if not self.agreed:
            self.agreed = press == Go(Spot.OK)
            if not self.agreed:
                nav.close()
            return
        at = turned(self.at, press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks for it waits for it.
        from course.handout.screen import views
        from course.handout.slip import slip

        return views(slip(nav.visit, nav.context), nav.context)
