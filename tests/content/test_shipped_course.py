"""What the course that ships must never lose: its sources, its safety rules and its measure."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from course import language
from course.content import loader, minutes, prose, wording
from course.content.kinds.figures import (
    CompareFigure,
    DrawingFigure,
    PeopleFigure,
    RangesFigure,
    StepsFigure,
    TableFigure,
)
from course.content.kinds.questions import (
    Choice,
    Estimate,
    Match,
    Order,
    Question,
    Reflect,
    Rows,
    Triage,
)
from course.content.model import ChecklistItem, Course, Module, Page
from course.content.siblings import Siblings
from course.content.signs import Sign
from tests.content.parts import all_pages, all_questions, cited_in, texts_in, words_of

TODAY = datetime.date(2026, 11, 26)

ASKED = {Choice, Estimate, Triage}
"""Kinds of questions of a course that nobody has to sit through for more than the minutes it has:
a choice, a guess, and a story are two presses."""
DRAWN = {DrawingFigure, StepsFigure, TableFigure, PeopleFigure, RangesFigure, CompareFigure}

NEVER_WITHOUT = {
    "stop-anti-inflammatories": {"ask-before-stopping"},
    "eat-first": {"sedation-fasting"},
    "acetaminophen": {"acetaminophen-limit"},
}
"""What is not safe to say alone, and the rules it stands with."""

RULES = {
    r"\b(heat|hot pad|heat packs?)\b": "no-heat-on-numb-skin",
    r"\b(eat|meal)\b": "sedation-fasting",
    r"\b(stop|stopping)\b.*\b(anti-inflammator|ibuprofen|aspirin|blood thinner)": (
        "ask-before-stopping"
    ),
    r"\bacetaminophen\b": "acetaminophen-limit",
    r"\b(sedation|laughing gas|make me sleepy)\b": "sedation-ride-home",
}
"""Words that a page may use only where it cites the rule: a claim can also be made uncited."""

FORBIDDEN = re.compile(
    r"\b(natural(ly)?|cure[sd]?|permanent(ly)?|guarantee[sd]?|miracle|painless|harmless|risk-free"
    r"|100%|always works?|easy to treat|great job|well done|good job)\b|!",
    re.IGNORECASE,
)

NOT_SO = re.compile(r"You may read that [^.]*\.")
"""What is told to be corrected."""

TIME_SPAN = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|ten|a)\s+(days?|weeks?|hours?)\b", re.IGNORECASE
)
STOPPING = re.compile(r"\bstop(s|ped|ping)?\b", re.IGNORECASE)
SAID_BY_A_SOURCE = re.compile(r"^One (source )?says\b")


def told_in(question: Question) -> Iterator[str]:
    """What a question says is so: its wrong options and rows are there to be put right."""
    match question:
        case Choice():
            for option in question.options:
                yield option.because
                if option.right:
                    yield option.text
        case Rows():
            yield from (row.because for row in question.rows)
        case Triage():
            yield from texts_in(question.row)
        case Estimate():
            yield from (each.because for each in question.ranges)
        case Order():
            for step in question.steps:
                yield from (step.text, step.because)
        case Match():
            for pair in question.pairs:
                yield from (pair.right, pair.because)
        case Reflect():
            yield question.model


def tells_when_to_stop(text: str) -> bool:
    """Whether a sentence gives a time for stopping, in no source's name."""
    return any(
        TIME_SPAN.search(sentence) and STOPPING.search(sentence)
        for line in prose.plain(text).split("\n")
        for sentence in re.split(r"(?<=[.?])\s+", line)
        if not SAID_BY_A_SOURCE.search(sentence)
    )


def stated_in(text: str) -> Iterator[str]:
    """Paragraphs and items of lists; the items of a list stand with the sentence before it where
    that one cites for all of them."""
    before = ""
    for block in re.split(r"\n\s*\n", text):
        first, *items = re.split(r"\n(?=- )", f"\n{block}")
        yield first
        leads = first.strip() or before
        for item in items:
            yield f"{leads}\n{item}" if re.search(r":\s*(\[\^[^\]]*\]\s*)*$", leads) else item
        before = block


def asked_at(course: Course, module: Module, place: str) -> list[Question]:
    """The questions of a module that who has all right is asked, by the place of their own shot."""
    spared = Siblings.of(course.modules).spared
    return [
        question
        for question in module.questions
        if (module.id, question.id) not in spared
        and not (isinstance(question, Triage) and is_elsewhere(course.triage[question.sign], place))
    ]


def is_elsewhere(sign: Sign, place: str) -> bool:
    """Whether a sign comes only after shots in other places."""
    return sign.after != "any" and place not in sign.after


def said_on(page: Page) -> str:
    """All words of a page without what the program says itself to whom it is not for."""
    items = tuple(item for item in page.checklist or () if item.unless is None)
    kept = msgspec.structs.replace(page, checklist=items)
    return words_of(kept).replace("\n", " ")


def module_ids(course: Course) -> list[str]:
    return [module.id for module in course.modules]


class TestForm:
    def test_the_course_has_no_problem(self, modules: Path) -> None:
        assert loader.check(modules, TODAY) == []

    def test_seven_modules_that_nobody_may_skip(self, course: Course) -> None:
        assert module_ids(course) == [
            "what-it-is",
            "preparation",
            "the-visit",
            "recovery",
            "risks",
            "evidence-and-cost",
            "is-it-for-me",
        ]
        assert not course.optional

    def test_a_module_has_room_for_its_pages_questions_and_key_points(self, course: Course) -> None:
        for module in course.modules:
            assert 3 <= len(module.pages) <= 12, module.id
            for place in course.places:
                asked = asked_at(course, module, place)
                assert 1 <= len(asked) <= 9, module.id
                assert any(question.key_point for question in asked), module.id

    def test_what_is_asked_last_needs_different_answers(self, course: Course) -> None:
        for place in course.places:
            for module in course.modules:
                asked = asked_at(course, module, place)
                answers = [
                    course.triage[each.sign].level for each in asked if isinstance(each, Triage)
                ]
                assert not any(
                    a == b == c for a, b, c in zip(answers, answers[1:], answers[2:], strict=False)
                ), (module.id, place)
            levels = {
                course.triage[each.sign].level
                for module in course.modules
                for each in asked_at(course, module, place)
                if isinstance(each, Triage)
            }
            assert {"emergency", "now", "home"} <= levels, place

    def test_who_had_shots_near_the_spine_is_asked_of_what_is_for_today(
        self, course: Course
    ) -> None:
        for place in ("neck", "upper-back", "back"):
            levels = [
                course.triage[each.sign].level
                for module in course.modules
                for each in asked_at(course, module, place)
                if isinstance(each, Triage)
            ]
            assert "today" in levels, place

    def test_questions_and_figures_of_each_kind(self, course: Course) -> None:
        asked = {type(question) for question in all_questions(course)}
        drawn = {type(page.figure) for page in all_pages(course) if page.figure}
        assert asked == ASKED
        assert drawn == DRAWN

    def test_the_three_questions_of_the_evaluation_are_of_parts_that_nobody_skips(
        self, course: Course
    ) -> None:
        assert len(course.evaluation) == 3
        for module, name in course.evaluation:
            assert module not in course.optional
            question = course.module(module).question(name)
            assert isinstance(question, Choice)
            assert question.key_point

    def test_the_first_five_parts_take_twenty_minutes(self, course: Course) -> None:
        clock = minutes.Clock(course, language.load("en"))
        assert sum(clock.module(module).seconds for module in course.modules[:5]) <= 1200

    def test_texts_are_short_enough_for_the_smallest_screen(self, course: Course) -> None:
        for page in all_pages(course):
            items = page.checklist or ()
            assert len(items) <= 5, page.id
            assert all(len(prose.plain(item.text)) <= 60 for item in items), page.id
        for question in all_questions(course):
            assert len(question.ask) <= 2 * 68, question.id
            assert all(len(prose.plain(text)) <= 3 * 68 for text in told_in(question)), question.id
        for term in course.glossary:
            assert len(term.says) <= 90, term.term

    def test_the_right_option_cannot_be_told_by_its_length(self, course: Course) -> None:
        choices = [each for each in all_questions(course) if isinstance(each, Choice)]
        longest = [max(each.options, key=lambda option: len(option.text)) for each in choices]
        assert sum(option.right for option in longest) <= len(choices) / 2


class TestSources:
    def test_every_page_with_a_text_cites(self, course: Course) -> None:
        # What only asks for a place, or stands with signs that have their own sources, need not.
        stating = [
            page
            for page in all_pages(course)
            if page.text and not page.your_place and not page.triage
        ]
        assert [page.id for page in stating if not cited_in(page)] == []

    def test_every_number_has_its_source_in_the_same_paragraph(self, course: Course) -> None:
        bare = [
            prose.plain(text)
            for page in all_pages(course)
            for text in wording.of_page(page)
            for block in stated_in(text)
            if re.search(r"\d", prose.plain(block))
            if not prose.cited(block)
            and not prose.cited(page.figure.caption if page.figure else "")
        ]
        assert bare == []

    def test_every_source_and_claim_is_used(self, course: Course) -> None:
        used = cited_in(course.modules)
        for page in all_pages(course):
            if isinstance(page.figure, RangesFigure):
                used |= {bar.source for bar in page.figure.bars}
        claims = [claim for name, claim in course.claims.items() if name in used]
        used |= {name for claim in claims for name in claim.sources}
        used |= {side.source for claim in claims for side in claim.disagree}
        used |= {name for row in course.triage.values() for name in prose.cited(row.why)}
        assert {*course.sources, *course.claims} - used == set()

    def test_sources_were_read_by_the_day_the_course_was_written(self, course: Course) -> None:
        assert all(
            not source.checked or source.checked <= TODAY for source in course.sources.values()
        )

    def test_it_does_not_say_that_a_clinician_has_reviewed_it_in_part(self, course: Course) -> None:
        review = course.review
        known = [each is not None for each in (review.by, review.role, review.on, review.next)]
        assert all(known) or not any(known)


class TestSafety:
    @pytest.mark.parametrize("name", NEVER_WITHOUT)
    def test_what_is_not_safe_alone_is_tied_to_its_rules(self, course: Course, name: str) -> None:
        assert NEVER_WITHOUT[name] <= set(course.claims[name].never_without)
        assert name in cited_in(course.modules)

    @pytest.mark.parametrize("words", RULES)
    def test_a_page_that_speaks_of_it_cites_the_rule(self, course: Course, words: str) -> None:
        spoken_of = [
            page for page in all_pages(course) if re.search(words, said_on(page), re.IGNORECASE)
        ]
        assert spoken_of
        assert [page.id for page in spoken_of if RULES[words] not in cited_in(page)] == []

    def test_no_time_for_stopping_a_medicine_is_an_instruction(self, course: Course) -> None:
        told = [text for page in all_pages(course) for text in texts_in(page)]
        told += [text for question in all_questions(course) for text in told_in(question)]
        assert [text for text in told if tells_when_to_stop(text)] == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Stop the pills three days before.", True),
            ("Two days before, stop taking aspirin. [^healthline]", True),
            ("- Stop ibuprofen 3 days before", True),
            ("One says at least three days. Stop them then.", False),
            ("One source says to stop two days before.", False),
            ("You may say stop at any time.", False),
            ("Do not drive for 24 hours.", False),
        ],
    )
    def test_knows_such_an_instruction(self, text: str, expected: bool) -> None:
        assert tells_when_to_stop(text) is expected

    def test_the_day_to_stop_comes_from_the_clinic(self, course: Course) -> None:
        dated: list[ChecklistItem] = [
            item for page in all_pages(course) for item in page.checklist or () if item.days_before
        ]
        assert [item.days_before for item in dated] == ["clinic.anti_inflammatory_days"]

    def test_a_meal_is_not_for_those_who_will_be_sedated(self, course: Course) -> None:
        meals = [
            item
            for page in all_pages(course)
            for item in page.checklist or ()
            if re.search(r"\b(eat|meal)\b", item.text, re.IGNORECASE)
        ]
        assert meals
        assert all(item.unless == "sedation" for item in meals)

    def test_pages_about_emergencies_say_what_to_do(self, course: Course) -> None:
        levels = {
            page.id: page.triage.level for page in course.module("risks").pages if page.triage
        }
        assert levels == {
            "emergency": "emergency",
            "emergency-more": "emergency",
            "emergency-here": "emergency",
            "call-now": "now",
            "call-today": "today",
        }

    def test_no_word_promises_praises_or_shouts(self, course: Course) -> None:
        texts = [*texts_in(course.modules), *texts_in(course.claims), *texts_in(course.glossary)]
        found = [text for text in texts if FORBIDDEN.search(NOT_SO.sub("", prose.plain(text)))]
        assert found == []

    @pytest.mark.parametrize(
        "text", ["It is all-natural.", "This cures pain.", "Well done", "Help is near!"]
    )
    def test_knows_such_a_word(self, text: str) -> None:
        assert FORBIDDEN.search(text)


class TestWithAnyClinic:
    def test_no_text_has_a_gap_for_what_a_clinic_sets(self, course: Course) -> None:
        for text in texts_in(course.modules):
            plain = prose.plain(text)
            assert not re.search(r"[{}]|\bclinic\.\w|\bnull\b|  +\S", plain), plain
            assert not re.search(r"\(\s*\)|\s[,.;]", plain), plain

    def test_no_text_has_a_telephone_number_but_that_of_poison_help(self, course: Course) -> None:
        """Poison Help has one number for the whole country, and no clinic sets it."""
        for text in texts_in(course.modules):
            told = prose.plain(text).replace("1-800-222-1222", "")
            assert not re.search(r"\b911\b|\d{3}-\d{4}", told), text
