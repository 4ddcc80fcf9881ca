"""What the rules know of other subjects, and what they find in honest text about them."""

import datetime
from pathlib import Path

import pytest
import yaml

from course.content import loader
from course.content.checks import runner
from course.content.checks.danger import Danger
from course.content.checks.doses import Dosing
from course.content.checks.facts import Stating
from tests.paths import FIXTURES

HEALTH = FIXTURES / "health"
SAID = yaml.safe_load((FIXTURES / "health_words.yaml").read_text("utf-8"))
TODAY = datetime.date(2026, 11, 27)
FALSE = 10
"""The most false findings in 50 pages: one in five."""


def test_there_is_enough_to_be_looked_for() -> None:
    assert {kind: len(some) for kind, some in SAID.items()} == {
        "medicines": 24,
        "danger_signs": 23,
        "instructions": 57,
        "statements": 10,
    }


@pytest.mark.parametrize("name", SAID["medicines"])
def test_a_medicine_is_known(name: str) -> None:
    words = runner.vocabulary("en").get(Dosing)
    assert words is not None
    assert words.medicine.search(f"Take {name} today.")


@pytest.mark.parametrize("sign", SAID["danger_signs"])
def test_a_danger_sign_is_known(sign: str) -> None:
    words = runner.vocabulary("en").get(Danger)
    assert words is not None
    assert words.sign.search(sign) or words.sign_to_call.search(sign)


@pytest.mark.parametrize("told", SAID["instructions"])
def test_an_instruction_is_no_statement(told: str) -> None:
    words = runner.vocabulary("en").get(Stating)
    assert words is not None
    assert not words.states(told)


@pytest.mark.parametrize("told", SAID["statements"])
def test_a_statement_is_no_instruction(told: str) -> None:
    words = runner.vocabulary("en").get(Stating)
    assert words is not None
    assert words.states(told)


def test_honest_pages_have_few_false_findings() -> None:
    """All there is to be found in them was mended when they were written."""
    pages = sum(len(module.pages) for module in loader.load(HEALTH).modules)
    assert pages == 50
    found = loader.findings(HEALTH, TODAY)
    assert len(found) <= FALSE
    assert [(each.code, each.file, each.line) for each in found] == [
        ("X02", "en/falls.yaml", 10),
        ("S05", "en/inhaler.yaml", 24),
    ]


def test_an_author_takes_a_word_away_that_is_no_danger_to_these_readers(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(HEALTH, tmp_path / "course")
    (tmp_path / "course" / "vocabulary.yaml").write_text(
        "en:\n"
        "  without:\n"
        "    - word: weak legs\n"
        "      from: danger_signs\n"
        "      because: All who read this have had weak legs for years.\n",
        encoding="utf-8",
    )
    found = loader.findings(tmp_path / "course", TODAY)
    assert [each.code for each in found] == ["S05"]
