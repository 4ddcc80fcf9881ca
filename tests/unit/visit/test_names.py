"""Whoever comes back to a course in which things have other names finds what they did."""

from msgspec import structs

from course.content.kinds.questions import Choice, Option
from course.content.model import Course, Module, Page
from course.learners.visits import Way
from course.visit.names import Names
from course.visit.route import Place
from progress.snapshot import Snapshot
from tests.courses import a_course, a_module
from tests.unit.visit.parts import RIGHT, WATER, WRONG, Opened


def before() -> Course:
    pages = [Page(id="hot", title="Hot"), Page(id="cold", title="Cold")]
    return a_course(a_module("making", pages, [WATER]))


def after() -> Course:
    """The same course; its module, a page and the question are called otherwise."""
    pages = [Page(id="heat", title="Hot", formerly=("hot",)), Page(id="cold", title="Cold")]
    water = structs.replace(WATER, id="kettle", page="heat", formerly=("water",))
    return a_course(renamed(a_module("brewing", pages, [water]), "making"))


def renamed(module: Module, *formerly: str) -> Module:
    return structs.replace(module, formerly=formerly)


def visited(opened: Opened, answer: str = RIGHT) -> str:
    """The code of somebody who has read a page and answered."""
    visit = opened(before())
    for place in (Place("page", "making", "hot"), Place("question", "making", "water")):
        visit.go(place, read=place if place.kind == "page" else None)
    visit.answer(answer)
    visit.record.flush()
    return visit.record.code


def test_what_was_done_counts_under_the_new_names(opened: Opened) -> None:
    visit = opened(after(), visited(opened))
    assert visit.place == Place("question", "brewing", "kettle")
    module = visit.course.module("brewing")
    assert visit.achieved.has_read(Place("page", "brewing", "heat"))
    assert not visit.achieved.has_read(Place("page", "brewing", "cold"))
    assert visit.achieved.standing(module, module.question("kettle")).known


def test_without_former_names_it_is_not_found(opened: Opened) -> None:
    course = after()
    (module,) = course.modules
    bare = structs.replace(course, modules=(renamed(module),))
    visit = opened(bare, visited(opened))
    assert visit.place == Place("map")
    assert not visit.achieved.states()[0].started


def test_a_wrong_answer_stays_wrong_under_another_name(opened: Opened) -> None:
    visit = opened(after(), visited(opened, WRONG))
    module = visit.course.module("brewing")
    assert visit.achieved.standing(module, module.question("kettle")).missed


def test_a_course_without_former_names_changes_nothing() -> None:
    assert not Names(before()).is_needed
    assert Names(after()).is_needed


def test_the_statistics_go_by_the_new_names(opened: Opened) -> None:
    visit = opened(before(), visited(opened))
    learner = vars(visit.record)["_learner"]
    kept = Snapshot(learner.learner, learner.answers(), learner.pages(), learner.picked())
    way = Way(after())
    (module,) = way.started(way.in_todays_names(kept))
    assert (module.module, module.steps_done, module.left_at) == ("brewing", 2, "page:cold")


def edited(*, minor: bool, right: str = "Boiling", right_at: int = 1) -> Course:
    """The question with its right answer worded anew, or with another right answer."""
    options = tuple(
        Option(text=text, because="So.", right=number == right_at)
        for number, text in enumerate(("Cold", right))
    )
    water = Choice(
        id="water",
        ask="How hot should the water be?",
        hint="It sings.",
        page="hot",
        key_point=True,
        options=options,
        minor=minor,
    )
    pages = [Page(id="hot", title="Hot"), Page(id="cold", title="Cold")]
    return a_course(a_module("making", pages, [water]))


def known(opened: Opened, course: Course, code: str) -> tuple[bool, bool]:
    """Whether the question is known and whether it was missed, in another edition."""
    visit = opened(course, code)
    module = visit.course.module("making")
    standing = visit.achieved.standing(module, module.question("water"))
    return standing.known, standing.missed


def test_an_edit_that_changes_no_meaning_asks_nobody_again(opened: Opened) -> None:
    code = visited(opened)
    assert known(opened, edited(minor=False), code) == (False, False)
    assert known(opened, edited(minor=True), code) == (True, False)
    assert known(opened, edited(minor=True, right="It boils"), code) == (True, False)


def test_it_makes_no_wrong_answer_right(opened: Opened) -> None:
    assert known(opened, edited(minor=True), visited(opened, WRONG)) == (False, True)


def test_where_another_answer_is_right_now_the_old_one_does_not_count(opened: Opened) -> None:
    course = edited(minor=True, right_at=0)
    assert known(opened, course, visited(opened, WRONG)) == (False, False)
