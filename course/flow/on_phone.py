"""What a phone takes from the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from course.flow.built import Built
from course.flow.place import turned
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.views.model import View


@dataclass
class Phone:
    """What there is to take."""

    def view(self, nav: Conductor) -> View:
        """A card for each."""
        # Only whoever asks for it waits for it.
        from course.handout.on_phone import phone_view

        return phone_view(nav.visit, nav.context, nav.code_room(), date.today())

    def press(self, nav: Conductor, press: Press) -> None:
        """Show its codes, or go back."""
        match press:
            case Go(Spot.IN_WORDS | Spot.IN_CALENDAR | Spot.ON_WEB as what):
                nav.open(Codes(what))
            case _:
                nav.close()


@dataclass
class Codes:
    """The codes of what was chosen, one after the other."""

    what: Spot
    at: int = 0
    _built: Built = field(default_factory=Built)

    def view(self, nav: Conductor) -> View:
        """One of them."""
        found = self._views(nav)
        # On a screen that has grown there may be fewer.
        self.at = min(self.at, len(found) - 1)
        return found[self.at]

    def press(self, nav: Conductor, press: Press) -> None:
        """To the one before or after, or back to what there is."""
        at = turned(self.at, press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks for it waits for it.
        from course.handout.on_phone import codes

        return self._built.views(
            nav, lambda: codes(self.what, nav.visit, nav.context, nav.code_room(), date.today())
        )
