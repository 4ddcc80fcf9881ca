"""Nobody is told that they know what they do not: what is asked again, of whom, and when."""

import msgspec

from course.content.kinds.questions import Choice, Rows
from course.visit.route import FINISH, MAP, Place
from course.visit.visit import Visit
from tests.answers import right_answer
from tests.courses import a_course
from tests.unit.visit.parts import Opened, a_choice, a_module, reworded, some_rows

FIRST = a_choice("first", sibling="three/spare")
SECOND, SPARE, LAST = a_choice("second"), a_choice("spare"), a_choice("last")
COURSE = a_course(a_module("one", FIRST), a_module("two", SECOND), a_module("three", SPARE, LAST))


def answered(visit: Visit, question: Choice | Rows, number: int) -> None:
    """On to a question, and its answer with this number, to whichever part is asked."""
    while visit.question is not question or visit.feedback:
        visit.next()
    part = question.next_part(visit.achieved.tries(visit.module, question))
    visit.answer(question.offered(part.key)[number].key)


def gone_through(visit: Visit, module: str, **first: int) -> list[str]:
    """Through a module to its result, with these first answers and right ones else; what was
    asked."""
    visit.enter(module)
    asked: list[str] = []
    while visit.place.kind != "result":
        question = visit.question
        if question is None or visit.feedback or not question.is_graded:
            visit.next()
            continue
        tries = visit.achieved.tries(visit.module, question)
        part = question.next_part(tries)
        if question.id in first and not tries:
            visit.answer(question.offered(part.key)[first[question.id]].key)
        else:
            visit.answer(right_answer(question, part.key))
        asked += [question.id] if question.id not in asked else []
    return asked


def knows(visit: Visit, module: str) -> dict[str, bool]:
    points = visit.achieved.key_points(visit.course.module(module))
    return {question.id: known for question, known in points}


def test_a_spare_question_is_asked_only_of_whoever_missed_the_point(opened: Opened) -> None:
    knew, missed = opened(COURSE), opened(COURSE)
    gone_through(knew, "one")
    gone_through(missed, "one", first=0)
    assert gone_through(knew, "three") == ["last"]
    assert gone_through(missed, "three") == ["spare", "last"]


def test_a_point_is_known_once_its_sibling_was_right_at_once(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "one", first=0)
    assert knows(visit, "one") == {"first": False}
    gone_through(visit, "three")
    assert knows(visit, "one") == {"first": True}
    assert knows(visit, "three") == {"spare": True, "last": True}


def test_a_sibling_that_had_to_be_put_right_shows_nothing(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "one", first=0)
    gone_through(visit, "three", spare=2)
    assert knows(visit, "one") == {"first": False}
    assert knows(visit, "three") == {"spare": False, "last": True}


def test_a_sibling_may_have_a_sibling(opened: Opened) -> None:
    course = a_course(
        a_module("one", FIRST),
        a_module("three", msgspec.structs.replace(SPARE, sibling="four/last")),
        a_module("four", LAST),
    )
    visit = opened(course)
    gone_through(visit, "one", first=0)
    assert gone_through(visit, "four") == []
    gone_through(visit, "three", spare=0)
    assert gone_through(visit, "four") == ["last"]
    assert knows(visit, "one") == {"first": True}
    assert knows(visit, "three") == {"spare": True}


def test_the_steps_are_counted_for_the_person_and_stay_so(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "one", first=0)
    visit.enter("three")
    counts = [visit.step]
    while visit.place.kind != "result":
        question = visit.question
        if question is not None and not visit.feedback:
            visit.answer(question.offered()[0].key)
            continue
        before = visit.place
        visit.next()
        counts += [visit.step] if visit.place != before else []
    assert counts == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_question_that_comes_back_in_the_same_module_is_no_step_of_its_own(
    opened: Opened,
) -> None:
    again = a_choice("first", sibling="spare")
    visit = opened(a_course(a_module("one", again, SPARE, LAST)))
    visit.enter("one")
    assert visit.step == (1, 4)
    for question in (again, SPARE):
        for number in (0, 1):
            answered(visit, question, number)
            assert visit.step == (2, 4)
    answered(visit, LAST, 1)
    assert visit.step == (3, 4)
    visit.next()
    assert (visit.place.kind, visit.step) == ("result", (4, 4))


def test_back_goes_over_the_question_that_came_back(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "one", first=0)
    gone_through(visit, "three")
    places = []
    while visit.place != MAP:
        visit.back()
        places.append(visit.place.id)
    assert places == ["last", "spare", "hot", ""]


def test_a_module_that_was_done_is_open_again_for_the_one_question(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "three")
    gone_through(visit, "two")
    gone_through(visit, "one", first=0)
    states = {state.module.id: (state.done, state.again) for state in visit.achieved.states()}
    assert states == {"one": (True, 0), "two": (True, 0), "three": (False, 1)}
    visit.next()
    assert visit.place == MAP
    visit.go_on()
    assert visit.place == Place("question", "three", "spare")
    visit.answer(right_answer(SPARE))
    visit.next()
    assert visit.place == Place("result", "three")
    visit.next()
    assert visit.place == FINISH


def test_who_comes_back_finds_the_question_that_came_back(opened: Opened) -> None:
    first = opened(COURSE)
    gone_through(first, "one", first=0)
    first.enter("three")
    answered(first, SPARE, 0)
    again = opened(COURSE, first.record.code)
    assert (again.place, again.feedback) == (Place("question", "three", "spare"), True)
    assert again.step == first.step
    gone_through(again, "three")
    assert knows(again, "one") == {"first": False}


def test_a_bookmark_at_a_question_that_is_no_longer_asked_leads_to_the_map(
    opened: Opened,
) -> None:
    first = opened(COURSE)
    gone_through(first, "one", first=0)
    first.enter("three")
    first.next()
    first.record.flush()
    assert first.place.id == "spare"
    again = opened(reworded(COURSE, "one", "first"), first.record.code)
    assert again.place == MAP
    assert gone_through(again, "one", first=1) == ["first"]
    assert gone_through(again, "three") == ["last"]


def test_what_was_right_before_the_point_was_missed_shows_nothing(opened: Opened) -> None:
    visit = opened(COURSE)
    gone_through(visit, "one", first=0)
    gone_through(visit, "three")
    again = opened(reworded(COURSE, "one", "first"), visit.record.code)
    assert knows(again, "one") == {"first": False}
    gone_through(again, "one", first=0)
    assert knows(again, "one") == {"first": False}


def test_a_row_that_could_harm_is_asked_again_before_going_on(opened: Opened) -> None:
    rows = some_rows("tea", sibling="two/again")
    visit = opened(a_course(a_module("one", rows), a_module("two", some_rows("again"))))
    visit.enter("one")
    answered(visit, rows, 0)
    answered(visit, rows, 0)
    poison = rows.rows[1]
    for wrong in (0, 2):
        visit.next()
        assert (visit.place.id, visit.feedback) == ("tea", False)
        part = rows.next_part(visit.achieved.tries(visit.module, rows))
        assert part.text == poison.text
        visit.answer(rows.offered(part.key)[wrong].key)
    visit.next()
    visit.answer(right_answer(rows, poison.key))
    visit.next()
    assert visit.place.kind == "result"
    assert knows(visit, "one") == {"tea": False}
    assert gone_through(visit, "two") == ["again"]
    assert knows(visit, "one") == {"tea": True}


def test_the_page_of_another_module_is_shown_and_left_again(opened: Opened) -> None:
    spare = msgspec.structs.replace(SPARE, page="one/hot")
    visit = opened(a_course(a_module("one", FIRST), a_module("three", spare)))
    gone_through(visit, "one", first=0)
    visit.enter("three")
    answered(visit, spare, 0)
    visit.show(spare)
    assert visit.page is visit.course.module("one").pages[0]
    assert visit.module_shown.id == "one"
    visit.next()
    assert (visit.question, visit.feedback) == (spare, False)
