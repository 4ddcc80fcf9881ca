"""The rows below a page are never cut in the middle of what they say."""

import pytest
from textual.geometry import Size

from course.ui.preview.bars import KEYS, PADDING, SHORT, Counted, keys, state

ITEM = "en/evidence-and-cost.yaml how-sure-are-the-studies"
WIDTHS = (60, 80, 112, 160)


def shown(width: int, *, is_shown: bool = False) -> str:
    return state(
        ITEM,
        Size(60, 22),
        "high-contrast",
        "12:34:56",
        Counted(14, 3),
        is_shown=is_shown,
        room=width - PADDING,
    ).plain


@pytest.mark.parametrize("width", [20, 40, *WIDTHS])
@pytest.mark.parametrize("is_shown", [True, False])
def test_whether_the_save_is_shown_has_room_in_any_window(width: int, is_shown: bool) -> None:
    line = shown(width, is_shown=is_shown)
    assert "14 errors, 3 warnings" in line
    assert ("NOT SHOWN" in line) is not is_shown
    assert len(line) <= max(width - PADDING, len(" NOT SHOWN, 14 errors, 3 warnings "))


def test_what_nobody_misses_goes_first() -> None:
    assert "high-contrast  saved 12:34:56" in shown(160)
    assert "saved" not in shown(112)
    assert ITEM in shown(112)
    assert "how-sure-are-the-studies" in shown(80)


@pytest.mark.parametrize("width", WIDTHS)
def test_keys_are_told_whole_and_the_most_needed_first(width: int) -> None:
    line = keys("f", width).plain
    assert len(line) <= width
    told = [f"{key} {what}" for key, what in KEYS]
    short = [f"{key} {SHORT.get(what, what)}" for key, what in KEYS]
    words = line.split("  ") if width >= 112 else [each for each in short if each in line]
    assert words in ([*told[: len(words)]], [*short[: len(words)]])
    assert " ".join(words) == " ".join(line.split())


def test_a_plain_terminal_has_all_keys_but_the_last() -> None:
    line = keys("f", 80).plain
    assert [what for _, what in KEYS if SHORT.get(what, what) not in line] == ["plain"]
