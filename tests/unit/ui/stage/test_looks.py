"""Which looks a terminal gets, by the variables around it."""

import pytest
from textual.theme import Theme

from course.ui.stage.looks import has_few_colors, has_fewer_signs, looks

LIGHT, DARK = Theme("light", "#000000"), Theme("dark", "#ffffff")
NAMED = Theme("named", "ansi_cyan", ansi=True)


@pytest.mark.parametrize(
    ("surroundings", "few"),
    [
        ({"TERM": "linux"}, True),
        ({"TERM": "vt220"}, True),
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm-16color"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, False),
        ({"TERM": "foot", "COLORTERM": "24bit"}, False),
        ({}, False),
    ],
)
def test_what_has_few_colors(surroundings: dict[str, str], few: bool) -> None:
    assert has_few_colors(surroundings) == few


@pytest.mark.parametrize(
    ("term", "fewer"),
    [("linux", True), ("linux-16color", True), ("xterm", False), ("foot", False), ("", False)],
)
def test_the_console_of_linux_has_fewer_signs(term: str, fewer: bool) -> None:
    assert has_fewer_signs({"TERM": term}) == fewer


def test_a_terminal_of_few_colors_gets_the_look_made_of_them_and_no_other() -> None:
    assert looks((LIGHT, DARK, NAMED), {"TERM": "linux"}) == ("named",)
    assert looks((LIGHT, DARK, NAMED), {"TERM": "xterm-256color"}) == ("light", "dark")


def test_there_is_always_a_look() -> None:
    assert looks((LIGHT, DARK), {"TERM": "linux"}) == ("light",)
