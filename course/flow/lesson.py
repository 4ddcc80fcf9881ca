"""The places of a visit: its way, its pages and questions, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.flow.around import CodeShown
from course.flow.place import Conductor
from course.views import overview
from course.views.model import View
from course.views.press import Go, Pick, Press, Spot

if TYPE_CHECKING:
    from course.visit.visit import Visit


@dataclass
class Way:
    """The way, opened from a page to which Back leads."""

    def view(self, nav: Conductor) -> View:
        """All parts of the course."""
        return overview.way_view(nav.visit, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Back to the page, on from it, or to another part."""
        place, achieved = nav.visit.place, nav.visit.achieved
        match press:
            case Go(Spot.NEXT) if place.kind == "result" or achieved.upcoming is None:
                nav.visit.go_on()
            case Pick(module) if module != place.module:
                nav.visit.enter(module)
        nav.close()


@dataclass
class Here:
    """Wherever the visit is."""

    def view(self, nav: Conductor) -> View:
        """The way, a step of a module, or the end."""
        match nav.visit.place.kind:
            case "map":
                return overview.way_view(nav.visit, nav.context)
            case "finish":
                return overview.finish_view(nav.visit, nav.context)
            case _:
                pass
        # Not on the way to the first screen.
        from course.views.lesson import lesson_view

        return lesson_view(nav.visit, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Move the visit on."""
        visit = nav.visit
        match visit.place.kind, press:
            case "map", Go(Spot.NEXT):
                visit.go_on()
            case "map", Pick(module):
                visit.enter(module)
            case "finish", Go(Spot.NEXT):
                nav.open(Signs() if nav.context.course.triage else CodeShown(leaving=True))
            case "finish", Go(Spot.AGAIN):
                nav.open(Again())
            case _, Go(spot):
                _go(visit, spot)
            case _, Pick(chosen):
                _pick(visit, chosen)
            case _:
                pass


@dataclass
class Signs:
    """When to get help, told once more at the end."""

    def view(self, nav: Conductor) -> View:
        """Every danger sign in short."""
        # Not on the way to the first screen.
        from course.views.signs import signs_view

        return signs_view(nav.visit, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """On to the code, or back to the end."""
        match press:
            case Go(Spot.NEXT):
                nav.open(CodeShown(leaving=True))
            case Go(Spot.BACK):
                nav.close()
            case _:
                pass


@dataclass
class Again:
    """What is worth another look, told at the end of the course."""

    def view(self, nav: Conductor) -> View:
        """A card for each part with something of that kind."""
        # Not on the way to the first screen.
        from course.views.result import again_view

        return again_view(nav.visit, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """To the end of a part, or back to that of the course."""
        if isinstance(press, Pick):
            nav.visit.enter(press.id, at_its_end=True)
        nav.close()


def _go(visit: Visit, spot: Spot) -> None:
    match spot:
        case Spot.NEXT if visit.spot or visit.opened:
            visit.back()
        case Spot.NEXT:
            visit.next()
        case Spot.BACK:
            visit.back()
        case Spot.PLACES:
            # Not on the way to the first screen.
            from course.visit import places

            places.list_others(visit)
        case Spot.HINT:
            visit.hinted = True
        case Spot.SHOW if visit.question is not None:
            visit.show(visit.question)
        case Spot.REVEAL:
            visit.reveal()
        case _:
            pass


def _pick(visit: Visit, chosen: str) -> None:
    # Not on the way to the first screen.
    from course.content.kinds.figures import MapFigure
    from course.visit import places

    if visit.place.kind == "result" and visit.showing is None:
        visit.show(visit.module.question(chosen))
    elif visit.question is not None:
        visit.choose(chosen)
    elif visit.page is not None and (visit.page.place or visit.page.your_place):
        places.pick(visit, visit.page, chosen)
    elif visit.page is not None and isinstance(visit.page.figure, MapFigure):
        visit.spot = chosen
    else:
        visit.tick(chosen, not visit.achieved.ticked(visit.place, chosen))
