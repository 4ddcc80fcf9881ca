"""Visits at a question that is not asked of everybody."""

from __future__ import annotations

from course.content.siblings import Name, Siblings
from course.content.stories import places_of
from course.visit.route import Place, asking_own_place
from course.visit.visit import Visit
from tests.answers import other_answers


def bring_to(visit: Visit, place: Place) -> None:
    """Let a visit be at a place; where only some are asked there, as one of them."""
    if place.kind == "question" and place.module in {each.id for each in visit.course.modules}:
        _make_asked(visit, (place.module, place.id))
    visit.go(place)


def _make_asked(visit: Visit, name: Name) -> None:
    siblings = Siblings.of(visit.course.modules)
    question = siblings.questions[name]
    if places := places_of(question, visit.course.triage):
        for page in asking_own_place(visit.course):
            visit.achieved.add_tick(page, places[0], True)
    for missed in siblings.spared.get(name, ())[:1]:
        _make_asked(visit, missed)
        visit.go(_where_asked(visit, missed))
        part = siblings.questions[missed].parts[0]
        visit.answer(other_answers(siblings.questions[missed], part.key)[0])


def _where_asked(visit: Visit, name: Name) -> Place:
    module = visit.course.module(name[0])
    on_page = (p.id for p in module.pages if p.check and p.check.question == name[1])
    page = next(on_page, None)
    return Place("page", name[0], page) if page else Place("question", *name)
