"""A translation beside its original: the same parts, the same numbers, and of today's text."""

from pathlib import Path

import pytest

from course.content import loader
from tests.marked import mark_as_translated
from tests.unit.content.course_edits import TODAY, change

WHY = "Drink some of it each day."


def told(folder: Path) -> list[str]:
    return [f"{each.code} {each.file}:{each.line}" for each in loader.findings(folder, TODAY)]


@pytest.mark.parametrize(
    ("english", "spanish", "same"),
    [
        ("Drink 8 of 10.", "Beba 8 de 10.", True),
        ("Drink 8 of 10.", "De 10 beba 8.", True),
        ("Drink 1,000 a day.", "Beba 1.000 al dia.", True),
        ("Drink 1,000 a day.", "Beba 1 000 al dia.", True),
        ("Drink 8 of 10.", "Beba 8 de 100.", False),
        ("Drink 8 of 10.", "Beba ocho de 10.", False),
        ("Drink 8 and 8.", "Beba 8.", False),
    ],
)
def test_numbers(bilingual: Path, english: str, spanish: str, same: bool) -> None:
    change(bilingual, "en/one.yaml", WHY, english)
    change(bilingual, "es/one.yaml", WHY, spanish)
    mark_as_translated(bilingual)
    assert [line.split(":")[0] for line in told(bilingual)] == [
        *([] if same else ["L04 es/one.yaml"])
    ]


@pytest.mark.parametrize(("here", "there"), [("to: 5", "to: 50"), ("count: 80", "count: 90")])
def test_numbers_of_a_chart(bilingual: Path, here: str, there: str) -> None:
    change(bilingual, "es/more.yaml", here, there)
    mark_as_translated(bilingual)
    assert [line.split(":")[0] for line in told(bilingual)] == ["L04 es/more.yaml"]


def test_a_page_that_only_the_translation_has(bilingual: Path) -> None:
    page = "  - {id: new, title: Nuevo, text: Lea esto. }\nquestions:"
    change(bilingual, "es/one.yaml", "questions:", page)
    assert told(bilingual) == ["L03 es/one.yaml:27"]


def test_a_glossary_that_is_not_translated(bilingual: Path) -> None:
    (bilingual / "glossary" / "es.yaml").unlink()
    assert told(bilingual) == ["L09 glossary/es.yaml:1"]


def test_a_page_is_out_of_date_once_its_original_says_something_else(bilingual: Path) -> None:
    assert told(bilingual) == []
    change(bilingual, "en/one.yaml", "Stay near the shore.", "Stay away from the shore.")
    assert told(bilingual) == ["L05 es/one.yaml:16"]
    mark_as_translated(bilingual)
    assert told(bilingual) == []


def test_where_its_lines_are_broken_changes_nothing(bilingual: Path) -> None:
    change(bilingual, "en/one.yaml", "why: Drink some", "why: >-\n      Drink\n      some")
    assert told(bilingual) == []


def test_a_translation_of_which_nobody_said_of_what(bilingual: Path) -> None:
    (bilingual / "translated" / "es.yaml").unlink()
    codes = {line.split(":")[0] for line in told(bilingual)}
    assert codes >= {"L05 es/one.yaml", "L05 glossary/es.yaml", "L05 triage.yaml"}


def test_a_faulty_original_accuses_no_translation(bilingual: Path) -> None:
    (bilingual / "en" / "one.yaml").write_text("a: [", encoding="utf-8")
    assert {line.split(":")[0] for line in told(bilingual)} == {"F01 en/one.yaml"}
