"""Each sign of danger is in the table at its level, on a page, and most are in a story."""

from __future__ import annotations

from collections import Counter

import pytest

from course.content import prose
from course.content.kinds.questions import Triage
from course.content.model import Course
from course.content.signs import LEVELS, Level, Sign
from tests.content.parts import all_pages, all_questions, words_of

SPINE = {"neck", "upper-back", "back"}
JOINTS = {"shoulder", "elbow", "hand", "hip", "knee", "foot", "jaw"}
NEAR_THE_SPINE = {*SPINE, "ribs", "pelvis"}
ALL = {*SPINE, *JOINTS, "ribs", "pelvis"}

NET: dict[str, tuple[Level, tuple[str, ...], set[str]]] = {
    "a lung": (
        "emergency",
        ("chest", "each breath stabs"),
        {"neck", "upper-back", "ribs", "shoulder"},
    ),
    "chest or breath, wherever": ("emergency", ("chest", "breathe", "blue or gray lips"), set()),
    "allergy": (
        "emergency",
        ("lips, tongue, face, throat, or neck swell", "swallow", "hives", "faint"),
        set(),
    ),
    "numb between the legs": (
        "emergency",
        ("weak", "leg", "growing numbness", "where you sit", "can't pee", "hold pee or stool"),
        {*NEAR_THE_SPINE},
    ),
    "stroke": (
        "emergency",
        (
            "even if it passes",
            "face",
            "one side weak or numb",
            "room spins",
            "walk, see, or talk well",
        ),
        set(),
    ),
    "cord": (
        "emergency",
        (
            "weak or clumsy arm or leg",
            "lasting or growing numbness or tingling",
            "one or both sides",
            "shock",
            "walk",
        ),
        {*NEAR_THE_SPINE},
    ),
    "cord, and the bladder": (
        "emergency",
        ("shock", "can't pee", "can't hold pee or stool"),
        {*NEAR_THE_SPINE},
    ),
    "blood thinner": (
        "emergency",
        ("blood thinner", "numb", "bad back or neck pain"),
        {*NEAR_THE_SPINE},
    ),
    "germs at the spine": ("emergency", ("a fever or chills, with or without",), {*NEAR_THE_SPINE}),
    "meningitis": ("emergency", ("headache", "fever", "stiff neck", "rash", "seizure"), set()),
    "the worst headache": ("emergency", ("sudden headache", "worst ever"), set()),
    "collapse": (
        "emergency",
        (
            "pass out",
            "can't be woken",
            "seizure",
            "confused",
            "breathe fast with a fever or chills",
        ),
        set(),
    ),
    "a cold limb": ("emergency", ("hand or foot", "cold", "pale", "blue"), set()),
    "a tight limb": ("emergency", ("arm or leg gets tight", "more and more to move"), set()),
    "bleeding": (
        "emergency",
        ("pours", "still bleeds", "pressed", "10 minutes without looking"),
        set(),
    ),
    "numbing drug": ("emergency", ("mouth", "metal", "ears", "twitching"), set()),
    "a joint that is stuck": (
        "emergency",
        ("joint", "hot, swollen, or sore deep down", "can hardly use it", "weeks", "no fever"),
        {*JOINTS, "pelvis"},
    ),
    "a hot spot": ("now", ("hot, red", "pus", "fever", "chills"), ALL),
    "a bruise": ("now", ("bruise", "grows fast"), ALL),
    "a clot": ("now", ("one leg that swells", "calf", "red"), ALL),
    "very bad pain": ("now", ("pain", "very bad"), ALL),
    "numbness that gets worse": ("now", ("weakness", "numbness or tingling that grows"), JOINTS),
    "numbness that stays": ("today", ("numb", "tingling", "hours"), {*JOINTS}),
    "headache": ("today", ("headache", "sit or stand"), SPINE),
    "worse again": ("now", ("worse after day 3", "worse again"), ALL),
    "soreness": ("home", ("sore", "stiff", "small bruise"), set()),
}
"""The safety net: its level, words of the sign, and places after whose shots it may come, if not
after any."""


def row_of(course: Course, name: str) -> Sign:
    level, says, after = NET[name]
    (found,) = (
        row
        for row in course.triage.values()
        if row.level == level
        and all(part in row.sign.lower() for part in says)
        and (row.after == "any" or (after and after <= set(row.after)))
    )
    return found


@pytest.mark.parametrize("name", NET)
def test_it_is_a_row_of_the_table_at_its_level(course: Course, name: str) -> None:
    row = row_of(course, name)
    assert row.after == "any" or set(row.after) <= course.places.keys()
    assert prose.cited(row.why)


@pytest.mark.parametrize("name", NET)
def test_it_is_on_a_page_at_its_level(course: Course, name: str) -> None:
    row = row_of(course, name)
    key = next(key for key, each in course.triage.items() if each == row)
    pages = [page for page in all_pages(course) if page.triage]
    assert any(page.triage.is_shown(key, row) for page in pages if page.triage)


def test_the_table_holds_nothing_else(course: Course) -> None:
    assert {id(row_of(course, name)) for name in NET} == set(map(id, course.triage.values()))


@pytest.mark.parametrize("place", sorted(NEAR_THE_SPINE))
def test_near_the_spine_a_fever_and_new_weakness_are_never_for_a_mere_call(
    course: Course, place: str
) -> None:
    rows = [row for row in course.triage.values() if row.after == "any" or place in row.after]
    urgent = " ".join(row.sign.lower() for row in rows if row.level == "emergency")
    assert "a fever or chills, with or without" in urgent
    assert "weak or clumsy arm or leg" in urgent
    for row in rows:
        if row.level in ("now", "today"):
            said = row.sign.lower().replace("with no fever", "")
            here = said.split("after shoulder, arm, hand, hip, knee, foot, or jaw shots")[0]
            assert "fever" not in here
            assert "weak" not in here


def test_there_are_stories_of_each_level(course: Course) -> None:
    stories = [question for question in all_questions(course) if isinstance(question, Triage)]
    assert {course.triage[story.sign].level for story in stories} == set(LEVELS)
    first = {story.sign: story for story in reversed(stories)}
    assert all(story.key_point for story in first.values())


def test_each_sign_that_cannot_wait_has_two_stories(course: Course) -> None:
    told = Counter(
        question.sign for question in all_questions(course) if isinstance(question, Triage)
    )
    urgent = [name for name, row in course.triage.items() if row.level in ("emergency", "now")]
    assert {name: told[name] for name in urgent if told[name] < 2} == {}


def test_the_course_teaches_the_rules_about_medicines(course: Course) -> None:
    told = " ".join(words_of(course.module("preparation").page("medicines")).split())
    for name in ("aspirin, clopidogrel", "another blood thinner", "prednisone", "ibuprofen"):
        assert name in told
    assert "Not on your own." in told
    assert "Ask its doctor if and when to stop and restart. Tell us" in told


def test_what_may_come_before_one_leaves_is_on_the_page_about_the_clinic_too(
    course: Course,
) -> None:
    page = course.module("the-visit").page("tell-staff")
    assert page.triage is not None
    shown = {name for name, row in course.triage.items() if page.triage.is_shown(name, row)}
    assert shown == {"numbing-drug", "allergic-reaction"}
    assert "Still here? Tell us. Already left?" in words_of(page)
