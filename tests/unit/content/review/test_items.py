"""What can be signed: it changes with all that patients see, and with nothing else."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.review.items import Items, mark_of, of_module
from tests.languages import in_two_languages
from tests.paths import TEA
from tests.unit.content.course_edits import change

PAGE = """\
  - id: new
    title: New
    text: |
      One two
      three:

      - four
        five
"""


def now(folder: Path, language: str | None = None) -> Items:
    return loader.under_review(folder, language).now


def differ(before: Items, after: Items) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_each_page_question_sign_claim_and_source_is_an_item() -> None:
    found = now(TEA)
    kinds = {name.partition("/")[0] for name in found}
    assert kinds >= {"course", "making", "triage", "claims", "sources", "glossary", "words"}
    assert {"making/cold-water", "making/try-it"} <= found.keys()
    assert "right: true" in found["making/cold-water"]


def test_comments_change_nothing(tea: Path) -> None:
    before = now(tea)
    for file in tea.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(f"# Looked at.\n{text}", encoding="utf-8")
    assert now(tea) == before


def test_where_a_line_is_broken_changes_nothing_and_an_item_more_does(tea: Path) -> None:
    change(tea, "en/making.yaml", "pages:\n", f"pages:\n{PAGE}")
    before = now(tea)
    change(tea, "en/making.yaml", "One two\n      three:", "One\n      two three:")
    change(tea, "en/making.yaml", "- four\n        five", "- four five")
    assert now(tea) == before
    change(tea, "en/making.yaml", "- four five", "- four\n      - five")
    assert differ(before, now(tea)) == {"making/new"}


@pytest.mark.parametrize(
    ("file", "old", "new", "items"),
    [
        ("course.yaml", '"112"', '"113"', {"course"}),
        ("course.yaml", "[making, keeping, trying]", "[making, trying, keeping]", {"course"}),
        ("course.yaml", "optional: [keeping, trying]", "optional: [keeping]", {"course"}),
        ("triage.yaml", "level: emergency", "level: today", {"triage/child-burn"}),
        ("triage.yaml", "level: home", "level: home\n  after: any", set()),
        ("en/making.yaml", "goal: ", "goal: Not to ", {"making"}),
    ],
)
def test_each_setting_and_word_changes_its_own_item(
    tea: Path, file: str, old: str, new: str, items: set[str]
) -> None:
    before = now(tea)
    change(tea, file, old, new)
    assert differ(before, now(tea)) == items


def test_the_order_of_danger_signs_is_seen_and_that_of_sources_is_not(tea: Path) -> None:
    before = now(tea)
    for file in ("triage.yaml", "sources.yaml"):
        path = tea / file
        text = path.read_text(encoding="utf-8")
        path.write_text("".join(reversed(_entries(text))), encoding="utf-8")
    assert differ(before, now(tea)) == {"triage"}


def _entries(text: str) -> list[str]:
    """The entries of a file at its top."""
    rows: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[0].isalnum():
            rows.append("")
        if rows:
            rows[-1] += line
    return rows


def test_a_change_in_another_language_is_none_in_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = in_two_languages(tmp_path, monkeypatch)
    english, spanish = now(folder, "en"), now(folder, "es")
    change(folder, "es/making.yaml", "goal: ", "goal: No ")
    change(folder, "course.yaml", "es: Una taza", "es: Otra taza")
    assert now(folder, "en") == english
    assert differ(spanish, now(folder, "es")) == {"making", "course"}


def test_the_mark_changes_with_the_name_the_text_and_the_number_of_items() -> None:
    some = {"a": "x", "b": "y"}
    others: list[Items] = [{"a": "x"}, {"a": "y", "b": "x"}, {"a": "x", "c": "y"}, {}]
    assert mark_of(some) == mark_of({"b": "y", "a": "x"})
    assert len({mark_of(some), *map(mark_of, others)}) == 1 + len(others)


def test_the_items_of_a_module_are_its_own_and_those_below_it() -> None:
    some = {"tea": "1", "tea/a": "2", "teapot": "3", "teapot/a": "4"}
    assert of_module("tea", some) == {"tea": "1", "tea/a": "2"}
