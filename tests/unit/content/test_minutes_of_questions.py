"""How long questions take, and modules that ask them: counted by hand."""

from __future__ import annotations

import pytest

from course.content.kinds.questions import (
    Choice,
    Estimate,
    Match,
    Option,
    Order,
    OrderStep,
    Pair,
    Question,
    Range,
    Reflect,
    Row,
    Rows,
)
from course.content.minutes import Taken
from course.content.model import (
    Check,
    Page,
)
from tests.unit.content.clocks import HINT, a_clock, a_module, a_sign, a_triage

CHOICE = Choice(
    id="cold",
    ask="Is tea hot or cold?",  # 5
    options=(
        Option(text="Hot", because="It was boiled.", right=True),  # 1 + 3
        Option(text="Cold as ice", because="It was boiled, long ago."),  # 3
    ),
    hint=HINT,
    page="hot",
)
ROWS = Rows(
    id="which",
    ask="Is this tea?",  # 3, and 4 of the answers: Yes, No, Not sure
    rows=(
        Row(text="Green leaves", answer="yes", because="They are."),  # 4
        Row(text="Ink", answer="no", because="It is not."),  # 4
    ),
    hint=HINT,
    page="hot",
)
MATCH = Match(
    id="cups",
    ask="Which goes with which?",  # 4
    pairs=(
        Pair(left="Green", right="A bowl", because="It has no ear."),  # 7
        Pair(left="Black", right="A mug", because="It is big."),  # 6
    ),
    hint=HINT,
    page="hot",
)
ORDER = Order(
    id="steps",
    ask="What comes first?",  # 3
    steps=(
        OrderStep(text="Fill it", because="It is empty."),  # 2 + 3
        OrderStep(text="Boil", because="Not read."),  # 1
        OrderStep(text="Pour", because="Not read."),  # 1
    ),
    hint=HINT,
    page="hot",
)
ESTIMATE = Estimate(
    id="many",
    ask="How many drink tea?",  # 4, and 6 a range: 0 to 20 of 100 people
    of=100,
    counts="people",
    ranges=(
        Range(start=0, end=20, because="More than that."),
        Range(start=21, end=60, because="Half of them.", right=True),  # 3
        Range(start=61, end=100, because="Less than that."),
    ),
    hint=HINT,
    page="hot",
)
TELL = Reflect(id="tell", ask="What is hot?", model="Tea is.", hint=HINT, page="hot")


class TestQuestions:
    @pytest.mark.parametrize(
        ("question", "taken"),
        [
            (CHOICE, Taken(12, 2)),
            (ROWS, Taken(15, 4)),
            (MATCH, Taken(17, 4)),
            (ORDER, Taken(10, 5)),
            (ESTIMATE, Taken(4 + 18 + 3, 2)),
            (TELL, Taken(5, 2)),
        ],
        ids=lambda each: each.id if not isinstance(each, Taken) else "",
    )
    def test_is_read_with_all_answers_and_what_is_said_to_the_right_one(
        self, question: Question, taken: Taken
    ) -> None:
        assert a_clock().question(question) == taken

    def test_one_about_a_place_is_asked_of_whom_it_concerns(self) -> None:
        page = Page(id="hot", title="Hot")
        module = a_module(page, questions=[a_triage("burn", "knee")])
        signs = {"knee": a_sign(after=("knee",))}
        asked = a_clock(module, signs=signs, places=["hand", "knee"]).module(module)
        nobody = a_clock(module, signs=signs, places=["hand"]).module(module)
        assert (asked.presses, nobody.presses) == (4, 2)


class TestModules:
    def test_pages_questions_and_result(self) -> None:
        page = Page(id="hot", title="Hot")
        module = a_module(page, questions=[CHOICE])
        result = Taken(len(["Good", "tea", "Boil", "the", "water"]), 1)
        assert a_clock(module).module(module) == Taken(1, 1) + Taken(12, 2) + result

    def test_the_result_names_the_pages_of_key_points(self) -> None:
        page = Page(id="hot", title="So very hot", check=Check(question="tell"))
        key = Reflect(id="tell", ask="What?", model="Tea.", key_point=True, hint=HINT, page="hot")
        module = a_module(page, questions=[key])
        assert a_clock(module).module(module) == Taken(3 + 2, 2) + Taken(5 + 3, 1)

    def test_spare_questions_do_not_count(self) -> None:
        hot = Page(id="hot", title="Hot")
        first = a_module(hot, questions=[a_triage("burn", "red")], name="one")
        again = a_module(hot, questions=[a_triage("again", "red")], name="two")
        clock = a_clock(first, again, signs={"red": a_sign()})
        assert (clock.module(first).presses, clock.module(again).presses) == (4, 2)
