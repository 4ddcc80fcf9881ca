"""Somebody who goes through all of the course, right or wrong, and what they see at its joints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from course.content.texts import whole_name
from course.flow import rehearsal
from course.views.model import Card, View
from course.visit.route import FINISH
from course.web.model import When, facts

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.content.compiled import Edition
    from course.content.model import Module
    from course.flow.rehearsal import Seen


class Step(NamedTuple):
    """The way as somebody sees it who has just ended a part."""

    view: View
    when: When


class Runs:
    """What is seen by who has all right at first and by who has nothing right, for each place of
    their own shot."""

    def __init__(self, edition: Edition, clinic: Clinic) -> None:
        self._edition, self._clinic = edition, clinic
        self._course = edition.course
        self.steps: list[Step] = []
        self.sure: dict[str, View] = {}
        """How each part ends for who had everything right."""
        self.onward: dict[str, When] = {}
        """When what comes after each for them comes next."""
        self.again: dict[str, dict[str, Card]] = {}
        """For each part, what is worth another look for who had nothing right, by its words."""
        self.ends: list[tuple[str, list[View]]] = []
        """What there is at the end, for each place of the person's own shot."""
        self.asked: dict[str, list[str]] = {}
        """The key points that are asked for, for each of these."""
        for own in ("", *self._course.places):
            self._take_right(own)
            self._take_wrong(own)

    def _take_right(self, own: str) -> None:
        end: list[View] = []
        asked: list[str] = []
        for seen in rehearsal.through(self._edition, self._clinic, wrong=False, own_place=own):
            if seen.visit.place == FINISH:
                end.append(seen.view)
                asked = [
                    f"{module.id}/{question.id}"
                    for module in self._course.modules
                    for question, _ in seen.visit.achieved.key_points(module)
                ]
            elif seen.visit.place.kind == "result":
                name = seen.visit.module.id
                self.sure.setdefault(name, seen.view)
                self.onward.setdefault(name, self._when(seen))
            elif not own:
                self.steps.append(Step(seen.view, self._when(seen)))
        self.ends.append((own, end))
        self.asked[own] = asked

    def _take_wrong(self, own: str) -> None:
        for seen in rehearsal.through(self._edition, self._clinic, wrong=True, own_place=own):
            if seen.visit.place.kind == "result":
                cards = {card.text: card for card in seen.view.cards}
                found = self.again.setdefault(seen.visit.module.id, {})
                found |= {text: card for text, card in cards.items() if text not in found}

    def _when(self, seen: Seen) -> When:
        """When the way shows what it shows now."""
        states = seen.visit.achieved.states()
        optional = self._course.optional
        done = [each.module.id for each in states if each.done and each.module.id not in optional]
        upcoming = seen.visit.achieved.upcoming
        return When(
            all_of=facts("done", done), none_of=facts("done", [upcoming.id] if upcoming else [])
        )

    def points(self, module: Module) -> dict[str, list[str]]:
        """The titles of the pages that teach key points, with the questions that ask for these."""
        found: dict[str, list[str]] = {}
        for question in module.questions:
            if question.key_point:
                of, page = whole_name(question.page, module.id)
                title = self._course.module(of).page(page).title
                found.setdefault(title, []).append(f"{module.id}/{question.id}")
        return found
