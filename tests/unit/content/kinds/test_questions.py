"""What an answer to a question is worth, and how far a person is with it."""

from dataclasses import dataclass

import pytest
from msgspec import structs

from course.content.kinds.questions import Choice, Option, Row, Rows, Triage
from course.content.kinds.questions.question import Result, Standing
from course.content.signs import Level, Sign

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
DEEP_BURN = Sign(
    sign="The skin is white",
    after="any",
    level="now",
    why="The burn is deep. [^burns]",
    short="White skin",
)
TRIAGE = Triage(
    id="scald",
    ask="Hot tea ran over your arm and the skin is white.",
    hint="White skin is a deep burn.",
    page="burns",
    sign="deep-burn",
).filled_in({"deep-burn": DEEP_BURN})


@dataclass
class Tried:
    choice: str
    result: Result


def said(question: Choice | Rows | Triage, *answers: str) -> Standing:
    return question.standing([Tried(a, question.grade(a)) for a in answers])


def test_the_one_right_option_is_right_and_the_others_are_wrong() -> None:
    results = [CHOICE.grade(option.key) for option in CHOICE.options]
    assert results == ["wrong", "right", "wrong"]


def test_every_option_has_its_own_feedback() -> None:
    assert [CHOICE.reason(o.key) for o in CHOICE.options] == [
        "The leaves stay shut.",
        "The leaves open.",
        "That takes all night.",
    ]


@pytest.mark.parametrize("answer", ["", "boiling", "0", "home"])
def test_an_answer_the_question_does_not_have_is_refused(answer: str) -> None:
    with pytest.raises(KeyError):
        CHOICE.grade(answer)
    with pytest.raises(KeyError):
        CHOICE.reason(answer)


def test_a_choice_is_known_when_right_on_the_second_try_and_shown_after_two_wrong_ones() -> None:
    cold, hot, ice = (option.key for option in CHOICE.options)
    assert said(CHOICE) == Standing(0, done=False, known=False)
    assert said(CHOICE, cold) == Standing(1, done=False, known=False)
    assert said(CHOICE, cold, hot) == Standing(2, done=True, known=True)
    assert said(CHOICE, cold, ice) == Standing(2, done=True, known=False)
    assert CHOICE.solution().texts == ("Boiling",)


def test_not_sure_is_never_wrong_but_is_not_known_either() -> None:
    oolong, chamomile = ROWS.rows
    assert ROWS.grade(f"{oolong.key}=unsure") == "unsure"
    standing = said(ROWS, f"{oolong.key}=unsure", f"{chamomile.key}=no")
    assert (standing.done, standing.known) == (True, False)


def test_rows_are_known_when_each_is_right() -> None:
    oolong, chamomile = ROWS.rows
    first = f"{oolong.key}=yes"
    assert not said(ROWS, first).done
    assert said(ROWS, first, f"{chamomile.key}=no").known
    assert not said(ROWS, first, f"{chamomile.key}=yes").known


def test_a_row_answer_must_be_yes_no_or_not_sure() -> None:
    with pytest.raises(KeyError):
        ROWS.grade(f"{ROWS.rows[0].key}=maybe")
    with pytest.raises(KeyError):
        ROWS.grade("00000000=yes")


def test_rows_are_asked_in_their_order_and_each_once() -> None:
    oolong, chamomile = ROWS.rows
    assert ROWS.next_part([]).text == oolong.text
    tried = Tried(f"{oolong.key}=yes", "right")
    assert ROWS.next_part([tried]).text == chamomile.text


def test_more_care_than_needed_is_safe_and_less_must_be_put_right() -> None:
    levels = ("emergency", "now", "today", "home")
    assert [TRIAGE.grade(level) for level in levels] == ["safe", "right", "wrong", "wrong"]
    assert said(TRIAGE, "emergency") == Standing(1, done=True, known=True)


def test_too_little_care_never_ends_a_triage_question() -> None:
    assert not said(TRIAGE, *["home"] * 20).done
    late = said(TRIAGE, "home", "today", "now")
    assert (late.done, late.known) == (True, False)


def test_triage_says_why_and_what_to_do_once_the_answer_is_fast_enough() -> None:
    for answer in ("emergency", "now"):
        assert TRIAGE.reason(answer) == "The burn is deep. [^burns]"
        assert TRIAGE.advised(answer) == "now"


@pytest.mark.parametrize("answer", ["today", "home"])
def test_too_little_care_is_told_neither_why_nor_what_to_do(answer: str) -> None:
    assert TRIAGE.reason(answer) == ""
    assert TRIAGE.advised(answer) is None
    assert TRIAGE.solution().texts == ()


@pytest.mark.parametrize("answer", ["nothing", "call", "", "0"])
def test_triage_takes_nothing_but_the_four_levels(answer: str) -> None:
    for asked in (TRIAGE.grade, TRIAGE.reason, TRIAGE.chosen, TRIAGE.advised):
        with pytest.raises(KeyError):
            asked(answer)


@pytest.mark.parametrize("level", ["emergency", "now", "today", "home"])
def test_for_each_level_less_is_too_little_and_more_is_safe(level: Level) -> None:
    asked = TRIAGE.filled_in({"deep-burn": structs.replace(DEEP_BURN, level=level)})
    order = ("emergency", "now", "today", "home")
    at = order.index(level)
    wanted = ["safe"] * at + ["right"] + ["wrong"] * (3 - at)
    assert [asked.grade(each) for each in order] == wanted


def test_the_fingerprint_follows_what_the_table_says() -> None:
    def told(**changed: str) -> str:
        return TRIAGE.filled_in({"deep-burn": structs.replace(DEEP_BURN, **changed)}).fingerprint

    assert told() == TRIAGE.fingerprint
    assert told(level="emergency") != told()
    assert told(why="The burn is deep. [^others]") != told()
    # Nobody reads these where the story is asked.
    assert told(sign="White skin", short="White", picture="burn") == told()


def test_the_order_of_options_holds_for_a_visit_and_differs_between_visits() -> None:
    assert CHOICE.arranged("482719360") == CHOICE.arranged("482719360")
    orders = {tuple(o.key for o in CHOICE.arranged(f"{visit:09}")) for visit in range(60)}
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
