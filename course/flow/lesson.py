"""The places of a visit: its way, its pages and questions, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.flow.place import Conductor, turned
from course.flow.take_home import TakeHome
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
                nav.open(Ending() if Ending().views(nav) else TakeHome(leaving=True))
            case "finish", Go(Spot.AGAIN):
                nav.open(Again())
            case "page", Go(Spot.TO_ASK):
                visit.ask_about(visit.place, True)
                # Not on the way to the first screen.
                from course.flow.asking import Asked

                nav.open(Asked(visit.place))
            case _, Go(spot):
                _go(visit, spot)
            case _, Pick(chosen):
                _pick(visit, chosen)
            case _:
                pass


@dataclass
class Ending:
    """What to take home, told page by page after the end."""

    at: int = 0
    """Which of the pages is open."""

    def view(self, nav: Conductor) -> View:
        """A message, or danger signs in short."""
        return self.views(nav)[self.at]

    def press(self, nav: Conductor, press: Press) -> None:
        """On to the next page and at last to what goes home, or back to the end."""
        match press:
            case Go(Spot.NEXT) if self.at + 1 < len(self.views(nav)):
                self.at += 1
            case Go(Spot.NEXT):
                nav.open(TakeHome(leaving=True))
            case Go(Spot.BACK) if self.at:
                self.at -= 1
            case Go(Spot.BACK):
                nav.close()
            case Pick(place):
                nav.open(SignsOf(place))
            case _:
                pass

    def views(self, nav: Conductor) -> tuple[View, ...]:
        """All of the pages; none if there is nothing to take home."""
        # Not on the way to the first screen.
        from course.views.ending import ending

        return ending(nav.visit, nav.context)


@dataclass
class SignsOf:
    """When to get help after shots in a place of the body, opened from the pages of the end."""

    place: str
    at: int = 0

    def view(self, nav: Conductor) -> View:
        """Danger signs in short."""
        return self._views(nav)[self.at]

    def press(self, nav: Conductor, press: Press) -> None:
        """To the page before or after, and from the first and last one to the places."""
        at = turned(self.at, press, len(self._views(nav)))
        if at is None:
            nav.close()
        else:
            self.at = at

    def _views(self, nav: Conductor) -> tuple[View, ...]:
        # Not on the way to the first screen.
        from course.views.ending import at_places

        return at_places(self.place, nav.context)


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
    from course.views.places import has_places
    from course.visit import places

    if visit.place.kind == "result" and visit.showing is None:
        visit.show(visit.module.question(chosen))
    elif visit.question is not None:
        visit.choose(chosen)
    elif visit.page is not None and has_places(visit, visit.page):
        places.pick(visit, visit.page, chosen)
    elif visit.page is not None and isinstance(visit.page.figure, MapFigure):
        visit.spot = chosen
    else:
        page = visit.showing or visit.place
        visit.tick(chosen, not visit.achieved.ticked(page, chosen))
