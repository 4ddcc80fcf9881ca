"""What the rules about readings and articles take for a fault, and what they let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.content import loader
from tests.unit.content.checks import rule_examples
from tests.unit.content.course_edits import TODAY

READ = "read: 2026-11-22, how: page"
BOOK = f"- {{source: book, for: book, where: Page 1, says: Water is wet., {READ}}}\n"
SIGN = """\
# triage.yaml
cold:
  sign: {{en: You shake in the cold water}}
  level: today
  why: {{en: Cold water can kill.}}
  sources: [{sources}]
"""
CLAIM = "# claims.yaml\nshaking:\n  sources: [book]\n"
OTHERS = """\
# sources.yaml
paper:
  title: The paper of water
  authors: Wells A
  published: Example Press
  year: 2018
  kind: {kind}
  url: https://example.org/paper
  checked: {checked}
"""
PAPER = OTHERS.format(kind="review", checked="2026-11-22")


def reading(source: str, point: str, says: str) -> str:
    return f"- {{source: {source}, for: {point}, where: Page 2, says: {says}, {READ}}}\n"


def codes(folder: Path, example: str) -> list[str]:
    rule_examples.write(folder, example)
    return [each.code for each in loader.findings(folder, TODAY)]


class TestADangerSign:
    @pytest.mark.parametrize("point", ["cold", "shaking"])
    def test_rests_on_a_claim_that_was_read_for_either(self, tmp_path: Path, point: str) -> None:
        sign = SIGN.format(sources="shaking")
        read = BOOK + reading("book", point, "Who shakes in cold water is in danger.")
        page = "# a page\ntext: Cold water makes you shake. [^shaking]\n"
        assert codes(tmp_path, f"{page}{CLAIM}{sign}# readings.yaml\n{read}") == []

    def test_needs_a_reading_of_its_own(self, tmp_path: Path) -> None:
        sign = SIGN.format(sources="paper")
        assert codes(tmp_path, f"{PAPER}{sign}# readings.yaml\n{BOOK}") == ["S11"]

    @pytest.mark.parametrize("point", ["cold", "paper"])
    def test_has_it_under_its_own_name_or_that_of_the_source(
        self, tmp_path: Path, point: str
    ) -> None:
        sign = SIGN.format(sources="paper")
        read = BOOK + reading("paper", point, "Cold water kills.")
        assert codes(tmp_path, f"{PAPER}{sign}# readings.yaml\n{read}") == []

    def test_is_compared_with_what_was_read(self, tmp_path: Path) -> None:
        sign = SIGN.format(sources="paper")
        read = BOOK + reading("paper", "paper", "Mountains are high.")
        assert codes(tmp_path, f"{PAPER}{sign}# readings.yaml\n{read}") == ["S16"]

    def test_cannot_rest_on_what_nobody_has_read(self, tmp_path: Path) -> None:
        sources = OTHERS.format(kind="review", checked="null")
        assert codes(tmp_path, sources + SIGN.format(sources="paper")) == ["S11"]

    def test_cannot_rest_on_an_article(self, tmp_path: Path) -> None:
        sources = OTHERS.format(kind="article", checked="2026-11-22")
        assert codes(tmp_path, sources + SIGN.format(sources="paper")) == ["S17"]


class TestASentence:
    @pytest.mark.parametrize(
        "text",
        [
            "Keep away from the shore in these: [^book]\n\n  - Boats with water in them",
            "About boats and water:\n\n  - Stay out. [^book]",
        ],
    )
    def test_is_compared_with_its_list(self, tmp_path: Path, text: str) -> None:
        page = f"# a page\ntext: |\n  {text}\n"
        assert codes(tmp_path, f"{page}# readings.yaml\n{BOOK}") == []

    def test_of_a_figure_is_compared_with_all_that_it_shows(self, tmp_path: Path) -> None:
        figure = """\
# a page
figure:
  kind: table
  caption: What they do. [^book]
  alt: Rain is wet and sand is dry.
  columns: [Kind, Feel]
  rows:
    - [Rain, It drips]
"""
        assert codes(tmp_path, f"{figure}# readings.yaml\n{BOOK}") == []

    def test_meets_other_forms_of_its_words(self, tmp_path: Path) -> None:
        page = "# a page\ntext: Your body heals it. [^paper]\n"
        read = BOOK + reading("paper", "paper", "It starts healing.")
        assert codes(tmp_path, f"{page}{PAPER}# readings.yaml\n{read}") == []

    def test_needs_one_of_several_readings(self, tmp_path: Path) -> None:
        page = "# a page\ntext: The lake is deep. [^book]\n"
        more = reading("book", "book", "In the middle the lake is deep.")
        assert codes(tmp_path, f"{page}# readings.yaml\n{BOOK}{more}") == []
        assert codes(tmp_path, f"{page}# readings.yaml\n{BOOK}") == ["S16"]


ARTICLE = OTHERS.format(kind="article", checked="2026-11-22")
ONLY = "# claims.yaml\nshaking:\n  sources: [paper]\n"
BOTH = "# claims.yaml\nshaking:\n  sources: [paper, book]\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lake is deep. [^paper]", ["S17"]),
        ("The lake is deep. [^shaking]", ["S17"]),
        ("Some health sites call it deep. [^paper]", []),
        ("You may also read that it is deep. [^paper]", []),
        ("Some health sites call it deep. They call it cold as well. [^paper]", []),
        ("Some health sites say so. [^paper] The lake is deep. [^paper]", ["S17"]),
        ("Some websites say so. [^shaking]", []),
    ],
)
def test_an_article_carries_no_fact(tmp_path: Path, text: str, found: list[str]) -> None:
    said = codes(tmp_path, f"# a page\ntext: {text}\n{ARTICLE}{ONLY}")
    assert [code for code in said if code != "S07"] == found


def test_a_claim_that_has_a_better_source_may_name_an_article(tmp_path: Path) -> None:
    assert codes(tmp_path, f"# a page\ntext: It is deep. [^shaking]\n{ARTICLE}{BOTH}") == []


def test_a_list_of_what_some_sites_say(tmp_path: Path) -> None:
    page = "# a page\ntext: |\n  Some health sites say:\n\n  - It is deep. [^paper]\n"
    assert codes(tmp_path, page + ARTICLE) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One source says 3 days. [^book]", ["S18"]),
        ("Ask us. One source says 3 days. [^book]", ["S18"]),
        ("One source says 3 days. [^book] Another says 5 days. [^paper]", []),
        ("Ask if one source is enough. [^book] [^paper]", []),
    ],
)
def test_one_source_of_several(tmp_path: Path, text: str, found: list[str]) -> None:
    other = "# a page\nid: other\ntitle: The paper\ntext: Paper gets wet. [^paper]\n"
    assert codes(tmp_path, f"# a page\ntext: {text}\n{PAPER}{other}") == found
