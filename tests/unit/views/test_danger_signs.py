"""What to do for a danger sign, wherever it is said: with the numbers of the clinic."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec import structs

from course.clinic import Clinic
from course.content.kinds.questions import Triage
from course.content.loader import load
from course.content.model import Page
from course.content.signs import LEVELS, Level, Sign, SignsShown, urgency
from course.speech.telling import tell
from course.views.context import Context
from course.views.ending import alike, at_places, ending
from course.views.helping import help_view
from course.views.lesson import lesson_view
from course.views.model import Advice, Block, View, told
from course.views.overview import first_view
from course.views.page import page_blocks
from course.visit.achievement import Achieved
from course.visit.visit import Visit
from tests.desk import context_of, reception_for
from tests.paths import TEA


def row(level: Level, sign: str, *after: str) -> Sign:
    return Sign(
        sign=sign,
        after=after or "any",
        level=level,
        why=f"Why {sign}.",
        short=f"Short {sign}",
        picture=f"sign-{sign}",
    )


TABLE = {
    "chest": row("emergency", "chest"),
    "lung": row("emergency", "lung", "neck", "ribs"),
    "legs": row("emergency", "legs", "back"),
    "hot": row("now", "hot"),
    "tingle": row("today", "tingle"),
    "sore": row("home", "sore"),
}
COURSE = structs.replace(load(TEA), triage=TABLE, places={"neck": "Neck", "back": "Back"})
CLINIC = Clinic(phone="555-0100", after_hours="555-0199", emergency_number="999")
CONTEXT = context_of(COURSE, CLINIC)


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    visit = reception_for(COURSE, tmp_path).begin("en")
    visit.enter("making")
    return visit


def heard(*blocks: Block, context: Context = CONTEXT) -> str:
    groups = tell(blocks, context.words, {})
    return "\n".join(said.text for group in groups for said in group)


def shown(visit: Visit, shows: SignsShown, context: Context = CONTEXT) -> str:
    page = Page(id="here", title="Here", triage=shows)
    module = structs.replace(COURSE.module("making"), pages=(page,))
    visit.course = structs.replace(COURSE, modules=(module, *COURSE.modules[1:]))
    return heard(*page_blocks(page, visit, context), context=context)


def answered(folder: Path, level: Level, answer: Level) -> View:
    """The feedback to an answer to a story of a level."""
    question = Triage(id="story", ask="It tingles.", sign="it", hint="Think.", page="hot-water")
    asked = question.filled_in({"it": row(level, "of it")})
    module = structs.replace(COURSE.module("making"), questions=(asked,))
    module = structs.replace(module, pages=COURSE.module("making").pages[:4])
    course = structs.replace(COURSE, modules=(module, *COURSE.modules[1:]))
    visit = reception_for(course, folder).begin("en")
    visit.enter("making")
    while visit.question is None:
        visit.next()
    visit.answer(answer)
    return lesson_view(visit, context_of(course, CLINIC))


WORDS = {
    "emergency": ("Call 999", "Do not drive yourself"),
    "now": ("Call us now", "Day or night", "emergency room", "555-0100", "555-0199"),
    "today": ("Call us today", "own doctor", "555-0100", "555-0199"),
    "home": ("Rest at home",),
}


@pytest.mark.parametrize("level", LEVELS)
def test_a_page_says_what_to_do_first_and_then_the_signs_with_their_reasons(
    visit: Visit, level: Level
) -> None:
    told = shown(visit, SignsShown(level=level))
    first, *signs = told.split("\n")
    assert all(words in first for words in WORDS[level])
    assert signs == [
        f"{name}: Why {name}."
        for name, one in TABLE.items()
        if one.level == level and one.after == "any"
    ]


@pytest.mark.parametrize(
    ("level", "at_home"), [("now", "emergency room"), ("today", "Call your own doctor")]
)
def test_without_numbers_one_is_to_ask_for_them_and_knows_what_to_do_at_home(
    visit: Visit, level: Level, at_home: str
) -> None:
    context = context_of(COURSE)
    told = shown(visit, SignsShown(level=level), context)
    assert f"Call us {level}" in told
    assert "Ask for our number before you leave" in told
    assert at_home in told
    assert "None" not in told
    assert "Call 112" in shown(visit, SignsShown(level="emergency"), context)


def test_a_page_shows_the_rows_of_the_places_that_it_names(visit: Visit) -> None:
    assert "lung" in shown(visit, SignsShown(level="emergency", after=("neck",)))
    told = shown(visit, SignsShown(level="emergency", after=("back",)))
    assert "legs" in told
    assert "lung" not in told
    assert "chest" not in told


def test_as_long_as_the_place_is_not_known_the_rows_of_every_place_are_shown(visit: Visit) -> None:
    told = shown(visit, SignsShown(level="emergency", after="here"))
    assert "lung" in told
    assert "legs" in told
    assert "chest" not in told


def test_all_are_those_after_any_shot_together_with_those_of_the_own_place(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = SignsShown(level="emergency", after="all")
    told = shown(visit, every)
    assert "chest" in told
    assert "lung" in told
    assert "legs" in told
    monkeypatch.setattr(Achieved, "own_place", "neck")
    told = shown(visit, every)
    assert "chest" in told
    assert "lung" in told
    assert "legs" not in told


def test_those_of_the_own_place_alone_once_it_is_known(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Achieved, "own_place", "neck")
    told = shown(visit, SignsShown(level="emergency", after="here"))
    assert "lung" in told
    assert "legs" not in told
    assert "no further signs" in shown(visit, SignsShown(level="today", after="here"))
    pages = ending(visit, CONTEXT)
    listed = told_on(pages)
    assert "Short lung" in listed
    assert "Short legs" not in listed
    assert "Short chest" in listed
    assert not any(page.cards for page in pages)


def told_on(pages: Iterable[View]) -> str:
    return "\n".join(heard(*page.blocks) for page in pages)


def levels_of(pages: Iterable[View]) -> list[Level]:
    return [b.level for page in pages for b in page.blocks if isinstance(b, Advice)]


def test_the_end_lists_the_signs_after_any_shot_under_their_levels_the_most_urgent_first(
    visit: Visit,
) -> None:
    pages = ending(visit, CONTEXT)
    assert levels_of(pages) == list(LEVELS)
    listed = told_on(pages)
    of_any = [name for name, one in TABLE.items() if one.after == "any"]
    assert all((f"Short {name}" in listed) is (name in of_any) for name in TABLE)
    assert "Call 999. Do not drive yourself." in listed
    calls = [b for page in pages for b in page.blocks if isinstance(b, Advice)][1:3]
    assert all("Call 555-0100. Closed? 555-0199." in heard(each) for each in calls)


def test_what_is_taken_home_shows_the_picture_of_each_sign(visit: Visit) -> None:
    told = [b for page in ending(visit, CONTEXT) for b in page.blocks if isinstance(b, Advice)]
    of_any = [one for one in TABLE.values() if one.after == "any"]
    assert [sign.picture for each in told for sign in each.signs] == [o.picture for o in of_any]


def test_who_does_not_know_their_place_finds_the_signs_of_each_place_by_a_card(
    visit: Visit,
) -> None:
    *_, last = ending(visit, CONTEXT)
    assert [card.text for card in last.cards] == list(COURSE.places.values())
    of_back = told_on(at_places("back", CONTEXT))
    assert "Call 999" in of_back
    assert "Short legs" in of_back
    assert "Short lung" not in of_back
    assert "Short chest" not in of_back


def test_places_with_the_same_signs_share_a_card() -> None:
    places = {**COURSE.places, "ribs": "Ribs"}
    context = context_of(structs.replace(COURSE, places=places), CLINIC)
    assert alike(context) == [("neck", "ribs"), ("back",)]
    assert at_places("neck", context)[0].title == "Neck, ribs"


def test_a_sign_that_may_come_after_any_shot_is_told_to_everybody(visit: Visit) -> None:
    assert "Short tingle" in told_on(ending(visit, CONTEXT))
    assert "Short tingle" not in told_on(at_places("back", CONTEXT))


def test_no_page_of_the_end_has_more_than_four_signs_of_a_level(visit: Visit) -> None:
    table = {f"sign-{number}": row("emergency", f"sign {number}") for number in range(9)}
    pages = ending(visit, context_of(structs.replace(COURSE, triage=table), CLINIC))
    counts = [len(b.signs) for page in pages for b in page.blocks if isinstance(b, Advice)]
    assert counts == [3, 3, 3]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("answer", LEVELS)
class TestAnswers:
    def test_the_verdict(self, tmp_path: Path, level: Level, answer: Level) -> None:
        verdict = answered(tmp_path, level, answer).verdict
        assert verdict is not None
        if answer == level:
            assert (verdict.tone, verdict.text) == ("good", "That is right.")
        elif urgency(answer) > urgency(level):
            assert (verdict.tone, verdict.text) == ("safe", "That keeps you safe.")
        else:
            assert (verdict.tone, verdict.text) == ("danger", "You need help faster.")

    def test_enough_care_is_told_why_and_what_to_do(
        self, tmp_path: Path, level: Level, answer: Level
    ) -> None:
        view = answered(tmp_path, level, answer)
        said = heard(*view.blocks)
        if urgency(answer) < urgency(level):
            return
        assert "Why of it." in said
        assert all(words in said for words in WORDS[level])
        assert ("This would be enough" in said) is (answer != level)
        assert view.next is not None
        assert view.next.label.startswith("Next")

    def test_too_little_care_is_told_nothing_that_gives_the_answer_away(
        self, tmp_path: Path, level: Level, answer: Level
    ) -> None:
        view = answered(tmp_path, level, answer)
        if urgency(answer) >= urgency(level):
            return
        said = heard(*view.blocks, *view.hints)
        assert said == "A hint: Think."
        assert view.cites == ()
        everything = heard(*told(view))
        others = {each for each in LEVELS if each != answer}
        assert not any(WORDS[each][0] in everything for each in others)
        assert view.next is not None
        assert view.next.label == "Try again"


def test_whoever_is_unwell_is_told_the_number_and_not_to_drive() -> None:
    first = first_view(CONTEXT)
    for view in (first, help_view(first, CONTEXT)):
        said = heard(*view.blocks)
        assert "call 999" in said
        assert "Do not drive yourself" in said
