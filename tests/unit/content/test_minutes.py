"""How long a course takes: words and presses that were counted by hand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from course.content.kinds.figures import MapFigure, Spot, Step, StepsFigure
from course.content.kinds.questions import (
    Question,
    Reflect,
)
from course.content.minutes import Taken, whole
from course.content.model import (
    Callout,
    Check,
    ChecklistItem,
    Page,
    PlaceText,
    Term,
)
from course.content.signs import Level, Sign, SignsShown
from tests.unit.content.clocks import HINT, WORDS, a_clock, a_module, a_sign, a_triage


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
