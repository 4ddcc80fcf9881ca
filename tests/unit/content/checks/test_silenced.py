"""A finding that an author lets stand, with its reason."""

from pathlib import Path

import pytest

from course.content import loader
from course.errors import ContentError
from tests.unit.content.course_edits import TODAY, change

WHY = "why: Drink some of it each day."
PASSIVE = 'why: "The glass is filled by a child. [^book]"'


def codes(folder: Path) -> list[str]:
    return [each.code for each in loader.findings(folder, TODAY)]


def silence(folder: Path, *entries: str) -> None:
    text = "".join(f"- {{{each}, reason: The name of the office has it so.}}\n" for each in entries)
    (folder / "silenced.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def passive(sound: Path) -> Path:
    change(sound, "en/one.yaml", WHY, PASSIVE)
    assert codes(sound) == ["R03"]
    return sound


@pytest.mark.parametrize("item", [", item: wet", ""])
def test_one_item_or_a_whole_file_may_break_one_rule(passive: Path, item: str) -> None:
    silence(passive, f"file: en/one.yaml{item}, code: R03")
    assert codes(passive) == []


@pytest.mark.parametrize(
    "entry",
    [
        "file: en/one.yaml, item: lake, code: R03",
        "file: en/one.yaml, item: wet, code: R04",
        "file: en/more.yaml, code: R03",
    ],
)
def test_nothing_else_is_silenced_by_it(passive: Path, entry: str) -> None:
    silence(passive, entry)
    assert codes(passive) == ["R03", "W06"]


def test_a_second_item_breaks_the_rule_all_the_same(passive: Path) -> None:
    silence(passive, "file: en/one.yaml, item: wet, code: R03")
    change(passive, "en/one.yaml", "hint: Put a hand into it.", PASSIVE.replace("why", "hint"))
    assert codes(passive) == ["R03"]


def test_items_of_other_files_are_their_keys(sound: Path) -> None:
    change(sound, "claims.yaml", "2099-01-01", "2001-01-01")
    silence(sound, "file: claims.yaml, item: deep, code: S04")
    assert codes(sound) == []


def test_what_keeps_the_course_from_opening_stays(sound: Path) -> None:
    change(sound, "en/one.yaml", WHY, "wy: Drink some of it each day.")
    silence(sound, "file: en/one.yaml, code: F02")
    assert codes(sound) == ["F02", "W06"]
    with pytest.raises(ContentError):
        loader.load(sound)


def test_each_needs_a_reason(passive: Path) -> None:
    entry = "- {file: en/one.yaml, item: wet, code: R03}\n"
    (passive / "silenced.yaml").write_text(entry, encoding="utf-8")
    assert codes(passive) == ["R03", "F02"]


def test_warnings_and_what_is_silenced_keep_no_new_course_out(passive: Path) -> None:
    assert loader.check(passive, TODAY) == []
    change(passive, "claims.yaml", "2099-01-01", "2001-01-01")
    assert [each.code for each in loader.check(passive, TODAY)] == ["S04"]
