"""From a folder to a course, or to everything that is wrong with it in any of its files."""

import datetime
import shutil
from pathlib import Path
from typing import get_args

import pytest

from course.content import glossary, loader
from course.content.kinds.figures import Figure
from course.content.kinds.questions import Choice, Question
from course.errors import ContentError, UsageError
from tests.languages import speaking
from tests.marked import mark_as_translated
from tests.paths import TEA
from tests.unit.content.course_edits import change, found

MARKS = "[mmol] [with food] [/b] [@click=app.quit]x[/]"


def test_a_course_on_another_subject() -> None:
    course = loader.load(TEA)
    assert (course.id, course.language, course.title) == ("tea", "en", "A good cup of tea")
    assert [module.id for module in course.modules] == ["making", "keeping", "trying"]
    assert course.optional == {"keeping", "trying"}
    assert course.review.by is None
    questions = [question for module in course.modules for question in module.questions]
    assert {type(question) for question in questions} == set(get_args(Question))
    figures = {type(page.figure) for module in course.modules for page in module.pages}
    assert figures == {type(None), *get_args(Figure)}
    assert set(course.pictures) == {"cup"}
    assert course.claims["steeping-time"].review_by == datetime.date(2099, 12, 31)
    assert course.sources["burns-advice"].year is None
    assert found(TEA) == []


def test_marks_stay_as_they_are_written() -> None:
    course = loader.load(TEA)
    label = course.module("keeping").page("label")
    question = course.module("making").question("cold-water")
    assert isinstance(question, Choice)
    assert label.title.endswith(MARKS)
    assert MARKS in (label.text or "")
    assert question.options[2].text.endswith(MARKS)
    assert course.glossary[2].term == MARKS
    assert (
        course.glossary[2]
        in glossary.first_uses(course.module("keeping"), course.glossary)["label"]
    )


def test_every_fault_of_every_file_at_once(sound: Path) -> None:
    change(sound, "course.yaml", "id: water", "id: W ater")
    change(sound, "sources.yaml", "year: 2020", "year: MMXX")
    change(sound, "claims.yaml", "review_by: 2099", "review-by: 2099")
    change(sound, "glossary/en.yaml", "term:", "-term:")
    change(sound, "en/one.yaml", "[^book]", "[^boook]")
    change(sound, "en/one.yaml", "goal: Know", "gaol: Know")
    change(sound, "en/one.yaml", "right: true, ", "")
    places = [line.split(": ")[0] for line in found(sound)]
    assert places == [
        "claims.yaml:5:3",
        "course.yaml:2:5",
        "en/one.yaml:5:1",
        "en/one.yaml:11:35",
        "en/one.yaml:28:5",
        "glossary/en.yaml:2:3",
        "sources.yaml:5:9",
    ]


@pytest.mark.parametrize(
    "file", ["course.yaml", "sources.yaml", "claims.yaml", "glossary/en.yaml", "en/one.yaml"]
)
def test_a_file_that_is_not_yaml_stops_only_itself(sound: Path, file: str) -> None:
    (sound / file).write_text("a: [", encoding="utf-8")
    other = "sources.yaml" if file != "sources.yaml" else "claims.yaml"
    change(sound, other, "book", "Book")
    assert {line.split(":")[0] for line in found(sound)} >= {file, other}


def test_sources_that_cannot_be_read_are_not_missing_everywhere(sound: Path) -> None:
    (sound / "sources.yaml").write_text("book: [", encoding="utf-8")
    assert [line.split(":")[0] for line in found(sound)] == ["sources.yaml"]


def test_claims_and_glossary_may_be_left_out(sound: Path) -> None:
    (sound / "claims.yaml").unlink()
    shutil.rmtree(sound / "glossary")
    change(sound, "en/one.yaml", "[^deep]", "[^book]")
    change(sound, "en/one.yaml", "[^swim]", "[^book]")
    change(sound, "en/more.yaml", "source: swim", "source: book")
    assert found(sound) == []
    assert loader.load(sound).claims == {}
    assert loader.load(sound).glossary == ()


def test_overdue_claims_and_stray_files_keep_nobody_waiting(sound: Path) -> None:
    change(sound, "claims.yaml", "2099-01-01", "2001-01-01")
    (sound / "en" / "one copy.yaml").write_text("?", encoding="utf-8")
    (sound / "en" / ".one.yaml.yml").write_text("?", encoding="utf-8")
    (sound / "en" / "notes.txt").write_text("?", encoding="utf-8")
    assert loader.load(sound)
    assert [line.split(":")[0] for line in found(sound)] == ["claims.yaml", "en/one copy.yaml"]


def test_a_long_list_of_modules_keeps_nobody_waiting(sound: Path) -> None:
    text = (sound / "en" / "one.yaml").read_text(encoding="utf-8")
    more = [f"more-{number}" for number in range(1, 8)]
    for name in more:
        again = text.replace("id: one", f"id: {name}", 1).replace("id: drink", f"id: {name}")
        (sound / "en" / f"{name}.yaml").write_text(again, encoding="utf-8")
    change(
        sound,
        "course.yaml",
        "[one, more]",
        f"[one, more, {', '.join(more[:-1])}]\nmost_minutes: 60",
    )
    (sound / "en" / "more-7.yaml").rename(sound / "more-7.txt")
    assert found(sound) == []
    (sound / "more-7.txt").rename(sound / "en" / "more-7.yaml")
    change(sound, "course.yaml", "more-6]", "more-6, more-7]")
    assert len(loader.load(sound).modules) == 9
    assert [line.partition(" Make")[0] for line in found(sound)] == [
        "course.yaml:5:10: The course has 9 modules."
    ]


def test_the_last_day_is_not_past(sound: Path) -> None:
    change(sound, "sources.yaml", "2026-11-22", "2098-11-22")
    assert found(sound, datetime.date(2099, 1, 1)) == []
    assert len(found(sound, datetime.date(2099, 1, 2))) == 1


def test_a_misspelt_file_name(sound: Path) -> None:
    (sound / "en" / "one.yaml").rename(sound / "en" / "one.yml")
    assert found(sound) == [
        "course.yaml:5:11: There is no file en/one.yaml for this module. "
        "Rename en/one.yml, or mend the name here.",
        "en/one.yml:1:1: Nothing reads this file. "
        "Mend its name, name it in course.yaml, or move it out of the course.",
    ]


class TestLanguages:
    def test_each_is_loaded_by_itself(self, bilingual: Path) -> None:
        assert found(bilingual) == []
        assert loader.load(bilingual).title == "Water"
        assert loader.load(bilingual, "es").title == "Agua"
        assert loader.load(bilingual, "es").languages == ("en", "es")

    def test_faults_of_one_do_not_stop_the_other(self, bilingual: Path) -> None:
        change(bilingual, "triage.yaml", ", es: Se puede ahogar.", "")
        assert loader.load(bilingual)
        with pytest.raises(ContentError) as caught:
            loader.load(bilingual, "es")
        assert [str(problem) for problem in caught.value.problems] == found(bilingual)
        assert 'There is no text in "es" here. Add "es: "' in found(bilingual)[0]

    def test_a_module_with_faults_is_told_in_the_original(self, bilingual: Path) -> None:
        change(bilingual, "es/one.yaml", "goal: ", "gaol: ")
        spanish, english = loader.load(bilingual, "es"), loader.load(bilingual)
        assert spanish.untranslated == {"one"}
        assert spanish.module("one") == english.module("one")
        assert english.untranslated == frozenset()

    def test_a_claim_that_is_not_told_in_it_borrows_the_modules_that_cite_it(
        self, bilingual: Path
    ) -> None:
        change(bilingual, "claims.yaml", ", es: El agua honda es peligrosa.", "")
        assert loader.load(bilingual, "es").untranslated == {"one"}
        assert 'The claim "deep" has no text in "es".' in found(bilingual)[0]

    def test_without_any_module_it_is_not_offered(self, bilingual: Path) -> None:
        shutil.rmtree(bilingual / "es")
        with pytest.raises(ContentError, match='No module of the course is in "es" yet'):
            loader.load(bilingual, "es")
        assert loader.load(bilingual)

    def test_a_language_that_the_course_is_not_in(self, bilingual: Path) -> None:
        with pytest.raises(UsageError, match=r'not in "fr".*"en", "es"'):
            loader.load(bilingual, "fr")

    def test_one_that_the_interface_does_not_speak(
        self, bilingual: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        speaking(monkeypatch, "en", "fr")
        told = [
            'course.yaml:4:17: The buttons and headings have no words in "es". Bring them along in '
            'language/es.yaml: "prolo translate es words --write FILE" writes a file with all of '
            "them."
        ]
        assert found(bilingual) == told
        with pytest.raises(ContentError) as caught:
            loader.load(bilingual, "es")
        assert [str(each) for each in caught.value.problems] == told
        assert loader.load(bilingual, "en").language == "en"

    def test_english_is_measured_and_no_other_language(self, bilingual: Path) -> None:
        change(bilingual, "es/one.yaml", "Drink some of it each day.", "Hidratation " * 21)
        assert found(bilingual) == []
        change(bilingual, "en/one.yaml", "Drink some of it each day.", "Hydration " * 21)
        mark_as_translated(bilingual)
        assert {line.split(":")[0] for line in found(bilingual)} == {"en/one.yaml"}

    def test_words_of_trick_questions_are_english(self, bilingual: Path) -> None:
        change(bilingual, "es/one.yaml", "Is this water?", "Not so?")
        assert found(bilingual) == []


class TestPictures:
    def test_are_loaded_as_rectangles(self, sound: Path) -> None:
        picture = loader.load(sound).pictures["pond"]
        assert picture.drawing.split("\n") == [
            "  | |        ",
            "~~|~|~~~~~~~~",
            "\\     ><>   /",
            " \\_________/ ",
        ]
        assert [len(line) for line in picture.inks.split("\n")] == [13] * 4
        assert picture.legend["~"] == "quiet"

    def test_blanks_at_the_ends_do_not_matter(self, sound: Path) -> None:
        picture = loader.load(sound).pictures["pond"]
        change(sound, "pictures/pond.yaml", "    | |\n", "    | |    \n")
        change(sound, "pictures/pond.yaml", "    s s\n", "    s s          \n")
        assert loader.load(sound).pictures["pond"] == picture
        change(sound, "pictures/pond.yaml", "  b     mmm   b\n   bbbbbbbbbbb\n", "  b     mmm\n")
        assert loader.load(sound).pictures["pond"].inks.endswith("b     mmm    \n" + " " * 13)

    def test_one_that_no_figure_names(self, sound: Path) -> None:
        shutil.copy(sound / "pictures" / "pond.yaml", sound / "pictures" / "lake.yaml")
        assert found(sound) == [
            "pictures/lake.yaml:1:1: Nothing reads this file. "
            "Mend its name, name it in course.yaml, or move it out of the course."
        ]
        (sound / "en" / "more.yaml").write_text("a: [", encoding="utf-8")
        assert [line.split(":")[0] for line in found(sound)] == ["en/more.yaml"]

    def test_faults_of_one_are_told_once_for_all_figures_and_languages(self, sound: Path) -> None:
        (sound / "pictures" / "pond.yaml").write_text("drawing: [", encoding="utf-8")
        assert [line.split(":")[0] for line in found(sound)] == ["pictures/pond.yaml"]

    def test_names_never_lead_out_of_the_folder(self, sound: Path, tmp_path: Path) -> None:
        (tmp_path / "secret.yaml").write_text("drawing: [", encoding="utf-8")
        change(sound, "en/more.yaml", "fish., file: pond", "fish., file: ../../secret")
        assert [line.split(": ")[0] for line in found(sound)] == ["en/more.yaml:41:113"]


class TestEvaluation:
    def test_are_loaded_as_names(self, sound: Path) -> None:
        named = (("one", "hands"), ("more", "best"))
        assert loader.load(sound).evaluation == named
        assert loader.load(TEA).evaluation == ()

    def test_faulty_files_are_not_said_to_lack_their_questions(self, sound: Path) -> None:
        (sound / "en" / "one.yaml").write_text("a: [", encoding="utf-8")
        assert [line.split(":")[0] for line in found(sound)] == ["en/one.yaml"]

    def test_no_two_have_the_same_id(self, sound: Path) -> None:
        change(sound, "course.yaml", "more/best", "more/hands")
        change(sound, "en/more.yaml", "id: best", "id: hands")
        (line,) = found(sound)
        assert line.startswith('course.yaml:6:25: There is a question "hands" already.')

    @pytest.mark.parametrize("name", ["before", "after"])
    def test_no_module_takes_their_name(self, sound: Path, name: str) -> None:
        change(sound, "course.yaml", "[one, more]", f"[one, more, {name}]")
        text = (sound / "en" / "one.yaml").read_text(encoding="utf-8")
        text = text.replace("id: one", f"id: {name}")
        (sound / "en" / f"{name}.yaml").write_text(text, encoding="utf-8")
        (line,) = found(sound)
        assert line.startswith(f'course.yaml:5:22: No module can be called "{name}"')


def test_module_ids_never_lead_out_of_the_folder(sound: Path) -> None:
    change(sound, "course.yaml", "[one, more]", "[one, more, ../../../../etc/passwd, /etc/passwd]")
    assert [line.split(": ")[0] for line in found(sound)] == [
        "course.yaml:5:22",
        "course.yaml:5:46",
    ]
