"""Each red flag is on a page and in a story, and the story asks for the action that it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from course.content.model import Care, Course, Triage
from tests.content.parts import words_of


@dataclass(frozen=True)
class RedFlag:
    """A row of the safety net: words of its page, and the story that asks for it."""

    page: str
    says: tuple[str, ...]
    story: str
    answer: Care


RED_FLAGS = {
    "S01": RedFlag(
        "risks/breathing",
        ("ribs, upper back, neck, or shoulder", "Chest pain", "hard to breathe", "lung"),
        "risks/chest-pain",
        "emergency",
    ),
    "S02": RedFlag(
        "risks/breathing",
        ("Hard to breathe", "swollen face or throat", "hives", "faint", "allergic"),
        "risks/swollen-face",
        "emergency",
    ),
    "S03": RedFlag(
        "risks/nerves",
        ("back", "weak legs", "numb groin", "cannot pee", "stool"),
        "risks/numb-groin",
        "emergency",
    ),
    "S04": RedFlag(
        "risks/nerves",
        ("neck", "One side is weak or numb", "face droops", "see or speak"),
        "risks/face-droops",
        "emergency",
    ),
    "S05": RedFlag(
        "risks/call-now",
        ("hot, red", "swollen", "fever or chills", "cannot move or put weight on"),
        "recovery/hot-knee",
        "call",
    ),
    "S06": RedFlag(
        "risks/same-day",
        ("bad headache", "spine", "sit or\nstand up"),
        "risks/headache",
        "call",
    ),
    "S07": RedFlag(
        "risks/call-now",
        ("Bleeding that will not stop", "bruise that grows fast"),
        "recovery/bleeding",
        "call",
    ),
    "S08": RedFlag(
        "risks/same-day",
        ("numbness, tingling, or weakness", "does not fade in\nhours"),
        "risks/tingling",
        "call",
    ),
}

URGENT = re.compile(r"emergency|call|help now", re.IGNORECASE)


def _named(name: str) -> tuple[str, str]:
    module, _, item = name.partition("/")
    return module, item


@pytest.mark.parametrize("row", RED_FLAGS)
def test_it_is_on_a_page_that_says_what_to_do(course: Course, row: str) -> None:
    module, page = _named(RED_FLAGS[row].page)
    words = " ".join(words_of(course.module(module).page(page)).split())
    for part in RED_FLAGS[row].says:
        assert " ".join(part.split()) in words, part
    assert URGENT.search(words)


@pytest.mark.parametrize("row", RED_FLAGS)
def test_a_story_asks_for_the_action_of_its_row(course: Course, row: str) -> None:
    module, name = _named(RED_FLAGS[row].story)
    story = course.module(module).question(name)
    assert isinstance(story, Triage)
    assert story.answer == RED_FLAGS[row].answer
    assert story.key_point
    page = course.module(module).page(story.page)
    assert URGENT.search(words_of(page))


@pytest.mark.parametrize("row", RED_FLAGS)
def test_too_little_care_is_told_to_act(course: Course, row: str) -> None:
    module, name = _named(RED_FLAGS[row].story)
    story = course.module(module).question(name)
    assert isinstance(story, Triage)
    assert URGENT.search(story.because.home)
    if story.answer == "emergency":
        assert "emergency help now" in story.because.call


def test_a_story_ends_well_at_home_too(course: Course) -> None:
    stories = [
        question
        for module in course.modules
        for question in module.questions
        if isinstance(question, Triage)
    ]
    assert {story.answer for story in stories} == {"emergency", "call", "home"}
    assert len(stories) == len(RED_FLAGS) + 1


def test_the_course_teaches_the_rules_about_medicines(course: Course) -> None:
    told = " ".join(words_of(course.module("preparation").page("medicines")).split())
    for name in ("Aspirin or clopidogrel", "Blood thinners", "Steroid tablets"):
        assert name in told
    assert "Never stop a medicine that a doctor told you to take without asking" in told
