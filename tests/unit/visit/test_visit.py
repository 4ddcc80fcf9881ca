"""A visit: where it leads, what it keeps, and what it never asks twice."""

from pathlib import Path

import msgspec
import pytest

from course.content.kinds.questions import Match, Order, OrderStep, Pair, Reflect
from course.views.lesson import lesson_view
from course.views.press import Pick
from course.views.result import result_view
from course.visit.route import FINISH, MAP, Place
from progress.learners import LearnerStore
from tests.answers import other_answers, right_answer, right_answers
from tests.courses import a_course
from tests.desk import context_of
from tests.unit.visit.parts import RIGHT, WATER, WRONG, Opened, asking, go_through

MAKING = Order(
    id="making",
    ask="What comes first?",
    hint="Water.",
    page="hot",
    steps=tuple(OrderStep(text=t, because=f"{t} has its time.") for t in ("Fill", "Boil", "Pour")),
)
CUPS = Match(
    id="cups",
    ask="Which cup is for which tea?",
    hint="Look at the handles.",
    page="hot",
    pairs=(
        Pair(left="Green", right="Bowl", because="It has no handle."),
        Pair(left="Black", right="Mug", because="It keeps warm."),
    ),
)
TELL = Reflect(
    id="tell", ask="How would you tell a friend?", hint="-", page="hot", model="Boil it."
)


def test_a_question_on_a_page_is_not_asked_again_at_the_end(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER)))
    visit.enter("one")
    visit.next()
    assert visit.question is WATER
    visit.answer(RIGHT)
    visit.next()
    assert visit.place == Place("result", "one")


def test_next_does_not_pass_a_question_without_an_answer(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER)))
    visit.enter("one")
    for _ in range(5):
        visit.next()
    assert visit.place == Place("page", "one", "asked")
    visit.answer(WRONG)
    for _ in range(5):
        visit.next()
    assert visit.question is WATER


def test_a_code_leads_back_to_the_very_place_in_another_process(opened: Opened) -> None:
    course = a_course(asking("one", WATER, MAKING, CUPS))
    first = opened(course)
    first.enter("one")
    go_through(first, WRONG)
    again = opened(course, first.record.code)
    assert again.place == first.place
    assert again.feedback
    assert [one.choice for one in again.achieved.tries(again.module, WATER)] == [WRONG]


def test_a_module_opens_where_it_was_left(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER, MAKING)))
    visit.enter("one")
    visit.next()
    visit.back()
    visit.back()
    assert visit.place == MAP
    visit.enter("one")
    assert visit.place.id == "asked"


def test_an_edited_question_alone_is_asked_again(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER, CUPS)))
    visit.enter("one")
    go_through(visit, RIGHT, *right_answers(CUPS))
    edited = msgspec.structs.replace(WATER, hint="It boils.")
    again = opened(a_course(asking("one", edited, CUPS)), visit.record.code)
    assert not again.achieved.standing(again.course.modules[0], edited).done
    assert again.achieved.standing(again.course.modules[0], CUPS).done


def test_a_spot_of_a_map_that_a_question_showed_leads_back_to_the_map(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER)))
    visit.enter("one")
    go_through(visit, WRONG)
    visit.show(WATER)
    visit.spot = "steam"
    visit.back()
    assert (visit.spot, visit.page) == ("", visit.module.page("hot"))
    visit.back()
    assert visit.question is WATER


@pytest.mark.parametrize("choice", ["00000000", "unsure"])
def test_an_answer_that_its_question_does_not_have_is_left_out(
    opened: Opened, tmp_path: Path, choice: str
) -> None:
    course = a_course(asking("one", WATER))
    visit = opened(course)
    visit.enter("one")
    go_through(visit, WRONG, RIGHT)
    learner = LearnerStore(tmp_path).open(visit.record.code)
    broken = msgspec.structs.replace(learner.answers()[0], choice=choice)
    with learner.saving() as changes:
        changes.answer(broken)
    again = opened(course, visit.record.code)
    assert [one.choice for one in again.achieved.tries(again.module, WATER)] == [WRONG, RIGHT]
    assert lesson_view(again, context_of(course)).verdict is not None


def test_a_place_that_is_gone_leads_to_the_map(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER)))
    visit.enter("one")
    assert opened(a_course(asking("other", WATER)), visit.record.code).place == MAP


def test_the_last_module_leads_to_the_finish_and_the_others_to_the_map(opened: Opened) -> None:
    visit = opened(a_course(asking("one", WATER), asking("two", WATER)))
    for name, end in (("one", MAP), ("two", FINISH)):
        visit.enter(name)
        go_through(visit, RIGHT)
        visit.next()
        visit.next()
        assert visit.place == end


def test_an_order_is_tapped_step_by_step_and_can_be_taken_back(opened: Opened) -> None:
    visit = opened(a_course(asking("one", MAKING)))
    visit.enter("one")
    visit.next()
    fill, boil, pour = (step.key for step in MAKING.steps)
    visit.choose(boil)
    visit.choose(fill)
    visit.choose(boil)
    assert visit.given == ()
    for step in (fill, pour, boil):
        visit.choose(step)
    assert visit.feedback
    (tried,) = visit.achieved.tries(visit.module, MAKING)
    assert tried.result == "wrong"
    visit.next()
    assert visit.given == ()
    visit.answer(right_answer(MAKING))
    standing = visit.achieved.standing(visit.module, MAKING)
    assert (standing.done, standing.known) == (True, False)


def test_pairs_are_asked_one_after_another_each_once(opened: Opened) -> None:
    visit = opened(a_course(asking("one", CUPS)))
    visit.enter("one")
    visit.next()
    green, black = CUPS.pairs
    visit.answer(other_answers(CUPS, green.key)[0])
    visit.next()
    visit.answer(right_answer(CUPS, black.key))
    standing = visit.achieved.standing(visit.module, CUPS)
    assert (standing.done, standing.known) == (True, False)
    with pytest.raises(KeyError):
        visit.answer(f"{green.key}=00000000")


def test_nothing_is_kept_of_a_teach_back(opened: Opened, tmp_path: Path) -> None:
    visit = opened(a_course(asking("one", TELL)))
    visit.enter("one")
    visit.next()
    assert not visit.achieved.states()[0].done
    visit.reveal()
    visit.next()
    assert visit.achieved.states()[0].done
    (file,) = tmp_path.glob("*.json")
    assert not msgspec.json.decode(file.read_bytes()).get("answers")
    with pytest.raises(KeyError):
        visit.answer("yes")


def test_two_points_of_one_page_are_one_line_that_leads_to_what_is_open(opened: Opened) -> None:
    pour = msgspec.structs.replace(WATER, id="pour", ask="How hot is it when you pour?")
    last = msgspec.structs.replace(WATER, id="last", ask="How hot is the last cup?")
    visit = opened(a_course(asking("one", WATER, pour, last)))
    visit.enter("one")
    go_through(visit, RIGHT, WRONG, WRONG, RIGHT)
    while visit.place.kind != "result":
        visit.next()
    context = context_of(visit.course)
    (card,) = result_view(visit, context).cards
    assert (card.text, card.press, card.mark) == ("Hot", Pick("pour"), "open")
