"""Going along the pages that answer what a person came to ask."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.model import Course
from course.visit.route import MAP, Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.asks import COST, ESSENTIALS, HURT, with_asks


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return loader.load(with_asks(tmp_path))


@pytest.fixture
def visit(course: Course) -> Visit:
    visit = Visit(course, LearnerFile.in_memory("en"))
    visit.start()
    return visit


def gone(visit: Visit) -> list[Place]:
    """Every place up to the way, with the questions answered right."""
    places = [visit.place]
    while visit.place != MAP:
        if visit.question and not visit.feedback:
            visit.answer(_right(visit))
        visit.next()
        if visit.place != places[-1]:
            places.append(visit.place)
    return places


@pytest.mark.parametrize(("ask", "pages"), [("hurt", HURT), ("es", COST), ("", ESSENTIALS)])
def test_its_pages_follow_each_other_and_then_comes_the_way(
    visit: Visit, ask: str, pages: tuple[Place, ...]
) -> None:
    visit.follow(ask)
    assert visit.path is not None
    assert visit.path.places == pages
    assert gone(visit) == [*pages, MAP]
    assert visit.path is None


def test_back_leads_along_it_and_from_its_first_page_to_the_way(visit: Visit) -> None:
    visit.follow("es")
    visit.next()
    assert visit.place == COST[1]
    visit.back()
    assert visit.place == COST[0]
    visit.back()
    assert (visit.place, visit.path) == (MAP, None)


def test_what_is_read_on_it_counts_as_ever(visit: Visit) -> None:
    visit.follow()
    gone(visit)
    assert all(
        visit.achieved.is_done(visit.course.module(place.module), place) for place in ESSENTIALS
    )
    assert [state.started for state in visit.achieved.states()] == [True, True, False]
    visit.enter("making")
    assert visit.place == Place("page", "making", "in-order")


def test_a_module_that_is_opened_leads_on_by_its_own_pages(visit: Visit) -> None:
    visit.follow("hurt")
    visit.enter("making")
    visit.next()
    assert visit.place == Place("page", "making", "in-order")
    visit.next()
    assert visit.place == HURT[0]
    visit.next()
    assert visit.place == Place("page", "making", "steeping")


def test_a_spot_or_the_page_that_teaches_leads_back_to_it(visit: Visit) -> None:
    visit.follow("hurt")
    visit.next()
    assert visit.question is not None
    visit.show(visit.question)
    visit.next()
    assert visit.place == HURT[1]
    visit.answer(_right(visit))
    visit.next()
    visit.spot = "leaf"
    visit.back()
    assert (visit.place, visit.spot) == (HURT[2], "")


def test_whoever_goes_on_later_is_on_the_same_page_in_its_module(course: Course) -> None:
    learner = LearnerFile.in_memory("en")
    visit = Visit(course, learner)
    visit.follow("es")
    visit.record.flush()
    later = Visit(course, learner)
    assert (later.place, later.path) == (COST[0], None)
    later.next()
    assert later.place == Place("page", "keeping", "at-home")


def _right(visit: Visit) -> str:
    question = visit.question
    assert question is not None
    keys = [each.key for each in question.offered()]
    return next(key for key in keys if question.grade(key) == "right")
