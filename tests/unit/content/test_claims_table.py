"""The page of claims and cited statements."""

from pathlib import Path

import pytest

from course.content import claims_table
from course.content.carried import carried
from course.content.claims_table import Must
from course.content.loader import behind, load
from tests.paths import TEA
from tests.unit.content.checks import rule_examples
from tests.unit.content.course_edits import change

MUST = {
    "S01": Must(says="Cold water can kill."),
    "S02": Must(says="Drink.", left_out="Nobody asked."),
}
RICH = """\
# course.yaml
asks: {deep: {ask: {en: How deep is it?}}, cold: {ask: {en: Is it cold?}, first: false}}
# a page
text: The lake is deep. [^deep]
answers: [deep]
covers: [S01]
# a page
id: cold-lake
title: Cold
text: Look for these.
triage: {level: emergency}
# claims.yaml
deep:
  sources: [book]
# triage.yaml
cold:
  sign: {en: You shake in the cold water}
  level: emergency
  why: {en: Cold water can kill.}
  sources: [book]
  covers: [S01]
# readings.yaml
- {source: book, for: book, where: Page 1, says: Water is wet., read: 2026-11-22, how: page}
- {source: book, for: deep, where: Page 3, says: It is deep., read: 2026-11-22, how: page}
- {source: book, for: cold, where: Page 4, says: Cold water., read: 2026-11-22, how: page}
"""


def row(folder: Path, start: str) -> str:
    lines = claims_table.table(load(folder), behind(folder), MUST)
    return next(line for line in lines if line.startswith(f"| {start}"))


def stated(folder: Path, place: str) -> list[tuple[str, tuple[str, ...]]]:
    statements = carried(load(folder), behind(folder)).statements
    return [(each.words, each.ids) for each in statements if each.place == place]


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    folder = tmp_path / "rich"
    folder.mkdir()
    rule_examples.write(folder, RICH)
    return folder


class TestWhatIsBehind:
    def test_what_must_be_said_has_its_signs_and_pages(self, rich: Path) -> None:
        assert row(rich, "`S01`") == (
            "| `S01` | Cold water can kill. | `cold` |  | `water/here`, `water/cold-lake` |"
        )

    def test_what_is_left_out_has_its_reason(self, rich: Path) -> None:
        assert row(rich, "`S02`") == "| `S02` | Drink. |  |  | Nobody asked. |"

    def test_a_question_has_the_pages_that_answer_it(self, rich: Path) -> None:
        assert row(rich, "How deep") == "| How deep is it? | `water/here` | yes |"
        assert row(rich, "Is it cold") == "| Is it cold? |  |  |"
        assert load(rich).asks == {"deep": "How deep is it?"}

    def test_a_danger_sign_has_the_pages_that_show_it(self, rich: Path) -> None:
        assert row(rich, "`cold` | You").endswith(
            "| emergency | Cold water can kill. | `book` | `water/cold-lake` |"
        )

    def test_a_reading_has_the_places_that_rest_on_it(self, rich: Path) -> None:
        assert row(rich, "`book` | `deep`").endswith(
            "| It is deep. | 2026-11-22 | page | `water/here` |"
        )
        assert row(rich, "`book` | `cold`").endswith("| `water/cold-lake` |")

    def test_a_source_has_all_places(self, rich: Path) -> None:
        assert row(rich, "`book` | [").endswith(
            "| `water/wet`, `triage/cold`, `water/cold-lake`, `water/here` |"
        )


def test_a_claim_with_its_sides_and_places() -> None:
    assert row(TEA, "`steeping-time`") == (
        "| `steeping-time` | How long tea should stand is a matter of taste."
        "<br>leaf-handbook: Three minutes are enough."
        "<br>kettle-survey: Most people like it best after five minutes."
        " | `leaf-handbook`, `kettle-survey` |  | `making/steeping` | 2099-12-31 |"
    )


def test_a_statement_with_the_sources_of_its_claim() -> None:
    assert row(TEA, "`making/steeping` | Tea has") == (
        "| `making/steeping` | Tea has tannins in it, and they come out slowly."
        " Some people wait three minutes and some wait five."
        " | `steeping-time` | `leaf-handbook`, `kettle-survey` | 2099-12-31 |"
    )


def test_a_source_with_its_address() -> None:
    assert row(TEA, "`burns-advice`") == (
        "| `burns-advice` | [When hot water burns the skin](https://example.org/burns)"
        " | Example Hospital | Example Hospital, advice for patients, no year"
        " | institution |  | 2026-11-22 | "
        " | `triage/child-burn`, `making/child`, `trying/toddler`, `making/hot-water`,"
        " `trying/look`, `triage/small-burn`, `making/burn`, `trying/drop` |"
    )


def test_each_citation_has_what_was_said_since_the_one_before(sound: Path) -> None:
    change(
        sound,
        "en/one.yaml",
        "Deep water is dangerous. [^deep] Learn to swim. [^swim]",
        "'Stay out. Deep water [^book] is | dangerous. [^deep] [^swim] Do not dive. Ask. [^swim]'",
    )
    assert stated(sound, "one/lake") == [
        ("Stay out. Deep water is | dangerous.", ("book", "deep", "swim")),
        ("Do not dive. Ask.", ("swim",)),
    ]
    assert r"is \| dangerous" in row(sound, "`one/lake`")


def test_ranges_state_their_numbers(sound: Path) -> None:
    assert stated(sound, "more/price")[-2:] == [
        ("One book: $ 1 to 3", ("book",)),
        ("The other: $ 2 to 5", ("swim",)),
    ]


def test_it_is_written_if_the_course_has_no_faults(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "claims.md"
    assert claims_table.main(str(TEA), str(tmp_path)) == 1
    assert "must-be-said.yaml:1:1" in capsys.readouterr().err
    (tmp_path / "must-be-said.yaml").write_text("S01: {says: Drink.}\n", encoding="utf-8")
    assert claims_table.main(str(TEA), str(tmp_path)) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# What the course says")
    assert claims_table.main(str(tmp_path), str(tmp_path)) == 1
    assert "course.yaml:1:1" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == text
