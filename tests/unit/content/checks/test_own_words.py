"""`vocabulary.yaml`: what a course adds to the words of the rules, and what it takes away."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.checks import runner
from course.content.checks.danger import Danger
from course.content.checks.doses import Dosing
from course.content.checks.words.own import OwnWords, Without, with_own
from course.content.checks.words.phrases import variants
from tests.unit.content.course_edits import TODAY, change, found

WHY = "why: Drink some of it each day."


def write(folder: Path, text: str) -> None:
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [each.code for each in loader.findings(folder, TODAY)]


def test_a_medicine_that_is_added_is_one(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, 'why: "Take two drops of aquavit each day. [^book]"')
    assert codes(sound) == []
    write(sound, "en: {medicines: [aquavit]}\n")
    assert codes(sound) == ["X03"]


def test_a_danger_sign_that_is_added_asks_for_help(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, 'why: "Your hands are purple. [^book]"')
    assert codes(sound) == []
    write(sound, "en: {danger_signs: [hands are purple]}\n")
    assert codes(sound) == ["X02"]


def test_an_instruction_that_is_added_needs_no_source(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, 'why: "Dowse the lake."')
    assert codes(sound) == ["S05"]
    write(sound, "en: {instructions: [dowse]}\n")
    assert codes(sound) == []


def test_a_hard_word_can_be_added_and_a_known_one(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, 'why: "Ask the physician about limnology."')
    assert codes(sound) == ["R04"]
    write(sound, "en: {plain: {Limnology: what is known of lakes}, known: [physician]}\n")
    (line,) = found(sound)
    assert "Say: what is known of lakes." in line


def test_what_is_taken_away_needs_a_reason(sound: Path) -> None:
    write(sound, "en: {without: [{word: chest pain, from: danger_signs}]}\n")
    assert codes(sound) == ["F02"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "en: {without: [{word: chest pian, from: danger_signs, because: So.}]}\n",
            '1:23: "chest pian" is not among the danger_signs of "en". Did you mean "chest pain"?',
        ),
        ("en: {medicines: [Tylenol]}\n", '1:18: The program knows "Tylenol" already.'),
        ("fr: {medicines: [doliprane]}\n", '1:5: The course is not in "fr".'),
    ],
)
def test_what_changes_nothing_is_told(sound: Path, text: str, said: str) -> None:
    write(sound, text)
    (line,) = found(sound)
    assert line.startswith(f"vocabulary.yaml:{said}")


def test_only_the_way_to_say_it_goes_that_is_taken_away() -> None:
    gone = Without(word="weak legs", kind="danger_signs", because="All have them.")
    words = with_own(runner.vocabulary("en"), OwnWords(without=(gone,))).get(Danger)
    assert words is not None
    assert not words.sign.search("You have weak legs.")
    assert words.sign.search("You have new weak legs.")


def test_a_brand_stays_a_medicine_when_another_name_of_it_goes() -> None:
    gone = Without(word="senna", kind="medicines", because="A tea of ours is called so.")
    words = with_own(runner.vocabulary("en"), OwnWords(without=(gone,))).get(Dosing)
    assert words is not None
    assert not words.medicine.search("senna")
    assert words.medicine.search("Senokot")


def test_each_way_to_say_a_phrase() -> None:
    assert [*variants("cannot/can't (even) breathe")] == [
        "cannot breathe",
        "cannot even breathe",
        "can't breathe",
        "can't even breathe",
    ]


def test_the_reviewer_is_shown_what_is_not_taken_for_a_danger(sound: Path) -> None:
    write(sound, "en: {without: [{word: chest pain, from: danger_signs, because: So.}]}\n")
    under = loader.under_review(sound)
    assert [each.word for each in under.without] == ["chest pain"]
    assert under.now["vocabulary"] == "danger_signs: chest pain: So."
