"""The page of claims and cited statements."""

from pathlib import Path

import pytest

from course.content import claims_table
from course.content.loader import load
from tests.paths import TEA
from tests.unit.content.course_edits import change


def row(folder: Path, start: str) -> str:
    return next(line for line in claims_table.table(load(folder)) if line.startswith(f"| {start}"))


def stated(folder: Path, place: str) -> list[tuple[str, tuple[str, ...]]]:
    statements = claims_table.cited_statements(load(folder))
    return [(each.words, each.ids) for each in statements if each.place == place]


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
        " | institution | 2026-11-22 |"
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
    assert claims_table.main(str(TEA), str(page)) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# What the course says")
    assert claims_table.main(str(tmp_path), str(page)) == 1
    assert "course.yaml:1:1" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == text
