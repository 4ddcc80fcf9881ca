"""What a person takes home says what the end of the course says, and what concerns them alone."""

import re
from pathlib import Path

import pytest
from msgspec import structs

from course.clinic import Clinic
from course.content import prose
from course.content.kinds.questions import Triage
from course.content.signs import Sign
from course.handout.model import BOX, TICKED, Handout, Part
from course.handout.take_home import take_home
from course.views.days import Appointment
from course.views.ending import at_places, ending
from course.views.model import Advice, Noticed
from course.visit.route import Place
from course.visit.visit import Visit
from tests.desk import context_of, reception_for
from tests.unit.handout.visits import FULL, TODAY, VISIT, longest, shipped, shortest, taken, words

PLACES = tuple(shipped().places)


def part(handout: Handout, title: str) -> Part:
    (found,) = [each for each in handout.parts if each.title == title]
    return found


def at(place: str) -> Visit:
    """A person who has named their place, and no more."""
    visit = shortest()
    (asking,) = [
        Place("page", module.id, page.id)
        for module in visit.course.modules
        for page in module.pages
        if page.your_place
    ]
    visit.go(asking)
    visit.tick(place, True)
    return visit


def without(place: str) -> dict[str, Sign]:
    """The table of danger signs of a course that no longer has a place."""
    return {
        name: row
        if row.after == "any"
        else structs.replace(row, after=tuple(each for each in row.after if each != place))
        for name, row in shipped().triage.items()
    }


def shown_at_the_end(visit: Visit) -> list[tuple[str, str]]:
    """The level and the words of each sign that the end of the course shows to a person."""
    context = context_of(visit.course)
    views = [*ending(visit, context)]
    return [
        (block.level, prose.words_of(sign.sign))
        for view in views
        for block in view.blocks
        if isinstance(block, Advice)
        for sign in block.signs
    ]


def on_the_card(handout: Handout, *, others: bool = True) -> list[tuple[str, str]]:
    return [
        (band.level, sign)
        for band in handout.bands
        for group in band.groups
        if others or not group.after
        for sign in group.signs
    ]


@pytest.mark.parametrize("place", PLACES)
def test_the_card_has_the_signs_of_the_end_of_the_course(place: str) -> None:
    visit = at(place)
    assert on_the_card(taken(visit)) == shown_at_the_end(visit)


def test_who_has_not_named_a_place_gets_every_sign_with_its_places() -> None:
    visit = shortest()
    handout = taken(visit)
    assert sorted(on_the_card(handout, others=False)) == sorted(shown_at_the_end(visit))
    table = shipped().triage.values()
    assert sorted(on_the_card(handout)) == sorted((row.level, row.short) for row in table)
    named = [g.after for band in handout.bands for g in band.groups if g.after]
    assert any("Neck, upper back, ribs, low back, pelvis" in each for each in named)


def test_a_place_that_is_gone_from_the_course_is_as_good_as_none() -> None:
    visit = at("knee")
    places = {name: said for name, said in shipped().places.items() if name != "knee"}
    visit.course = structs.replace(shipped(), places=places, triage=without("knee"))
    handout = take_home(visit, context_of(visit.course), TODAY)
    assert "Your shots" not in " ".join(handout.under)
    assert {sign for _, sign in on_the_card(handout)} == {
        row.short for row in visit.course.triage.values()
    }


def test_the_clinics_numbers_stand_where_they_are_needed() -> None:
    bands = {band.level: band for band in taken(at("knee"), FULL).bands}
    assert bands["emergency"].text == "Call 911"
    assert "(555) 010-0100" in bands["now"].more
    assert "(555) 010-0134" in bands["now"].more
    assert "(555) 010-0100" in bands["today"].more
    assert "(555) 010-0134" in bands["today"].more
    assert not any(band.write for band in bands.values())


def test_without_a_number_there_is_a_line_to_write_it_on() -> None:
    bands = {band.level: band for band in taken(at("knee")).bands}
    assert {level for level, band in bands.items() if band.write} == {"now", "today"}
    assert "Ask for our number before you leave" in bands["now"].more
    assert "None" not in words(taken(at("knee")))


@pytest.mark.parametrize(
    ("clinic", "appointment", "said"),
    [
        (Clinic(), None, "ask your clinic how many days before"),
        (Clinic(), VISIT, "ask your clinic how many days before"),
        (FULL, None, "your clinic says: 7 days before)"),
        (FULL, VISIT, "7 days before, which is Friday, December 4)"),
        (FULL, Appointment(TODAY, TODAY), "That day is past, so ask your clinic now"),
    ],
)
def test_the_checklist_has_days_where_the_clinic_and_the_visit_give_them(
    clinic: Clinic, appointment: Appointment | None, said: str
) -> None:
    items = part(taken(shortest(), clinic, appointment), "What do I do before my visit?").items
    (pills,) = [item.text for item in items if "Advil" in item.text]
    assert said in pills


def test_what_is_said_of_an_item_stands_in_one_bracket() -> None:
    for appointment in (None, VISIT):
        items = part(taken(shortest(), FULL, appointment), "What do I do before my visit?").items
        assert not [item.text for item in items if ") (" in item.text]
    (eat,) = [item.text for item in items if item.text.startswith("Eat as usual")]
    assert eat.startswith("Eat as usual (on Friday, December 11; not if")


def test_the_checklist_goes_home_whole_with_what_was_ticked() -> None:
    visit = shortest()
    visit.go(Place("page", "preparation", "checklist"))
    visit.tick("thinner", True)
    items = part(taken(visit), "What do I do before my visit?").items
    assert [item.mark for item in items] == [BOX, TICKED, BOX, BOX]


def test_questions_that_were_picked_are_numbered_and_what_else_was_picked_is_not() -> None:
    handout = taken(longest("knee"))
    asked = part(handout, "My questions for the doctor").items
    assert [item.mark for item in asked] == [f"{at}." for at in range(1, len(asked) + 1)]
    assert "What is my main problem?" in [item.text for item in asked]
    assert all(item.text.endswith("?") for item in asked)
    assert part(handout, "What matters most to me?").items[0].mark == "•"
    titles = [each.title for each in taken(shortest()).parts]
    assert "My questions for the doctor" not in titles
    assert "What matters most to me?" not in titles


def test_what_could_have_harmed_comes_first_of_what_to_look_at_again() -> None:
    visit = longest("knee")
    items = part(taken(visit), "Worth another look").items
    assert len(items) == 3
    assert items[-1].text.endswith("more in the course.")
    asked = {q.ask: q for module in visit.course.modules for q in module.questions}
    for item in items[:2]:
        question = asked[item.lead]
        tries = [
            one for module in visit.course.modules for one in visit.achieved.tries(module, question)
        ]
        assert question.must_be_put_right(tries[0].choice)
        if isinstance(question, Triage) and question.row and question.row.level == "emergency":
            assert item.text.startswith("Call 911. ")


def test_the_right_answer_of_a_choice_is_told_with_its_reason_and_its_marks() -> None:
    visit = shortest()
    visit.enter("preparation")
    while visit.question is None:
        visit.next()
    wrong = next(o.key for o in visit.question.offered() if visit.question.grade(o.key) != "right")
    visit.answer(wrong)
    (item,) = part(taken(visit), "Worth another look").items
    assert item.lead.startswith("You take apixaban")
    assert item.text.startswith("I ask its doctor, and tell you. Your doctors plan it together.")
    assert item.text.endswith("]")
    assert taken(visit).sources.startswith("Sources: ")


def test_every_mark_on_the_page_has_its_source_and_the_other_way_round() -> None:
    handout = taken(longest("back"), FULL, VISIT)
    page, sources = words(structs.replace(handout, sources="")), handout.sources
    used = set(re.findall(r"\[(\d+)\]", page))
    assert used
    assert set(re.findall(r"\[(\d+)\]", sources)) == used


def test_the_code_goes_home_only_where_it_brings_something_back(tmp_path: Path) -> None:
    kept = reception_for(shipped(), tmp_path).begin("en")
    code = kept.record.code
    said = f"{code[:3]} {code[3:6]} {code[6:]}"
    assert said in words(taken(kept, with_code=True))
    assert said not in words(taken(kept))
    lost = shortest()
    assert "Your code for the course" not in words(taken(lost, with_code=True))


def test_it_says_who_has_checked_the_course_and_which_edition_it_is() -> None:
    foot = " ".join(taken(shortest()).foot)
    assert "No clinician has checked this course yet" in foot
    mark = foot.partition("Mark of this edition: ")[2][:12]
    visit = shortest()
    first, *others = visit.course.modules
    changed = structs.replace(first, goal="Another goal.")
    visit.course = structs.replace(visit.course, modules=(changed, *others))
    other = " ".join(taken(visit).foot).partition("Mark of this edition: ")[2][:12]
    assert len(mark) == len(other) == 12
    assert mark != other


def test_signs_of_one_place_alone_are_never_told_of_another() -> None:
    context = context_of(shipped())
    near_the_spine = {
        prose.words_of(sign.sign)
        for view in at_places("back", context)
        for block in view.blocks
        if isinstance(block, Advice)
        for sign in block.signs
        if isinstance(sign, Noticed)
    }
    assert near_the_spine
    assert near_the_spine.isdisjoint(sign for _, sign in on_the_card(taken(at("knee"))))
