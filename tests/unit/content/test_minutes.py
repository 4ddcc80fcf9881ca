"""How long a course takes: words and presses that were counted by hand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from course import language
from course.content.kinds.figures import MapFigure, Spot, Step, StepsFigure
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
    Triage,
)
from course.content.minutes import Clock, Taken, whole
from course.content.model import (
    Callout,
    Check,
    ChecklistItem,
    Course,
    Module,
    Page,
    PlaceText,
    Review,
    Term,
)
from course.content.signs import Level, Sign, SignsShown

WORDS = language.load("en")
HINT = "Not read."


def a_sign(after: tuple[str, ...] = (), level: Level = "emergency") -> Sign:
    return Sign(
        sign="Your hand is red",
        after=after or "any",
        level=level,
        why="Steam burns. [^book]",
        short="Red hand",
    )


def a_triage(name: str, sign: str) -> Triage:
    return Triage(
        id=name,
        ask="Your hand is burned.",
        sign=sign,
        hint=HINT,
        page="hot",
    )


def a_module(*pages: Page, questions: Iterable[Question] = (), name: str = "tea") -> Module:
    return Module(
        format=1,
        id=name,
        title="Good tea",
        goal="Know it.",
        key_message="Boil the water.",
        pages=pages,
        questions=tuple(questions),
    )


def a_clock(
    *modules: Module,
    signs: dict[str, Sign] | None = None,
    places: Iterable[str] = (),
    glossary: tuple[Term, ...] = (),
) -> Clock:
    course = Course(
        id="tea",
        language="en",
        languages=("en",),
        title="Tea",
        modules=modules,
        optional=frozenset(),
        review=Review(by=None, role=None, on=None, next=None),
        emergency_number="112",
        sources={},
        claims={},
        glossary=glossary,
        pictures={},
        triage=signs or {},
        places={place: f"The {place}" for place in places},
    )
    return Clock(course, WORDS)


def page_taken(
    page: Page,
    *questions: Question,
    signs: dict[str, Sign] | None = None,
    places: Iterable[str] = (),
    glossary: tuple[Term, ...] = (),
) -> Taken:
    module = a_module(page, questions=questions)
    clock = a_clock(module, signs=signs, places=places, glossary=glossary)
    return clock.pages([(module, page)])


def test_a_word_takes_less_than_half_a_second_and_a_press_ten() -> None:
    assert Taken(130, 0).seconds == 60
    assert Taken(13, 3).seconds == pytest.approx(36)
    assert (whole(60), whole(60.1), whole(0)) == (1, 2, 0)


class TestPages:
    def test_all_that_stands_on_one_is_read(self) -> None:
        page = Page(
            id="hot",
            title="Hot tea",  # 2
            text="**Water** is hot. [^book]\n\n- It burns\n- It *boils* - and how",  # 3 + 2 + 4
            why="Steam burns.",  # 2
            callout=Callout(kind="key", text="Pour it slowly."),  # 3
            figure=StepsFigure(
                caption="In order. [^book]",  # 2
                alt="Not read but to who cannot see.",
                steps=(Step(label="Fill", text="Cold water"), Step(label="Boil", text="Wait")),  # 5
            ),
        )
        assert page_taken(page) == Taken(23, 1)

    def test_a_checklist_is_read_and_passed(self) -> None:
        items = (ChecklistItem(id="a", text="Find a tin"), ChecklistItem(id="b", text="Close it"))
        assert page_taken(Page(id="hot", title="Do it", checklist=items)) == Taken(7, 1)

    def test_the_longest_spot_of_a_map_is_looked_at(self) -> None:
        spots = (
            Spot(id="a", x=1, y=1, label="Lid", text="It is hot."),
            Spot(id="b", x=2, y=2, label="Spout", text="Steam comes out of it."),
        )
        figure = MapFigure(file="pot", caption="Pick one.", alt="A pot.", spots=spots)
        assert page_taken(Page(id="hot", title="A pot", figure=figure)) == Taken(2 + 2 + 2 + 5, 3)

    def test_a_word_is_explained_at_its_first_use(self) -> None:
        term = Term(term="steep", says="Leave it in the water.")
        page = Page(id="hot", title="How", text="Let it steep.")
        assert page_taken(page, glossary=(term,)) == Taken(1 + 3 + 1 + 5, 1)

    def test_the_longest_that_the_clinic_may_say(self) -> None:
        told = [WORDS("clinic.heat_yes"), WORDS("clinic.heat_no")]
        longest = max(len(text.split()) for text in told)
        page = Page(id="hot", title="Heat", text="Mind it.", clinic=("heat",))
        assert page_taken(page) == Taken(3 + longest, 1)

    def test_its_question_leads_on_from_it(self) -> None:
        page = Page(id="hot", title="Hot", check=Check(question="tell"))
        asked = Reflect(id="tell", ask="What is hot?", model="Tea is.", hint=HINT, page="hot")
        assert page_taken(page, asked) == Taken(1 + 3 + 2, 2)


class TestPlaces:
    KNEE = PlaceText(text="At the knee it hurts.")
    HAND = PlaceText(text="No.")

    def test_the_reader_has_the_one_of_which_most_is_told(self) -> None:
        page = Page(id="hot", title="Here", place={"hand": self.HAND, "knee": self.KNEE})
        assert page_taken(page, places=["hand", "knee"]) == Taken(1 + 5, 1)

    def test_it_is_picked_among_all(self) -> None:
        page = Page(id="hot", title="Where?", your_place=True)
        assert page_taken(page, places=["hand", "knee"]) == Taken(1 + 4, 2)

    def test_nobody_has_two(self) -> None:
        knee = Page(id="hot", title="A", place={"knee": self.KNEE, "hand": self.HAND})
        hand = Page(id="pot", title="B", place={"knee": self.HAND, "hand": self.KNEE})
        module = a_module(knee, hand)
        clock = a_clock(module, places=["hand", "knee"])
        assert clock.pages((module, page) for page in module.pages) == Taken(2 + 5 + 1, 2)


def words_of(*names: str) -> int:
    return sum(len(WORDS(name, number="911", phone="1", after_hours="2").split()) for name in names)


class TestDangerSigns:
    EMERGENCY = words_of("level.emergency", "level.emergency_more")
    SIGNS = {"burn": a_sign(), "knee": a_sign(after=("knee",)), "mild": a_sign(level="home")}

    def test_those_of_the_level_are_read(self) -> None:
        shown = SignsShown(level="emergency")
        page = Page(id="hot", title="Signs", triage=shown)
        assert page_taken(page, signs=self.SIGNS, places=["hand", "knee"]) == Taken(
            1 + self.EMERGENCY + 6, 1
        )

    @pytest.mark.parametrize("level", ["now", "today"])
    def test_where_the_clinic_is_called_its_numbers_are_read(self, level: Level) -> None:
        page = Page(id="hot", title="Signs", triage=SignsShown(level=level))
        call = (f"level.{level}", f"level.{level}_more")
        read = words_of(*call, "level.both_phones")
        assert page_taken(page, signs={"a": a_sign(level=level)}) == Taken(1 + read + 6, 1)

    def test_a_story_ends_with_what_to_do(self) -> None:
        story = a_triage("burn", "mild")
        # What is asked, the reason, and the four answers, of which one is also what to do.
        answers = words_of("level.emergency", "level.now", "level.today", "level.home")
        taken = a_clock(signs=self.SIGNS).question(story)
        assert taken == Taken(4 + 2 + answers + words_of("level.home"), 2)

    def test_those_of_a_place_by_whom_it_concerns(self) -> None:
        page = Page(id="hot", title="Signs", triage=SignsShown(level="emergency", after="here"))
        assert page_taken(page, signs=self.SIGNS, places=["hand", "knee"]) == Taken(
            1 + self.EMERGENCY + 6, 1
        )
        assert page_taken(page, signs=self.SIGNS, places=["hand"]) == Taken(1, 1)


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
