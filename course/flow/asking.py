"""What a person wants to ask: gathered on the pages, chosen from, and put in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.flow.place import turned
from course.views.press import Go, Pick, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor
    from course.views.model import View
    from course.views.to_ask import Wanted
    from course.visit.route import Place as Step


@dataclass
class Asked:
    """A page that the person wants to ask about."""

    step: Step

    def view(self, nav: Conductor) -> View:
        """What they will ask, and where that stands."""
        # Only whoever asks waits for it.
        from course.views.asking import asked_view

        page = nav.context.course.module(self.step.module).page(self.step.id)
        return asked_view(page, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Back to the page; they may have changed their mind."""
        if press == Go(Spot.CLEAR):
            nav.visit.ask_about(self.step, False)
        nav.close()


@dataclass
class Questions:
    """All that they want to ask."""

    at: int = 0

    def view(self, nav: Conductor) -> View:
        """So many of them as there is room for."""
        return self._views(nav)[self._shown(nav)]

    def press(self, nav: Conductor, press: Press) -> None:
        """Say that one matters most, or no longer; or turn the views."""
        if isinstance(press, Pick):
            self._choose(nav, press.id)
            return
        if press == Go(Spot.OWN):
            nav.open(OwnWords(nav.visit.for_now.question))
            return
        at = turned(self._shown(nav), press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _shown(self, nav: Conductor) -> int:
        return min(self.at, len(self._views(nav)) - 1)

    def _choose(self, nav: Conductor, key: str) -> None:
        from course.views.to_ask import THREE

        kept = nav.visit.for_now
        if key in kept.first:
            kept.first = tuple(each for each in kept.first if each != key)
        else:
            # One more takes the place of the last one.
            kept.first = (*kept.first[: THREE - 1], key)

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Only whoever asks waits for it.
        from course.views.asking import questions_views
        from course.views.to_ask import in_order

        found: tuple[Wanted, ...] = in_order(nav.visit, nav.context)
        return questions_views(found, nav.visit.for_now.first, nav.context)


@dataclass
class OwnWords:
    """A question in the person's own words, key by key. Nothing of it is ever written."""

    typed: str
    others: bool = False
    """Whether the rarer keys are shown."""

    def view(self, nav: Conductor) -> View:
        """The keys, and what is typed so far."""
        # Only whoever asks waits for it.
        from course.views.asking import own_view

        return own_view(self.typed, self.others, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """One letter more, one less, or done."""
        match press:
            case Pick(letter):
                self._type(letter)
            case Go(Spot.ERASE):
                self.typed = self.typed[:-1]
            case Go(Spot.CLEAR):
                self.typed = ""
            case Go(Spot.KEYS):
                self.others = not self.others
            case Go(Spot.OK):
                self._keep(nav)
                nav.close()
            case _:
                nav.close()

    def _type(self, letter: str) -> None:
        from course.views.asking import LONGEST

        self.typed = (self.typed + letter)[:LONGEST]

    def _keep(self, nav: Conductor) -> None:
        from course.views.to_ask import OWN

        kept, said = nav.visit.for_now, " ".join(self.typed.split())
        kept.question = said[:1].upper() + said[1:]
        if not said:
            kept.first = tuple(each for each in kept.first if each != OWN)
