"""A page that would only say that there are no signs of a kind is not on that person's way."""

import pytest
from msgspec import structs

from course.content.model import Module, Page
from course.content.signs import Sign, SignsShown
from course.visit.route import FINISH, MAP, Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.courses import a_course
from tests.unit.visit.parts import a_choice, a_module

HERE = SignsShown(level="today", after="here")
ASKING = Page(id="asking", title="Where?", text="Pick it.", your_place=True, answers=("ask",))
ALONE = Page(id="alone", title="Today", triage=HERE, answers=("ask",), essential=True)
TOLD = Page(id="told", title="Today, and more", triage=HERE, text="Rest.", answers=("ask",))
SIGN = Sign(sign="Tingling", after=("neck",), level="today", why="A nerve.", short="Tingling")


def pages(name: str, *pages: Page) -> Module:
    module = a_module(name, a_choice(f"of-{name}"))
    return structs.replace(module, pages=(*pages, *module.pages))


COURSE = a_course(
    pages("one", ASKING),
    pages("two", ALONE, TOLD),
    places={"neck": "Neck", "back": "Back"},
    triage={"tingling": SIGN},
    asks={"ask": "What then?"},
)


@pytest.fixture
def visit() -> Visit:
    return Visit(COURSE, LearnerFile.in_memory("en"))


def lives_in(visit: Visit, place: str) -> None:
    """Pick the place where it is asked, and stay there."""
    assert visit.place == Place("page", "one", "asking")
    visit.tick(place, True)


def to_the_end(visit: Visit) -> list[str]:
    found = []
    while visit.place not in (MAP, FINISH):
        found += [visit.place.id] if visit.place.id not in found else []
        if visit.question and not visit.feedback:
            visit.answer(visit.question.offered()[1].key)
        else:
            visit.next()
    return found


@pytest.mark.parametrize(
    ("place", "seen"),
    [("", ["alone", "told"]), ("neck", ["alone", "told"]), ("back", ["told"])],
)
def test_it_is_left_out_where_the_own_place_has_no_such_signs(
    visit: Visit, place: str, seen: list[str]
) -> None:
    visit.enter("one")
    if place:
        lives_in(visit, place)
    to_the_end(visit)
    visit.go_on()
    assert visit.step == (1, len(seen) + 3)
    assert to_the_end(visit)[: len(seen)] == seen
    assert visit.achieved.upcoming is None
    assert all(state.done for state in visit.achieved.states())


@pytest.mark.parametrize(
    ("place", "seen"), [("neck", ["asking", "alone", "told"]), ("back", ["asking", "told"])]
)
def test_on_a_path_as_well_even_if_the_place_is_picked_on_it(
    visit: Visit, place: str, seen: list[str]
) -> None:
    visit.follow("ask")
    assert visit.step == (1, 3)
    lives_in(visit, place)
    assert visit.step == (1, len(seen))
    assert to_the_end(visit) == seen


def test_who_was_there_before_and_comes_back_finds_the_way() -> None:
    learner = LearnerFile.in_memory("en")
    visit = Visit(COURSE, learner)
    visit.enter("one")
    lives_in(visit, "back")
    visit.go(Place("page", "two", "alone"))
    visit.record.flush()
    assert Visit(COURSE, learner).place == MAP
