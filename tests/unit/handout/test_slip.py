"""What the staff may see of a visit."""

from course.handout.slip import slip
from course.visit.route import Place
from course.visit.visit import Visit
from tests.answers import right_answer
from tests.desk import context_of
from tests.unit.handout.visits import longest, shipped, shortest, words
from tests.walks import begun, right, walked

CONTEXT = context_of(shipped())
TO_GO_OVER = [
    "Danger signs to go over with them: Call 911",
    "Danger signs to go over with them: Call us now",
]


def wrong_about_the_thinner() -> Visit:
    """A person who would stop their blood thinner, and then left."""
    visit = shortest()
    visit.go(Place("question", "preparation", "blood-thinner"))
    question = visit.course.module("preparation").question("blood-thinner")
    visit.answer(next(o.key for o in question.offered() if question.must_be_put_right(o.key)))
    return visit


def main_points(place: str) -> Visit:
    """A person who read what nobody should miss, and no more."""
    visit = shortest()
    for module, page in visit.course.essentials():
        visit.achieved.add_page(module.id, page.id)
        if page.your_place:
            visit.achieved.add_tick(Place("page", module.id, page.id), place, True)
    return visit


def test_of_a_visit_that_has_just_begun_it_has_the_code_and_the_signs_to_go_over() -> None:
    visit = shortest()
    found = slip(visit, CONTEXT)
    assert [part.title for part in found.parts] == TO_GO_OVER
    assert "They have not said where their shots will be." in found.under
    code = visit.record.code
    assert f"{code[:3]} {code[3:6]} {code[6:]}" in words(found)


def test_who_had_all_right_has_nothing_to_put_right() -> None:
    found = {
        part.title: part.items
        for part in slip(walked(begun(shipped()), right, "knee"), CONTEXT).parts
    }
    assert list(found) == [
        "They have read these: let them tell you one or two",
        "What they have read",
        *TO_GO_OVER,
    ]
    done = [item.text for item in found["What they have read"]]
    assert done == [module.title for module in shipped().modules]


def test_after_the_main_points_alone_there_is_enough_to_talk_about() -> None:
    visit = main_points("knee")
    page = slip(visit, CONTEXT)
    found = {part.title: [item.text for item in part.items] for part in page.parts}
    assert "Their shots: Knee" in page.under
    told = found["They have read these: let them tell you one or two"]
    titles = [each.title for _, each in visit.course.essentials()]
    assert told
    assert set(told) <= set(titles)
    assert any(" of " in each for each in found["What they have read"])
    emergency, now = (" ".join(found[title]) for title in TO_GO_OVER)
    assert "Chest pain" in emergency
    assert "hot, red" in now


def test_signs_that_were_put_right_are_not_told_twice() -> None:
    page = slip(longest("back"), CONTEXT)
    found = {part.title: part.items for part in page.parts}
    put_right = {item.lead for item in found["Danger signs: too little care at first"]}
    rest = {item.text for title in TO_GO_OVER for item in found.get(title, ())}
    assert rest
    assert put_right.isdisjoint(rest)


def test_too_little_care_is_told_with_what_is_right() -> None:
    found = {part.title: part.items for part in slip(longest("back"), CONTEXT).parts}
    signs = found["Danger signs: too little care at first"]
    chest = next(item for item in signs if item.lead.startswith("Chest pain"))
    assert chest.text == "Said “Call us now”. Right: “Call 911”"
    assert len(signs) == len(set(signs))
    medicines = found["Other answers that could have hurt them"]
    (thinner,) = [item for item in medicines if "apixaban" in item.lead]
    assert thinner.text.endswith("Right: “I ask its doctor, and tell you.”")


def test_what_was_left_before_it_was_put_right_is_said_to_be_so() -> None:
    visit = wrong_about_the_thinner()
    found = {part.title: part.items for part in slip(visit, CONTEXT).parts}
    (item,) = found["Other answers that could have hurt them"]
    assert item.text.endswith("Not put right yet.")
    visit.answer(right_answer(visit.course.module("preparation").question("blood-thinner")))
    found = {part.title: part.items for part in slip(visit, CONTEXT).parts}
    (item,) = found["Other answers that could have hurt them"]
    assert not item.text.endswith("Not put right yet.")


def test_it_asks_for_exactly_what_is_not_known() -> None:
    found = {part.title: part.items for part in slip(wrong_about_the_thinner(), CONTEXT).parts}
    (asked,) = found["Not known yet: ask for these in their own words"]
    assert asked.text == "Should I stop my medicines?"


def test_questions_that_were_picked_are_on_it() -> None:
    visit = shortest()
    visit.go(Place("page", "is-it-for-me", "three-questions"))
    visit.tick("odds", True)
    found = {part.title: part.items for part in slip(visit, CONTEXT).parts}
    (asked,) = found["Questions they want to ask"]
    assert asked.text == "What are my odds, and what can go wrong for me?"
