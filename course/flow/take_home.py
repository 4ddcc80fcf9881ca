"""What goes home, looked at on the screen, and what the staff may see of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.flow.around import CodeShown
from course.flow.built import Built
from course.flow.place import turned
from course.views.model import Card
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.views.model import View


@dataclass
class TakeHome:
    """What there is to do with the page that goes home, and the page itself, view by view."""

    leaving: bool = False
    """Whether the course is over, and the code comes next."""
    at: int = 0
    """Which view of the page is open, from 1; 0 for what there is to do with it."""
    _built: Built = field(default_factory=Built)

    def view(self, nav: Conductor) -> View:
        """What there is to do, or one of the views of the page."""
        if self.at:
            return self._views(nav)[self.at - 1]
        # Only whoever asks for it waits for it.
        from course.flow.printing import may_try
        from course.handout.hub import hub_view

        return hub_view(nav.visit, nav.context, prints=may_try(nav), leaving=self.leaving)

    def press(self, nav: Conductor, press: Press) -> None:
        """Open the page, turn its views, print it, or go on or back from all of it."""
        match press:
            case Go(Spot.WHOLE):
                self.at = 1
            case Go(Spot.PRINT):
                # Only whoever prints waits for it.
                from course.flow.printing import Printing

                nav.open(Printing("home"))
            case Go(Spot.NEXT) if not self.at:
                nav.open(CodeShown(leaving=True))
            case _ if not self.at:
                nav.close()
            case _:
                at = turned(self.at - 1, press, len(self._views(nav)))
                self.at = 0 if at is None else at + 1

    def read(self) -> None:
        """All of the page is to be read aloud: begin with its first view."""
        self.at = 1

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks for it waits for it.
        from course.flow.printing import page_of
        from course.handout.screen import views

        return self._built.views(nav, lambda: views(page_of(nav), nav.context))


@dataclass
class Staff:
    """What the staff may see, once the person has agreed."""

    agreed: bool = False
    at: int = 0
    _built: Built = field(default_factory=Built)

    def view(self, nav: Conductor) -> View:
        """Whether they may, and then what they see."""
        if self.agreed:
            views = self._views(nav)
            # Without the code there may be one fewer.
            return views[min(self.at, len(views) - 1)]
        from course.handout.screen import consent_view

        return consent_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Show it, turn its views, print it, or go back to where it was opened."""
        if not self.agreed:
            self.agreed = press == Go(Spot.OK)
            if self.agreed:
                # The code stands on it.
                nav.visit.for_now.told_code = True
            else:
                nav.close()
            return
        if press == Go(Spot.PRINT):
            # Only whoever prints waits for it.
            from course.flow.printing import Printing

            nav.open(Printing("slip"))
            return
        at = turned(self.at, press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks for it waits for it.
        from course.flow.printing import slip_of
        from course.handout.screen import views

        words = nav.context.words
        cards = (Card(Go(Spot.PRINT), words("button.print")),) if nav.printer else ()
        return self._built.views(nav, lambda: views(slip_of(nav), nav.context, cards))
