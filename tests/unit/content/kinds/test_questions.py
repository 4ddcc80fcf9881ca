"""Grading, and how far a person is with a question."""

from dataclasses import dataclass

import pytest

from course.content.model import Choice, Option, Reasons, Row, Rows, Triage
from course.visit import grading

CHOICE = Choice(
    id="water",
    ask="How hot is the water for black tea?",
    hint="It sings.",
    page="hot",
    options=(
        Option(text="Lukewarm", because="The leaves stay shut."),
        Option(text="Boiling", because="The leaves open.", right=True),
        Option(text="Ice cold", because="That takes all night."),
    ),
)
ROWS = Rows(
    id="leaves",
    ask="Is it made from the tea plant?",
    hint="One is a flower.",
    page="plants",
    rows=(
        Row(text="Oolong", answer="yes", because="It is half way."),
        Row(text="Chamomile", answer="no", because="It is a flower."),
    ),
)
TRIAGE = Triage(
    id="scald",
    ask="Hot tea ran over your arm and the skin is white.",
    hint="White skin is a deep burn.",
    page="burns",
    answer="call",
    because=Reasons(emergency="Always safe.", call="Yes.", home="Deep burns need care."),
)


@dataclass
class Tried:
    choice: str
    result: grading.Result


def said(question: Choice | Rows | Triage, *answers: str) -> grading.Standing:
    return grading.standing(question, [Tried(a, grading.grade(question, a)) for a in answers])


def test_the_one_right_option_is_right_and_the_others_are_wrong() -> None:
    results = [grading.grade(CHOICE, option.key) for option in CHOICE.options]
    assert results == ["wrong", "right", "wrong"]


def test_every_option_has_its_own_feedback() -> None:
    assert [grading.because(CHOICE, o.key) for o in CHOICE.options] == [
        "The leaves stay shut.",
        "The leaves open.",
        "That takes all night.",
    ]


@pytest.mark.parametrize("answer", ["", "boiling", "0", "home"])
def test_an_answer_the_question_does_not_have_is_refused(answer: str) -> None:
    with pytest.raises(KeyError):
        grading.grade(CHOICE, answer)
    with pytest.raises(KeyError):
        grading.because(CHOICE, answer)


def test_a_choice_is_known_when_right_on_the_second_try_and_shown_after_two_wrong_ones() -> None:
    cold, hot, ice = (option.key for option in CHOICE.options)
    assert said(CHOICE) == grading.Standing(0, done=False, known=False)
    assert said(CHOICE, cold) == grading.Standing(1, done=False, known=False)
    assert said(CHOICE, cold, hot) == grading.Standing(2, done=True, known=True)
    assert said(CHOICE, cold, ice) == grading.Standing(2, done=True, known=False)
    assert grading.right_option(CHOICE).key == hot


def test_not_sure_is_never_wrong_but_is_not_known_either() -> None:
    oolong, chamomile = ROWS.rows
    assert grading.grade(ROWS, grading.row_answer(oolong, "unsure")) == "unsure"
    standing = said(ROWS, grading.row_answer(oolong, "unsure"), grading.row_answer(chamomile, "no"))
    assert (standing.done, standing.known) == (True, False)


def test_rows_are_known_when_each_is_right() -> None:
    oolong, chamomile = ROWS.rows
    first = grading.row_answer(oolong, "yes")
    assert not said(ROWS, first).done
    assert said(ROWS, first, grading.row_answer(chamomile, "no")).known
    assert not said(ROWS, first, grading.row_answer(chamomile, "yes")).known


def test_a_row_answer_must_be_yes_no_or_not_sure() -> None:
    with pytest.raises(KeyError):
        grading.grade(ROWS, f"{ROWS.rows[0].key}=maybe")
    with pytest.raises(KeyError):
        grading.grade(ROWS, "00000000=yes")


def test_rows_are_asked_in_their_order_and_each_once() -> None:
    oolong, chamomile = ROWS.rows
    assert grading.unanswered(ROWS, []) == (oolong, chamomile)
    tried = Tried(grading.row_answer(oolong, "yes"), "right")
    assert grading.unanswered(ROWS, [tried]) == (chamomile,)


def test_more_care_than_needed_is_safe_and_less_must_be_put_right() -> None:
    assert grading.grade(TRIAGE, "emergency") == "safe"
    assert grading.grade(TRIAGE, "call") == "right"
    assert grading.grade(TRIAGE, "home") == "wrong"
    assert said(TRIAGE, "emergency") == grading.Standing(1, done=True, known=True)


def test_too_little_care_never_ends_a_triage_question() -> None:
    assert not said(TRIAGE, *["home"] * 20).done
    late = said(TRIAGE, "home", "home", "call")
    assert (late.done, late.known) == (True, False)


def test_triage_gives_the_reason_that_belongs_to_the_choice() -> None:
    assert grading.because(TRIAGE, "home") == "Deep burns need care."
    with pytest.raises(KeyError):
        grading.grade(TRIAGE, "nothing")


def test_the_order_of_options_holds_for_a_visit_and_differs_between_visits() -> None:
    assert grading.shuffled(CHOICE.options, CHOICE, "482719360") == grading.shuffled(
        CHOICE.options, CHOICE, "482719360"
    )
    orders = {grading.shuffled(CHOICE.options, CHOICE, f"{visit:09}") for visit in range(60)}
    assert len(orders) == 6


def test_the_fingerprint_follows_every_word_of_the_question() -> None:
    edited = Choice(
        id="water",
        ask="How hot should the water be?",
        hint=CHOICE.hint,
        page=CHOICE.page,
        options=CHOICE.options,
    )
    assert edited.fingerprint != CHOICE.fingerprint
    assert len(CHOICE.fingerprint) == 12
