"""What the course that ships must never lose: its sources, its safety rules and its measure."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

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
from course.content.kinds.questions import Choice, Estimate, Question, Triage
from course.content.model import Course, Module
from course.content.siblings import Siblings
from course.content.stories import concerns
from tests.content.parts import all_pages, all_questions, cited_in, told_in

TODAY = datetime.date(2026, 11, 27)

ASKED = {Choice, Estimate, Triage}
"""Kinds of questions of a course that nobody has to sit through for more than the minutes it has:
a choice, a guess, and a story are two presses."""
DRAWN = {DrawingFigure, StepsFigure, TableFigure, PeopleFigure, RangesFigure, CompareFigure}


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
        if (module.id, question.id) not in spared and concerns(question, course.triage, place)
    ]


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
