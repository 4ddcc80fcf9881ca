"""What the course that ships must never say alone, promise or leave open."""

import re

import msgspec
import pytest

from course.content import prose
from course.content.model import ChecklistItem, Course, Page
from tests.content.parts import all_pages, all_questions, cited_in, texts_in, told_in, words_of

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


def tells_when_to_stop(text: str) -> bool:
    """Whether a sentence gives a time for stopping, in no source's name."""
    return any(
        TIME_SPAN.search(sentence) and STOPPING.search(sentence)
        for line in prose.plain(text).split("\n")
        for sentence in re.split(r"(?<=[.?])\s+", line)
        if not SAID_BY_A_SOURCE.search(sentence)
    )


def said_on(page: Page) -> str:
    """All words of a page without what the program says itself to whom it is not for."""
    items = tuple(item for item in page.checklist or () if item.unless is None)
    kept = msgspec.structs.replace(page, checklist=items)
    return words_of(kept).replace("\n", " ")


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
