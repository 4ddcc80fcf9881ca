"""What the rules that read sentences take for a fault, and what they let pass."""

from pathlib import Path

import pytest

from course.content import loader
from tests.unit.content.course_edits import TODAY, change

WHY = "why: Drink some of it each day."


def codes(folder: Path, text: str) -> set[str]:
    change(folder, "en/one.yaml", WHY, f"why: '{text}'")
    return {each.code for each in loader.findings(folder, TODAY)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The form should be filled in by you. [^book]", "R03"),
        ("The wound was cleaned by the nurse. [^book]", "R03"),
        ("The injection site may be sore. [^book]", "R04"),
        ("It hurt 1 in 10 people. It helped 20 percent. [^book]", "N01"),
        ("46 out of 100 got well, and 12 of 90 did not. [^book]", "N02"),
        ("Out of 100 people, 20 bleed. Of 50 women, 10 bleed. [^book]", "N02"),
        ("It has 0.5 percent salt. [^book]", "N03"),
        ("You pay $200 per visit for 4 visits. [^book]", "N04"),
        ("Each visit costs $200, and you need 4 visits. [^book]", "N04"),
        ("Take 500 mg of acetaminophen every 6 hours. [^book]", "X03"),
        ("You can take two Tylenol pills. [^book]", "X03"),
        ("Adults may take up to 3 grams of acetaminophen a day. [^book]", "X03"),
        ("If you are sore, take acetaminophen once a day. [^book]", "X03"),
        ("Take 500 mg twice a day. [^book]", "X03"),
        ("You should stop aspirin a week before. [^deep] [^swim]", "X03"),
        ("Ask about pills. Stop them two days before. [^deep] [^swim]", "X03"),
        ("Do not take ibuprofen for 2 days. [^book]", "X01"),
        ("Stay off naproxen for 72 hours. [^book]", "X01"),
        ("No aspirin for 7 days before the shot. [^book]", "X01"),
        ("Your last ibuprofen should be 5 days before the shot. [^book]", "X01"),
        ("Some avoid naproxen for 3 days before the shot. [^book]", "X01"),
        ("It is painless. [^book]", "X04"),
        ("There are no risks at all. [^book]", "X04"),
        ("Your face may droop. [^book]", "X02"),
        ("Is your throat swollen? Wait. [^book]", "X02"),
        ("You have chest pains. [^book]", "X02"),
        ("You are not able to breathe. [^book]", "X02"),
        ("Your lips swell. [^book]", "X02"),
        ("Water helps. It costs $5. [^book] Most people like it.", "S06"),
        ("Water is good. [^book] Prices go from $20 to $30.", "S06"),
        ("Water is good. [^book] It takes a week.", "S06"),
        ("Water is good. [^book] It is safe for you.", "S06"),
        ("Water is good. [^book] It can harm your liver.", "S06"),
        ("Water is good. [^book] Half of them had less pain.", "S06"),
    ],
)
def test_fires(sound: Path, text: str, code: str) -> None:
    assert codes(sound, text) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "You will be numbed before the shot. [^book]",
        "It is used in many places. [^book]",
        "You should not need to be put fully to sleep. [^book]",
        "Pain is eased by resting. [^book]",
        "In 2017, 40% said so. [^book]",
        "It costs $1,000 in all. [^book]",
        "It opens at 8.30 am. [^book]",
        "A clinic says to take aspirin for 3 days. [^book]",
        "Rest for 2 days. Do not drive for 24 hours. [^book]",
        "Some doctors ask you to stop aspirin two days before. [^deep] [^swim]",
        "Stop smoking two weeks before. Ask about your pills. [^book]",
        "Avoid heat for 2 days. Then ask about your pills. [^book]",
        "Take it easy for two days. Ask about your pills. [^book]",
        "Bring your list of pills a day before. [^book]",
        "You should be tired by then. [^book]",
        "A fever of 100.4 is a sign. [^book]",
        "Two of 3 studies saw help in 20 of 100 people. [^book]",
        "You pay $200 per visit. It may take 4 weeks. [^book]",
        "Is 2 * 3 more than \\*\\*? [^book]",
        "Ask before you stop a heart pill. [^book]",
        "It is not painless. [^book]",
        "No one can guarantee it. [^book]",
        "Some hope for a cure. [^book]",
        "Do you have chest pain? Get emergency help now. [^book]",
        "Your face swells? Tell the staff right away. [^book]",
        "Water is good. [^book] Is it safe for you?",
        "Water is good. [^book] Ask how safe it is, and if it helps.",
        "Water is good. It takes a week. [^book]",
    ],
)
def test_lets_pass(sound: Path, text: str) -> None:
    assert codes(sound, text) == set()


def test_a_page_teaches_a_story_in_any_words_by_showing_its_sign(sound: Path) -> None:
    story = "A small boy falls into the deep pond, with nobody near him."
    change(sound, "en/more.yaml", story, "Your toddler slips off the jetty.")
    change(sound, "en/more.yaml", "hint: How much time is there?", "hint: Who sees it?")
    change(sound, "en/more.yaml", "page: one/lake", "page: one/at-home")
    assert [each.code for each in loader.findings(sound, TODAY)] == ["Q10"]
    shown = "title: At home\n    triage: {level: emergency}\n    essential: true"
    change(sound, "en/one.yaml", "title: At home", shown)
    # The other story about the sign leads there as well.
    change(sound, "en/one.yaml", "page: lake", "page: at-home")
    assert loader.findings(sound, TODAY) == []
