"""What tells a reader to do too little for a danger sign, and what does not."""

from pathlib import Path

import pytest

from course.content import loader
from tests.unit.content.course_edits import TODAY, change

TABLE = """
chest:
  sign: {en: "Your chest hurts, or it is hard to breathe"}
  level: emergency
  why: {en: A lung may have collapsed.}
  sources: [deep]
joint:
  sign: {en: "A hot joint, or a fever"}
  level: now
  why: {en: It may be infected.}
  sources: [book]
meningitis:
  sign: {en: "A headache with a stiff neck"}
  level: emergency
  why: {en: There may be an infection.}
  sources: [book]
headache:
  sign: {en: "A headache that is worse when you sit up"}
  level: today
  why: {en: Some fluid may leak.}
  sources: [book]
"""
PAGE = "why: Drink some of it each day."
LAKE = "    text: Deep water is dangerous. [^deep] Learn to swim. [^swim]\n"
ROW = "{text: Sand, answer: no, because: Sand is dry.}"


@pytest.fixture
def course(sound: Path) -> Path:
    path = sound / "triage.yaml"
    path.write_text(path.read_text(encoding="utf-8") + TABLE, encoding="utf-8")
    return sound


def faults(course: Path) -> list[str]:
    """What the rule says."""
    found = loader.findings(course, TODAY)
    return [each.what for each in found if each.code == "X08"]


def on_a_page(course: Path, *lines: str) -> list[str]:
    text = "".join(f"      {line}\n" for line in lines)
    change(course, "en/one.yaml", LAKE, f"    text: |\n{text}")
    return faults(course)


@pytest.mark.parametrize(
    "text",
    [
        "Chest pain? Rest at home and call no one.",
        "Chest pain? Wait until the next day.",
        "If your chest hurts, rest.",
        "If your chest hurts, call us.",
        "Wait if it is hard to breathe.",
        "Is it hard to breathe? See if it goes away. Then call 911.",
        "You may wait with chest pain.",
        "Call your clinic in the morning if your chest hurts.",
        "Call today: chest pain, or a headache.",
        "A fever? Call us tomorrow.",
        "A hot joint? Call your doctor the same day.",
        "A headache? Sleep, and it will pass.",
        "Chest pain is common. You can stay home.",
    ],
)
def test_too_little_is_found(course: Path, text: str) -> None:
    assert len(on_a_page(course, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Chest pain? Call 911. Do not wait.",
        "If your chest hurts, call 911, then wait for the ambulance.",
        "Chest pain: get emergency help. Then rest when you are home.",
        "Waiting with chest pain is not safe.",
        "You have no fever? Rest.",
        "Without a fever, rest.",
        "A fever? Call us.",
        "A fever? Call now, day or night.",
        "A headache? Call us today.",
        "A headache? Get emergency help.",
        "Emergency: chest pain. Rest is for a sore knee.",
        "Call 911 for chest pain. Call us today for a headache.",
        "Rest if you are sore. Chest pain? Call 911.",
        "Some people wait with chest pain. That is dangerous.",
        "Tell us if you had chest pain last year.",
        "Drink. Rest. Ask us at your next visit.",
    ],
)
def test_what_is_enough_or_speaks_of_something_else_passes(course: Path, text: str) -> None:
    assert on_a_page(course, text) == []


def test_what_stands_before_a_list_holds_for_its_items(course: Path) -> None:
    said = on_a_page(course, "Call us today for these:", "", "- A headache", "- Chest pain")
    assert said == ['This is less than triage.yaml says for "Chest pain": emergency.']


def test_a_title_holds_for_its_page(course: Path) -> None:
    change(course, "en/one.yaml", "title: At the lake", "title: Call us today")
    assert on_a_page(course, "- A headache", "- Chest pain") != []


def test_an_item_that_says_more_than_the_words_before_its_list_passes(course: Path) -> None:
    lines = ("Call us today for these:", "", "- A headache", "- Chest pain? Call 911.")
    assert on_a_page(course, *lines) == []


def test_the_least_urgent_row_of_a_sign_counts(course: Path) -> None:
    assert on_a_page(course, "A headache? Call us today.") == []


def test_a_sentence_is_held_to_the_rows_of_the_claim_that_it_cites(course: Path) -> None:
    (said,) = on_a_page(course, "Rest for a day if you feel odd. [^deep] [^swim]")
    assert said == 'This is less than triage.yaml says for "deep": emergency.'


def test_an_answer_is_held_to_the_sign_of_its_question(course: Path) -> None:
    change(
        course,
        "en/one.yaml",
        "ask: What does water do to your hands?",
        "ask: Your chest hurts. What do you do to your hands?",
    )
    assert faults(course) == []
    change(course, "en/one.yaml", "because: Water is wet.", "because: Rest for a day.")
    (said,) = faults(course)
    assert said == 'This is less than triage.yaml says for "chest hurts": emergency.'


def test_a_row_is_held_to_its_own_sign(course: Path) -> None:
    change(course, "en/one.yaml", ROW, "{text: Chest pain, answer: no, because: Call us today.}")
    assert len(faults(course)) == 1


def test_what_a_wrong_answer_says_is_there_to_be_put_right(course: Path) -> None:
    change(course, "en/one.yaml", "text: It keeps them dry", "text: You can wait with chest pain")
    assert faults(course) == []


def test_a_page_with_rows_says_nothing_less_of_its_own(course: Path) -> None:
    change(
        course,
        "en/one.yaml",
        "title: At the lake\n",
        "title: At the lake\n    triage: {level: now}\n",
    )
    assert faults(course) == []
    change(course, "en/one.yaml", "Stay near the shore.", "Call us tomorrow.")
    assert faults(course) == ["The signs that this page shows need more than that: now."]


@pytest.mark.parametrize("text", ["If it gets worse, call 911.", "Then rest.", "Call us."])
def test_a_page_with_rows_may_say_to_do_more(course: Path, text: str) -> None:
    change(
        course,
        "en/one.yaml",
        "title: At the lake\n",
        "title: At the lake\n    triage: {level: now}\n",
    )
    change(course, "en/one.yaml", "Stay near the shore.", f'"{text}"')
    assert faults(course) == []
