"""The allow-list: what is on it, and that nothing slips past."""

from __future__ import annotations

import string

import pytest

from course.kiosk.policy import allowlist

EVERY_KEY = [f"f{n}" for n in range(1, 25)] + [
    *(f"ctrl+{c}" for c in string.ascii_lowercase + "@[]^_\\"),
    *(f"alt+{c}" for c in string.ascii_lowercase + string.digits),
    *(f"super+{c}" for c in string.ascii_lowercase),
    *(f"shift+{k}" for k in ("up", "down", "left", "right", "enter", "insert", "f10")),
    *(f"ctrl+{k}" for k in ("up", "pageup", "tab", "enter", "escape", "delete", "f4")),
    *("insert", "delete", "home", "end", "print_screen", "pause", "menu", "ignore", "", "<ignore>"),
    *(c for c in string.ascii_letters + string.punctuation),
]


@pytest.mark.parametrize("name", [name for name in EVERY_KEY if name != allowlist.STAFF_KEY])
def test_other_keys_do_nothing(name: str) -> None:
    assert not allowlist.key(name, None)
    assert not allowlist.key(name, name)


@pytest.mark.parametrize("name", sorted(allowlist.KEYS))
def test_the_keys_of_the_course_work(name: str) -> None:
    assert allowlist.key(name, allowlist.WRITES.get(name))
    assert allowlist.key(name, None)


@pytest.mark.parametrize(
    ("name", "character"),
    [
        *(("1", "2"), ("enter", "5"), ("up", "q"), ("9", "٣"), ("escape", "a"), ("tab", "0")),
        *(("asterisk", "9"), ("slash", "-"), ("multiply", "1")),
    ],
)
def test_a_key_that_writes_something_else_does_nothing(name: str, character: str) -> None:
    assert not allowlist.key(name, character)


@pytest.mark.parametrize(("name", "character"), [("enter", "\r"), ("tab", "\t"), ("space", " ")])
def test_a_key_may_write_itself(name: str, character: str) -> None:
    assert allowlist.key(name, character)


def test_the_corner() -> None:
    assert allowlist.in_corner(0, 0)
    assert allowlist.in_corner(5, 1)
    assert not allowlist.in_corner(6, 0)
    assert not allowlist.in_corner(0, 2)
    assert not allowlist.in_corner(-1, 0)


@pytest.mark.parametrize("letter", [*string.ascii_letters, "é", "ñ", "ü"])
def test_a_letter_writes_itself_and_nothing_else(letter: str) -> None:
    assert allowlist.writes(letter, letter)
    assert not allowlist.writes(letter, "\x1b")
    assert not allowlist.writes(letter, "xx")
    assert not allowlist.writes(f"ctrl+{letter}", letter)
    assert not allowlist.writes(letter, None)


@pytest.mark.parametrize(
    ("name", "character"),
    [("comma", ","), ("full_stop", "."), ("apostrophe", "'")],
)
def test_the_signs_of_a_sentence_can_be_written(name: str, character: str) -> None:
    assert allowlist.writes(name, character)


@pytest.mark.parametrize("name", [name for name in EVERY_KEY if len(name) != 1])
def test_what_is_no_letter_writes_nothing(name: str) -> None:
    assert not allowlist.writes(name, None)
    assert not allowlist.writes(name, "a")
