"""Somebody who reads what is being written, and of whom nothing is kept."""

from __future__ import annotations

from pathlib import Path

from course import language
from course.clinic import Clinic
from course.content.compiled import Edition
from course.content.drafting.bench import Focus
from course.content.drafting.changed import items_of, shown_at
from course.content.kinds.questions import Triage
from course.content.model import Course
from course.flow import rehearsal
from course.flow.navigator import Navigator
from course.views.press import Press
from course.visit.route import Place


class Reader:
    """Stands at a page or question, and goes on from there by presses as everybody does."""

    def __init__(self, course: Course, folder: Path, clinic: Clinic, focus: Focus) -> None:
        """Begins at the focus, or at the first page of its module or of all if that is not there.

        Raises whatever a course of which something is not foreseen may raise.
        """
        self._folder, self._clinic = folder, clinic
        self.course = course
        self._edition = Edition.of(course, language.load(course.language), folder)
        self._pressed: list[Press] = []
        self.stand(self.place_of(focus), "")

    @property
    def focus(self) -> Focus:
        """The page or question on show, or the module whose result is; the first one elsewhere."""
        visit = self.navigator.visiting
        place = visit.place if visit else Place("map")
        module = place.module if self._has(place.module) else self.course.modules[0].id
        return Focus(self.course.language, module, place.id)

    @property
    def signs(self) -> list[str]:
        """The danger signs that are on show, or asked about."""
        visit = self.navigator.visiting
        page, question = (visit.page, visit.question) if visit else (None, None)
        rows = self.course.triage.items()
        shown = page.triage if page else None
        found = [name for name, row in rows if shown and shown.is_shown(name, row)]
        return [*found, question.sign] if isinstance(question, Triage) else found

    def renewed(self, course: Course, to: Focus | None) -> Reader:
        """Somebody in the course as it is now, at what has changed, or else where this one is.

        Whatever was pressed there is pressed once more, as far as it is still offered.
        """
        visit = self.navigator.visiting
        where = to if to is not None and to.item else self.focus
        after = Reader(course, self._folder, self._clinic, where)
        if visit is None:
            return after
        own = visit.achieved.own_place
        stays = where == self.focus
        place = visit.place if stays and after.has(visit.place) else after.place_of(where)
        after.stand(place, own if own in course.places else "")
        for press in self._pressed if place == visit.place else ():
            after.press(press)
        return after

    def go(self, to: Focus) -> None:
        """Go to a page or question."""
        visit = self.navigator.visiting
        self.stand(self.place_of(to), visit.achieved.own_place if visit else "")

    def step(self, way: int) -> None:
        """To the next page or question of the course, or the one before if `way` is -1."""
        every = [
            Focus(self.course.language, module.id, item)
            for module in self.course.modules
            for item in items_of(module)
        ]
        at = every.index(self.focus) if self.focus in every else -way
        self.go(every[(at + way) % len(every)])

    def press(self, press: Press) -> None:
        """Follow what was pressed on the page."""
        before = self.navigator.visiting and self.navigator.visiting.place
        self.navigator.press(press)
        is_here = before == (self.navigator.visiting and self.navigator.visiting.place)
        self._pressed = [*self._pressed, press] if is_here else []

    def stand(self, place: Place, own: str) -> None:
        """Be at a place, as somebody with their own shot in a place of the body, if known."""
        self._pressed = []
        self.navigator: Navigator = rehearsal.standing(self._edition, self._clinic, place, own)

    def place_of(self, focus: Focus) -> Place:
        """Where a page or question is seen; the first page of its module or of all without it."""
        has = self._has(focus.module)
        module = self.course.module(focus.module) if has else self.course.modules[0]
        kind, item = shown_at(module, focus.item) or ("page", module.pages[0].id)
        return Place("page" if kind == "page" else "question", module.id, item)

    def has(self, place: Place) -> bool:
        """Whether the course has such a place."""
        if not place.module:
            return True
        if not self._has(place.module):
            return False
        found = shown_at(self.course.module(place.module), place.id)
        return not place.id or found == (place.kind, place.id)

    def _has(self, module: str) -> bool:
        return any(each.id == module for each in self.course.modules)
