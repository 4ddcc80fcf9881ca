"""Each rule fires on its bad example, on nothing else there, and is quiet on its good one."""

from pathlib import Path

import pytest

from course.content import loader, rules_page
from course.content.checks import fit
from course.content.checks.rule import FAMILIES, RULES
from course.errors import ContentError, Problem
from course.ui.fit import too_high
from tests.languages import speaking
from tests.paths import DOCS
from tests.unit.content.checks import rule_examples
from tests.unit.content.course_edits import TODAY

PAGE = DOCS / "rules.md"


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    speaking(monkeypatch, "en", "es", "xh")


@pytest.mark.parametrize("code", [rule.code for rule in rules_page.in_order()])
class TestExamples:
    def test_the_bad_one_breaks_its_rule_alone(self, code: str, tmp_path: Path) -> None:
        rule_examples.write(tmp_path, RULES[code].bad)
        found = findings(code, tmp_path)
        assert {each.code for each in found} == {code}, found
        assert {each.severity for each in found} == {RULES[code].severity}

    def test_the_good_one_breaks_none(self, code: str, tmp_path: Path) -> None:
        rule_examples.write(tmp_path, RULES[code].good)
        assert findings(code, tmp_path) == []

    def test_stops_the_course_or_does_not(self, code: str, tmp_path: Path) -> None:
        rule_examples.write(tmp_path, RULES[code].bad)
        assert opens(tmp_path) is not RULES[code].stops

    def test_says_why_and_whence(self, code: str) -> None:
        rule = RULES[code]
        assert rule.family in FAMILIES
        assert rule.why.endswith(".")
        assert len(rule.source) > 3
        assert not rule.title.endswith(".")


def findings(code: str, folder: Path) -> list[Problem]:
    """What is found in a course; for the rule that looks at them, its screens are drawn."""
    measure = too_high if code == fit.RULE.code else None
    return loader.examine(folder, TODAY, measure).problems


def opens(folder: Path) -> bool:
    """Whether a course opens in each of its languages."""
    try:
        others = loader.load(folder).languages[1:]
        return all(loader.load(folder, language) for language in others)
    except ContentError:
        return False


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == "\n".join(rules_page.page()) + "\n"
