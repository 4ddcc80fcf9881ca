"""Modules that are not in the language of the visit yet: they are told in the original, which is
said before one comes to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.flow.around import Reading
from course.flow.lesson import Here
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.flow.place import Conductor, Place
    from course.views.model import View
    from course.visit.visit import Visit


@dataclass
class InOriginal:
    """That the part which comes next is in another language."""

    module: str

    def view(self, nav: Conductor) -> View:
        """In which language it is."""
        # Not on the way to the first screen.
        from course.views.original import original_view

        return original_view(self.module, nav.context, back=_leads_back(nav.visit))

    def press(self, nav: Conductor, press: Press) -> None:
        """Read it, or choose another part."""
        # The first view needs none of this room, and is not to wait for it.
        from course.visit.route import MAP

        nav.close()
        if press == Go(Spot.BACK):
            if nav.visit.showing is not None:
                nav.visit.back()
            else:
                nav.visit.go(MAP)


def of_the_page(stack: Sequence[Place]) -> bool:
    """Whether what is shown is the place of the visit, or where its statements come from."""
    top = stack[-1]
    if isinstance(top, Reading) and top.of is Spot.SOURCES:
        top = stack[-2]
    return isinstance(top, Here)


def module_of(visit: Visit) -> str:
    """The module of what a visit shows; empty where it is of none."""
    from course.visit.route import round_of

    place = visit.showing or visit.place
    if not round_of(place):
        return place.module
    question = visit.question
    return visit.rounds.home(question) if question is not None else ""


def _leads_back(visit: Visit) -> bool:
    from course.visit.route import is_in_a_module

    return visit.showing is not None or is_in_a_module(visit.place)
