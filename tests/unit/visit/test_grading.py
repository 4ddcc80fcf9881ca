"""Grading, and how far a person is with a question."""

from dataclasses import dataclass

import pytest

from course import quiz
from course.content.model import Choice, Option, Reasons, Row, Rows, Triage

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
    result: quiz.Result


def said(question: Choice | Rows | Triage, *answers: str) -> quiz.Standing:
    return quiz.standing(question, [Tried(a, quiz.grade(question, a)) for a in answers])


def test_the_one_right_option_is_right_and_the_others_are_wrong() -> None:
    results = [quiz.grade(CHOICE, option.key) for option in CHOICE.options]
    assert results == ["wrong", "right", "wrong"]


def test_every_option_has_its_own_feedback() -> None:
    assert [quiz.because(CHOICE, o.key) for o in CHOICE.options] == [
        "The leaves stay shut.",
        "The leaves open.",
        "That takes all night.",
    ]


@pytest.mark.parametrize("answer", ["", "boiling", "0", "home"])
def test_an_answer_the_question_does_not_have_is_refused(answer: str) -> None:
    with pytest.raises(KeyError):
        quiz.grade(CHOICE, answer)
    with pytest.raises(KeyError):
        quiz.because(CHOICE, answer)


def test_a_choice_is_known_when_right_on_the_second_try_and_shown_after_two_wrong_ones() -> None:
    cold, hot, ice = (option.key for option in CHOICE.options)
    assert said(CHOICE) == quiz.Standing(0, done=False, known=False)
    assert said(CHOICE, cold) == quiz.Standing(1, done=False, known=False)
    assert said(CHOICE, cold, hot) == quiz.Standing(2, done=True, known=True)
    assert said(CHOICE, cold, ice) == quiz.Standing(2, done=True, known=False)
    assert quiz.right_option(CHOICE).key == hot


def test_not_sure_is_never_wrong_but_is_not_known_either() -> None:
    oolong, chamomile = ROWS.rows
    assert quiz.grade(ROWS, quiz.row_answer(oolong, "unsure")) == "unsure"
    standing = said(ROWS, quiz.row_answer(oolong, "unsure"), quiz.row_answer(chamomile, "no"))
    assert (standing.done, standing.known) == (True, False)


def test_rows_are_known_when_each_is_right() -> None:
    oolong, chamomile = ROWS.rows
    first = quiz.row_answer(oolong, "yes")
    assert not said(ROWS, first).done
    assert said(ROWS, first, quiz.row_answer(chamomile, "no")).known
    assert not said(ROWS, first, quiz.row_answer(chamomile, "yes")).known


def test_a_row_answer_must_be_yes_no_or_not_sure() -> None:
    with pytest.raises(KeyError):
        quiz.grade(ROWS, f"{ROWS.rows[0].key}=maybe")
    with pytest.raises(KeyError):
        quiz.grade(ROWS, "00000000=yes")


def test_rows_are_asked_in_their_order_and_each_once() -> None:
    oolong, chamomile = ROWS.rows
    assert quiz.unanswered(ROWS, []) == (oolong, chamomile)
    tried = Tried(quiz.row_answer(oolong, "yes"), "right")
    assert quiz.unanswered(ROWS, [tried]) == (chamomile,)


def test_more_care_than_needed_is_safe_and_less_must_be_put_right() -> None:
    assert quiz.grade(TRIAGE, "emergency") == "safe"
    assert quiz.grade(TRIAGE, "call") == "right"
    assert quiz.grade(TRIAGE, "home") == "wrong"
    assert said(TRIAGE, "emergency") == quiz.Standing(1, done=True, known=True)


def test_too_little_care_never_ends_a_triage_question() -> None:
    assert not said(TRIAGE, *["home"] * 20).done
    late = said(TRIAGE, "home", "home", "call")
    assert (late.done, late.known) == (True, False)


def test_triage_gives_the_reason_that_belongs_to_the_choice() -> None:
    assert quiz.because(TRIAGE, "home") == "Deep burns need care."
    with pytest.raises(KeyError):
        quiz.grade(TRIAGE, "nothing")


def test_the_order_of_options_holds_for_a_visit_and_differs_between_visits() -> None:
    assert quiz.shuffled(CHOICE.options, CHOICE, "482719360") == quiz.shuffled(
        CHOICE.options, CHOICE, "482719360"
    )
    orders = {quiz.shuffled(CHOICE.options, CHOICE, f"{visit:09}") for visit in range(60)}
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
