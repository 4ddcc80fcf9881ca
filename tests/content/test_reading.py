"""The course is easy to read, and the measure that says so can be trusted."""

from statistics import median

import pytest

from course.content import wording
from course.content.model import Course
from tests.content.parts import all_pages
from tests.content.reading import (
    LIMIT,
    Measured,
    Meter,
    Unit,
    all_units_of,
    medicines,
    meter_for,
    meter_of,
    sentences_of,
    syllables_of,
)

LONGEST_SENTENCE = 20
"""In words. The same limit as in plain-language guides for patients."""

HARD = (
    "Prolotherapy purportedly stimulates physiological regeneration of deteriorating"
    " musculoskeletal connective tissue via controlled administration of irritant solutions."
)


def too_hard(meter: Meter, unit: Unit) -> bool:
    return meter.measure(unit.texts).grade > LIMIT


def long_sentences(unit: Unit) -> list[str]:
    return [
        sentence
        for text in unit.texts
        for sentence in sentences_of(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]


class TestTheCourse:
    def test_every_page_question_and_callout_is_at_grade_six_or_lower(self, course: Course) -> None:
        meter = meter_of(course)
        units = list(all_units_of(course))
        assert len(units) > 100
        assert [unit for unit in units if too_hard(meter, unit)] == []

    def test_half_of_the_pages_are_at_grade_five_or_lower(self, course: Course) -> None:
        meter = meter_of(course)
        grades = [
            meter.measure(wording.of_page(page)).grade
            for page in all_pages(course)
            if not page.check
        ]
        assert median(grades) <= 5.0

    def test_no_sentence_is_long(self, course: Course) -> None:
        found = {
            f"{unit.module} {unit.name}": sentences
            for unit in all_units_of(course)
            if (sentences := long_sentences(unit))
        }
        assert found == {}


class TestTheMeasure:
    def test_gives_the_known_grade_of_a_known_sentence(self) -> None:
        # Six words, one sentence, six syllables: 0.39 * 6 + 11.8 * 1 - 15.59.
        assert Meter([]).measure(["The cat sat on the mat."]).grade == pytest.approx(-1.45)

    def test_finds_a_hard_text_hard(self) -> None:
        assert too_hard(Meter(["prolotherapy"]), Unit("m", "page p", (HARD,)))

    def test_finds_a_long_sentence(self) -> None:
        text = "You " + "and you " * 10 + "go."
        assert long_sentences(Unit("m", "page p", (f"Short. {text}",))) == [text]

    def test_counts_each_list_item_as_a_sentence(self) -> None:
        assert Meter([]).measure(["Bring:\n\n- your list\n- your pills"]) == Measured(5, 3, 5)

    def test_leaves_out_citations_and_marks(self) -> None:
        meter = Meter([])
        with_marks = "It is **not** surgery. [^medical-news-today] It is a shot. [^healthline]"
        assert meter.measure([with_marks]) == meter.measure(["It is not surgery. It is a shot."])

    def test_counts_names_as_easy_words_without_shortening_the_sentence(self) -> None:
        named = Meter(["blood thinner", "blood thinners"]).measure(["Take blood thinners daily."])
        assert named == Measured(words=4, sentences=1, syllables=5)

    def test_knows_the_names_of_medicines(self) -> None:
        assert meter_for((), medicines()).measure(["Acetaminophen"]) == Measured(1, 1, 1)

    def test_a_name_inside_a_word_is_no_name(self) -> None:
        assert Meter(["disc"]).measure(["discover"]).syllables == 3

    @pytest.mark.parametrize(
        ("word", "count"),
        [
            ("medicine", 3),
            ("don't", 1),
            ("24", 2),
            ("MRI", 3),
            # Not in the dictionary: counted.
            ("shuffleboarding", 4),
            ("zorple", 2),
            ("blimate", 2),
        ],
    )
    def test_counts_syllables(self, word: str, count: int) -> None:
        assert syllables_of(word) == count

    def test_a_text_without_words_has_no_grade(self) -> None:
        assert Meter([]).measure([]).grade == 0.0
