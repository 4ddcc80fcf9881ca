"""Every kind of block in words."""

import pytest

from course import language
from course.content import prose
from course.content.kinds.figures import (
    Bar,
    DrawingFigure,
    Figure,
    Group,
    Label,
    MapFigure,
    PeopleFigure,
    Point,
    RangesFigure,
    Spot,
    Step,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)
from course.content.model import Term
from course.speech.spoken import lines, spoken
from course.speech.telling import Said, card_text, tell
from course.views.model import (
    BigDigits,
    Block,
    Box,
    Card,
    Drawing,
    Heading,
    Note,
    Plain,
    Terms,
    Text,
    View,
)
from course.views.press import Pick

WORDS = language.load("en")
TOLD = "What it shows. [^b]"
ALT = "A line that goes up."
FIGURES: list[Figure] = [
    StepsFigure(caption=TOLD, alt=ALT, steps=(Step(label="x", text="y [^a]"),) * 2),
    TimelineFigure(caption=TOLD, alt=ALT, points=(Point(at="1", label="x", text="y [^a]"),) * 2),
    RangesFigure(
        caption=TOLD, alt=ALT, unit="$", bars=(Bar(label="x", start=1, end=2, source="a"),) * 2
    ),
    TableFigure(caption=TOLD, alt=ALT, columns=("x", "y"), rows=(("p", "q [^a]"),)),
]
BARE: list[Figure] = [
    PeopleFigure(caption=TOLD, alt=ALT, of=100, groups=(Group(label="x", count=3),)),
    DrawingFigure(caption=TOLD, alt=ALT, file="knee"),
    # What its labels say is in its alternative text, and is not said twice.
    DrawingFigure(caption=TOLD, alt=ALT, file="knee", parts=(Label(at=(1, 2), text="Line"),)),
    MapFigure(
        caption=TOLD, alt=ALT, file="knee", spots=(Spot(id="s", x=1, y=1, label="l", text="t"),) * 2
    ),
]


def texts(*blocks: Block, **numbers: int) -> list[str]:
    return [f"{s.lead} {s.text}".strip() for group in tell(blocks, WORDS, numbers) for s in group]


def inlines(text: str) -> tuple[prose.Inline, ...]:
    return prose.parse_inline(text).inlines


def test_headings_and_plain_texts_are_their_words() -> None:
    assert texts(Heading("H"), Plain("P", strong=True)) == ["H", "P"]


def test_lists_keep_their_dashes_and_numbers_and_stand_together() -> None:
    groups = tell([Text(prose.parse("Take:\n\n- **one**\n- *two*\n\n1. a\n2. b"))], WORDS, {})
    assert groups == [
        (Said("Take:"),),
        (Said("one", "-"), Said("two", "-")),
        (Said("a", "1."), Said("b", "2.")),
    ]


def test_sources_are_named_only_where_they_have_a_number() -> None:
    text = Text(prose.parse("It is not surgery. [^a] [^b] They go in [^a], too."))
    assert texts(text) == ["It is not surgery. They go in, too."]
    assert texts(text, a=1, b=2) == [
        "It is not surgery. (source 1) (source 2) They go in (source 1), too."
    ]


def test_labels_stand_before_what_they_introduce() -> None:
    box = Box("warning", "Take care", inlines("It is *hot*. [^a]"))
    assert texts(box) == ["Take care: It is hot."]
    assert texts(Note("Why?", inlines("So."))) == ["Why? So."]
    assert texts(Note("1  A title.", inlines("By them."))) == ["1 A title. By them."]


def test_terms_are_told_one_by_one() -> None:
    terms = Terms((Term(term="ligament", says="A band."), Term(term="disc", says="A cushion.")))
    assert texts(terms) == ["ligament: A band.", "disc: A cushion."]
    assert texts(Terms(())) == []


def test_a_code_is_told_digit_by_digit() -> None:
    assert texts(BigDigits("482 719 360")) == ["4 8 2, 7 1 9, 3 6 0"]


@pytest.mark.parametrize("figure", [*FIGURES, *BARE], ids=lambda figure: type(figure).__name__)
def test_a_figure_is_told_by_its_caption_and_its_words(figure: Figure) -> None:
    assert texts(Drawing(figure)) == ["Picture: What it shows.", ALT]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_the_sources_of_a_figure_stand_behind_its_words(figure: Figure) -> None:
    told = texts(Drawing(figure), a=1, b=2)
    assert told == ["Picture: What it shows.", f"{ALT} (source 1) (source 2)"]


def test_marks_of_the_screen_become_words_or_nothing() -> None:
    assert texts(Plain("\u2713 Done \u2192 \u25b8 next \u2588 5 \u2265 3, 20 \u00b0C, \u00e9")) == [
        "Done next 5 \u2265 3, 20 \u00b0C, \u00e9"
    ]
    assert texts(Plain("a\x1b[2Jb\x07")) == ["a [2Jb"]


def test_the_state_of_a_card_is_a_word() -> None:
    assert card_text(Card(Pick("a"), "Eat", mark="open"), WORDS) == "Eat"
    assert card_text(Card(Pick("a"), "Eat", mark="done"), WORDS) == "Eat (done)"
    assert card_text(Card(Pick("a"), "Eat", mark="done", ticks=True), WORDS) == "Eat (picked)"
    picked = Card(Pick("a"), "Eat", "your number 2", mark="picked")
    assert card_text(picked, WORDS) == "Eat (your number 2)"
    assert card_text(Card(Pick("a"), "Eat", "Started, 4 minutes", "open"), WORDS) == (
        "Eat (Started, 4 minutes)"
    )


def test_a_view_is_spoken_with_what_there_is_to_choose_from() -> None:
    view = View(
        layout="page",
        section="Section",
        title="A question",
        blocks=(
            Text(prose.parse("1. One [^a]\n2. Two")),
            Plain("What now?", strong=True),
        ),
        cards=tuple(Card(Pick(str(n)), f"Card {n}") for n in range(1, 13)),
    )
    assert spoken(view, WORDS).split("\n") == [
        "A question.",
        "1. One.",
        "2. Two.",
        "What now?",
        *(f"{n}: Card {n}." for n in range(1, 9)),
        "Slash: Card 9.",
        "Minus: Card 10.",
        "Plus: Card 11.",
        "Card 12.",
    ]


def test_money_numbers_to_call_and_addresses_are_spoken_as_people_say_them() -> None:
    def said(text: str) -> str:
        return spoken(View(layout="page", section="", blocks=(Plain(text),)), WORDS)

    assert said("It costs $250 to $1,000.") == "It costs 250 dollars to 1,000 dollars."
    assert said("Call 555-0100 now") == "Call 5 5 5, 0 1 0 0 now."
    assert said("Call 212-555-0100.") == "Call 2 1 2, 5 5 5, 0 1 0 0."
    assert said("See https://www.guys.uk/a/b?c=1.") == "See guys.uk."
    assert said("10 mg") == "10 mg."
    assert said("Call 1-800-222-1222") == "Call 1, 8 0 0, 2 2 2, 1 2 2 2."
    assert said("Read on 2026-11-22") == "Read on November 22, 2026."
    assert said("Read on 2026-13-22") == "Read on 2026-13-22."


def test_what_stands_in_many_lines_is_a_phrase_of_its_own() -> None:
    view = View(
        layout="page",
        section="",
        title="A question",
        blocks=(
            Text(prose.parse("1. One\n2. Two")),
            Note("3b  A trial of tea.", prose.verbatim("By them.")),
            Note("3", prose.verbatim("Tea helps.")),
            Plain("12 studies found nothing."),
        ),
        cards=(Card(Pick("a"), "Milk", "chosen before"), Card(Pick("b"), "Sugar", mark="done")),
    )
    assert [line.phrases for line in lines(view, WORDS)] == [
        ("A question.",),
        ("1.", "One."),
        ("2.", "Two."),
        ("3b.", "A trial of tea. By them."),
        ("3.", "Tea helps."),
        ("12 studies found nothing.",),
        ("1.", "Milk.", "Chosen before."),
        ("2.", "Sugar.", "Done."),
    ]
