"""What `check` says to authors of texts that can be shown: sources, safety and reading."""

from pathlib import Path

import pytest

from course.content import prose, reading, syllables, wording
from course.content.loader import load
from tests.unit.content import syllable_table
from tests.unit.content.course_edits import change, found

PARAGRAPH = "Water makes your hands wet. [^book]"
WHY = "why: Drink some of it each day."


def said(sound: Path) -> list[str]:
    return [line.partition(": ")[2] for line in found(sound)]


class TestSources:
    @pytest.mark.parametrize(
        "text",
        [
            "Drink some water.",
            "When do you drink? How much?",
            "If you feel dizzy, drink.",
            "Please ask. Then write it down.",
            "Don't wait. Always call the clinic.",
            "This course cannot see you. Staff can.",
            "Our sources do not agree on this.",
            "Look out for these:",
        ],
    )
    def test_what_states_nothing_needs_none(self, sound: Path, text: str) -> None:
        change(sound, "en/one.yaml", WHY, f'why: "{text}"')
        assert found(sound) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Water is wet.",
            "Drink some water. It keeps you well.",
            "Your hands get wet, so ask for a towel.",
            "You will be wet.",
            "Asking helps.",
        ],
    )
    def test_what_states_something_needs_one(self, sound: Path, text: str) -> None:
        change(sound, "en/one.yaml", WHY, f'why: "{text}"')
        (line,) = said(sound)
        assert line.startswith("This text states something and cites no source.")
        change(sound, "en/one.yaml", f'why: "{text}"', f'why: "{text} [^book]"')
        assert found(sound) == []

    def test_a_list_may_cite_in_the_line_before_it_or_in_an_item(self, sound: Path) -> None:
        change(sound, "en/one.yaml", PARAGRAPH, "What does it do?")
        assert len(found(sound)) == 1
        change(sound, "en/one.yaml", "- It flows", "- It flows [^book]")
        assert found(sound) == []

    def test_a_list_of_things_to_do_needs_none(self, sound: Path) -> None:
        change(sound, "en/one.yaml", PARAGRAPH, "Is this your plan?")
        change(sound, "en/one.yaml", "- It flows", "- Drink some water")
        assert [line.split(": ")[0] for line in found(sound)] == ["en/one.yaml:13:9"]
        change(sound, "en/one.yaml", "- It **falls**", "- **Keep** dry")
        assert found(sound) == []

    def test_things_to_bring_need_none_unless_they_are_sentences(self, sound: Path) -> None:
        change(sound, "en/one.yaml", PARAGRAPH, "Come soon. Bring these:")
        change(sound, "en/one.yaml", "- It flows", "- Your pills")
        change(sound, "en/one.yaml", "- It **falls**", "- A towel")
        assert found(sound) == []
        change(sound, "en/one.yaml", "- A towel", "- A towel. You get wet.")
        assert [line.split(": ")[0] for line in found(sound)] == ["en/one.yaml:13:9"]

    def test_a_page_that_loses_all_its_sources_is_found(self, sound: Path) -> None:
        path = sound / "en" / "more.yaml"
        text = path.read_text(encoding="utf-8").replace(" [^book]", "")
        path.write_text(text, encoding="utf-8")
        assert [line.split(":")[1] for line in found(sound)] == ["10", "23", "33", "41", "46"]

    def test_a_caption_without_a_full_stop_is_a_name(self, sound: Path) -> None:
        change(sound, "en/more.yaml", "A pond from the side. [^book]", "A pond from the side")
        assert found(sound) == []

    def test_faulty_texts_are_told_for_their_faults_alone(self, sound: Path) -> None:
        change(sound, "en/one.yaml", WHY, 'why: "Water is `wet`."')
        (line,) = said(sound)
        assert line.startswith("Code cannot stand")

    def test_the_caption_of_a_figure_is_read_last(self, sound: Path) -> None:
        figures = [page.figure for page in load(sound).module("more").pages if page.figure]
        assert len({type(figure) for figure in figures}) == 5
        for figure in figures:
            *_, caption = wording.of_figure(figure)
            assert caption == figure.caption


class TestExactTexts:
    @pytest.mark.parametrize(
        "text",
        [
            "[mmol] [with food] [/b] [@click=app.quit]x[/]",
            "2 * 3 * 4 and a*b*c",
            "a_b_c and [^] and [^A b]",
            "* and * alone",
            "rabbit* and hare*",
        ],
    )
    def test_brackets_and_lone_stars_stay_legal(self, sound: Path, text: str) -> None:
        change(sound, "en/one.yaml", "It keeps them dry", f'"{text}"')
        assert found(sound) == []

    @pytest.mark.parametrize("mark", ["**wet**", "a ** b", "*wet*", "(*wet hands*)", "[^book]"])
    def test_marks_are_not(self, sound: Path, mark: str) -> None:
        change(sound, "en/one.yaml", "It keeps them dry", f'"See: {mark}"')
        (line,) = said(sound)
        assert line.startswith("This text is shown exactly as it is written, with the ")


class TestSafety:
    @pytest.mark.parametrize(
        ("text", "fires"),
        [
            ("Stop your pills three days before.", True),
            ("Go without aspirin for a week.", True),
            ("Stop ibuprofen 2 to 3 days before.", True),
            ("Stop your pills when your doctor says so.", False),
            ("Stop at the lake for two days.", False),
            ("Take your pills for three days.", False),
        ],
    )
    def test_a_time_for_stopping_a_medicine(self, sound: Path, text: str, fires: bool) -> None:
        change(sound, "en/one.yaml", WHY, f"why: {text}")
        problems = [line for line in said(sound) if line.startswith("This names a time for")]
        assert len(problems) == fires

    def test_the_medicine_may_be_named_elsewhere_on_the_page(self, sound: Path) -> None:
        change(sound, "en/one.yaml", "- It flows", "- It flows over your pills")
        change(sound, "en/one.yaml", WHY, "why: Stop them two days before.")
        (line,) = found(sound)
        assert line.startswith("en/one.yaml:15:20: This names a time")

    @pytest.mark.parametrize("cited", ["deep", "swim"])
    def test_either_end_of_a_tie_will_do(self, sound: Path, cited: str) -> None:
        text = "why: Stop your pills two days before."
        change(sound, "en/one.yaml", WHY, f"{text} [^{cited}]")
        assert not any("This names a time" in line for line in said(sound))


class TestReading:
    def test_terms_of_the_glossary_and_medicines_are_easy(self, sound: Path) -> None:
        change(sound, "en/one.yaml", WHY, "why: Take acetaminophen, naproxen and clopidogrel.")
        assert found(sound) == []
        change(sound, "en/one.yaml", "clopidogrel", "electrocardiographical dehydration")
        assert len(found(sound)) == 1
        change(sound, "glossary/en.yaml", "[flows]", "[electrocardiographical, dehydration]")
        assert found(sound) == []

    def test_the_words_that_make_it_hard_are_named(self, sound: Path) -> None:
        change(sound, "en/one.yaml", WHY, "why: Avoid dehydration immediately. Keep hydrated.")
        (line,) = said(sound)
        assert line.endswith('Long words: "immediately", "dehydration", "hydrated".')

    def test_every_sentence_is_counted_by_itself(self, sound: Path) -> None:
        short = "Drink it, and drink it, and drink it, and drink it now."
        change(sound, "en/one.yaml", WHY, f'why: "{short} {short}"')
        assert found(sound) == []
        change(sound, "en/one.yaml", f"{short} {short}", f"{short} Do {short.lower()[:-1]} {short}")
        assert [line.split(": ")[0] for line in found(sound)] == ["en/one.yaml:15:67"]

    def test_loading_a_course_does_not_measure_it(self, sound: Path) -> None:
        change(sound, "en/one.yaml", WHY, "why: " + "Immediately " * 30)
        assert load(sound)


class TestSyllables:
    def test_the_table_is_what_the_dictionary_gives(self) -> None:
        assert syllables.TABLE.read_text(encoding="ascii") == syllable_table.table()

    def test_every_word_is_heard_as_the_dictionary_hears_it(self) -> None:
        heard = syllable_table.heard()
        assert len(heard) > 120_000
        assert [word for word, count in heard.items() if syllables.count(word) != count] == []

    @pytest.mark.parametrize(
        ("word", "count"),
        [
            ("don\u2019t", 1),
            ("24", 2),
            ("PRP", 3),
            ("STOP", 1),
            ("MRI", 3),
            ("zorple", 2),
            ("X", 1),
        ],
    )
    def test_other_words(self, word: str, count: int) -> None:
        assert syllables.count(word) == count

    def test_a_known_grade(self) -> None:
        # Six words, one sentence, six syllables: 0.39 * 6 + 11.8 * 1 - 15.59.
        measured = reading.Meter([]).measure(["The cat sat on the mat."])
        assert measured.grade == pytest.approx(-1.45)
        assert prose.plain("The cat.") == "The cat."
