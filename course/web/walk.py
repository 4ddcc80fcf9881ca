"""The navigator walked: every view that presses can reach, and where each press leads from it.

A page for a browser knows little of what a person did before. So every place of the course is
walked by somebody who has just come there, once for all whose own shot makes no difference to it.
What differs for others, and what hangs on an answer given before, goes under a condition. Where
the course leads is asked of the navigator each time, and said nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from course.clinic import Clinic
from course.content.compiled import Edition
from course.content.siblings import Name, Siblings
from course.flow import rehearsal
from course.views.press import Go, Spot
from course.visit.rehearsal import Rehearsal
from course.visit.route import MAP, Path, Place, path_to, steps
from course.web.local import Local, Presses, pressed
from course.web.model import Section, Told, Way, When, facts

if TYPE_CHECKING:
    from course.flow.navigator import Navigator
    from course.views.model import View

Names = tuple[Name, ...]
WAY, END, TAKE, ABOUT, GLOSSARY = "way", "end", "take", "about", "words"
"""Sections with names of their own."""
_OVER = {Spot.WAY: WAY, Spot.TAKE: TAKE, Spot.ABOUT: ABOUT, Spot.GLOSSARY: GLOSSARY}


class _Shown(NamedTuple):
    """How a page came to be shown over a question."""

    page: Place
    place: Place
    path: Path | None
    way: Presses


class Walk:
    """All places of a course in one language, at one clinic."""

    def __init__(self, edition: Edition, clinic: Clinic) -> None:
        self._edition, self._clinic = edition, clinic
        self._course = edition.course
        self._siblings = Siblings.of(self._course.modules)
        self._owns = ("", *self._course.places)
        self._shown: dict[str, _Shown] = {}
        """By the id of the section of the page."""
        self._routes: dict[tuple[str, str], tuple[tuple[Place, ...], tuple[Place, ...]]] = {}
        self._rehearsals: dict[tuple[Place, str, Names | None], Rehearsal] = {}
        self.cited: dict[tuple[str, ...], str] = {}
        """The section of the sources of each view that cites some."""
        self.helped: dict[str, View] = {}
        """For each name of words that help, a view where they do."""

    def sections(self) -> Iterator[Section]:
        """All of them, in the order of the course, and those of each path together."""
        for path in (None, *self.paths):
            yield from self._at(MAP, path)
            for place in path.places if path else self._places():
                yield from self._at(place, path)
        # What is shown from a page that is shown comes last.
        yield from (section for name in [*self._shown] for section in self._showing(name))

    @cached_property
    def paths(self) -> list[Path]:
        """The ways to what people come to ask, and to what is essential."""
        asks = [path_to(self._course, ask) for ask in self._course.asks]
        return [path for path in (*asks, path_to(self._course)) if path.places]

    def begun(
        self, place: Place, path: Path | None, own: str, missed: Names | None = None
    ) -> Navigator:
        """A navigator of somebody who has come to a place on a path, or to the way at its end."""
        key = place, own, missed
        if key not in self._rehearsals:
            self._rehearsals[key] = Rehearsal(self._course, place, own, missed)
        nav = rehearsal.begun(self._edition, self._clinic, self._rehearsals[key])
        if place == MAP:
            nav.visit.ended = path
        else:
            nav.visit.path = path
        return nav

    def name_of(self, place: Place, path: Path | None = None) -> str:
        """The id of the section where a place begins."""
        before = "" if path is None else f"for.{path.ask or 'essentials'}."
        match place.kind:
            case "map":
                return f"{before}{WAY}"
            case "finish":
                return END
            case "result":
                return f"{place.module}.{END}"
            case "question":
                return f"{before}{place.module}.ask.{place.id}"
            case "page":
                return f"{before}{place.module}.{place.id}"

    def _places(self) -> Iterator[Place]:
        for module in self._course.modules:
            yield from steps(module)

    # One place

    def _at(self, place: Place, path: Path | None) -> list[Section]:
        def is_here(nav: Navigator) -> bool:
            return nav.visit.place == place and nav.visit.showing is None

        leads = partial(self._led, place, path)
        local = Local(self.name_of(place, path), is_here, leads, self._opened)
        for owns in self._alike(partial(self._key, place, path)):
            # Whoever does not know their place is the most ordinary of them.
            local.walk(partial(self.begun, place, path, min(owns)), owns)
        for section in local.sections:
            section.place = f"{place.module}/{place.id}"
            if section.told.result == "sure":
                later = tuple(sorted(self._spared(section.told.question)))
                section.told = structs.replace(section.told, later=later)
            elif place.kind == "result":
                section.told = Told(done=place.module)
        return local.sections

    def _key(self, place: Place, path: Path | None, own: str) -> Hashable | None:
        """Equal for those for whom all at a place is the same; None if it is not for them."""
        nav = self.begun(place, path, own)
        visit = nav.visit
        if visit.place != place or visit.achieved.own_place != own:
            return None
        if place == MAP:
            return own
        before = visit.way.preceding(place)
        after = None if place.kind == "result" else visit.way.following(place)
        return nav.view(), before, after, self._spares_after(place, path, own)

    def _alike(self, key_of: Callable[[str], Hashable | None]) -> list[frozenset[str]]:
        """All who come by, those with the same key together."""
        found: dict[Hashable, set[str]] = {}
        for own in self._owns:
            key = key_of(own)
            if key is not None:
                found.setdefault(key, set()).add(own)
        return [*map(frozenset, found.values())]

    def _led(
        self, place: Place, path: Path | None, nav: Navigator, way: Presses
    ) -> tuple[Way, ...]:
        """Where presses lead that left a place, with what is asked only of whoever missed it."""
        visit = nav.visit
        if (page := visit.showing) is not None:
            name = f"shown.{page.module}.{page.id}"
            self._shown.setdefault(name, _Shown(page, place, path, way))
            return (Way(name),)
        if visit.place == MAP:
            return (Way(self.name_of(MAP, visit.ended)),)
        to = Way(self.name_of(visit.place, visit.path))
        if way[-1] != Go(Spot.NEXT) or path is not None or place == MAP:
            return (to,)
        own = visit.achieved.own_place
        spares = self._spares_after(place, path, own)
        if visit.place in spares:
            return (structs.replace(to, when=self._if_missed(self._spared_by(visit.place))),)
        before = self._spared_by(place)
        found: list[Way] = []
        for spare in spares:
            missed = [
                name
                for name in self._spared_by(spare)
                if self._leading(place, own, (*before, name), way) == spare
            ]
            if missed:
                found.append(Way(self.name_of(spare), self._if_missed(missed)))
        return (*found, to)

    def _leading(self, place: Place, own: str, missed: Names, way: Presses) -> Place:
        """Where presses lead somebody who missed some questions."""
        return pressed(partial(self.begun, place, None, own, missed), way).visit.place

    def _spares_after(self, place: Place, path: Path | None, own: str) -> tuple[Place, ...]:
        """The questions that may come next, but only for whoever missed another one."""
        if path is not None or place.kind == "result":
            return ()
        key = place.module, own
        if key not in self._routes:
            every = self._steps(place.module, own, tuple(self._siblings.later))
            self._routes[key] = every, self._steps(place.module, own, ())
        every, usual = self._routes[key]
        found: list[Place] = []
        for step in every[every.index(place) + 1 :]:
            if step in usual:
                break
            found.append(step)
        return tuple(found)

    def _steps(self, module: str, own: str, missed: Names) -> tuple[Place, ...]:
        visit = self.begun(MAP, None, own, missed).visit
        return visit.achieved.route(self._course.module(module)).steps

    def _spared_by(self, place: Place) -> Names:
        """The questions of which one has to be missed for a place to come by; none for a page."""
        return self._siblings.spared.get((place.module, place.id), ())

    def _spared(self, name: str) -> set[str]:
        """The questions whose point is known, too, once this one is right."""
        module, _, question = name.partition("/")
        found: set[str] = set()
        for first in self._siblings.spared.get((module, question), ()):
            found |= {"/".join(first), *self._spared("/".join(first))}
        return found

    def _if_missed(self, names: list[Name] | Names) -> When:
        return When(facts("missed", map("/".join, names)))

    # What opens over a place

    def _opened(self, spot: Spot, view: View) -> str:
        """The section that a button opens over a view."""
        if spot is Spot.SOURCES:
            return self.cited.setdefault(view.cites, f"sources.{len(self.cited) + 1}")
        if spot is Spot.HELP:
            self.helped.setdefault(view.help, view)
            return f"help.{view.help}"
        return _OVER.get(spot, "")

    def _showing(self, name: str) -> list[Section]:
        """A page that is shown over a question, from wherever it was asked for."""
        page, place, path, way = self._shown[name]

        def start(own: str) -> Navigator:
            return pressed(partial(self.begun, place, path, own), way)

        def is_here(nav: Navigator) -> bool:
            return nav.visit.showing == page

        def leads(_nav: Navigator, _way: Presses) -> tuple[Way, ...]:
            return (Way(self.name_of(place, path), returns=True),)

        def key(own: str) -> Hashable | None:
            nav = start(own)
            is_own = nav.visit.achieved.own_place == own
            return nav.view() if is_here(nav) and is_own else None

        local = Local(name, is_here, leads, self._opened)
        for owns in self._alike(key):
            local.walk(partial(start, min(owns)), owns)
        for section in local.sections:
            section.place = f"{page.module}/{page.id}"
        return local.sections
