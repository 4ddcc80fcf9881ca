"""Each red flag is on a page and in a story, and the story asks for the action that it needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from course.content.kinds.figures import MapFigure
from course.content.kinds.questions import Care, Triage
from course.content.model import Course
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
        ("back", "weakness in your legs", "numb groin", "cannot pee", "stool"),
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


def test_what_is_an_emergency_at_home_is_one_on_the_page_about_the_clinic_too(
    course: Course,
) -> None:
    page = course.module("the-visit").page("tell-staff")
    told = [line for line in (page.text or "").splitlines() if line.startswith("- ")]
    signs = zip(("breathe", "swollen", "faint"), told, strict=False)
    assert [sign for sign, line in signs if sign not in line] == []
    assert page.callout is not None
    assert "emergency help for the first three, or if your legs grow weak" in " ".join(
        page.callout.text.split()
    )


def test_a_place_on_the_map_tells_the_red_flags_of_that_place(course: Course) -> None:
    figure = course.module("risks").page("the-place").figure
    assert isinstance(figure, MapFigure)
    said = {spot.id: " ".join(spot.text.split()) for spot in figure.spots}
    for place in ("neck", "back", "shoulder"):
        assert "Chest pain, or trouble breathing" in said[place], place
    for place in ("neck", "back"):
        assert "bad headache when you sit up? Call that day" in said[place], place
    for place in ("back", "pelvis"):
        assert "Weak legs" in said[place], place
        assert "numb between the legs" in said[place], place
    for place in ("hand", "hip", "knee"):
        assert "Call now" in said[place], place


def test_the_summary_names_each_sign_of_an_emergency(course: Course) -> None:
    words = words_of(course.module("risks").page("who-to-call")).replace("\n", " ")
    for sign in (
        "chest pain",
        "breathing",
        "swollen face",
        "faint",
        "weak legs",
        "groin",
        "droops",
    ):
        assert sign in words, sign
