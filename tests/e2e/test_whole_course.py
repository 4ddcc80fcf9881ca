"""A course in a real terminal, from welcome to finish, in every way of pointing."""

import random
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from course.content import loader
from tests.paths import ROOT
from tests.slow import one_now
from tests.terminal import ARROWS, ENTER, FOCUS, Terminal

FORWARD = ("More ↓", "Next →", "Begin →", "Go on →", "Finish →", "Try again", "Return →")
Point = Callable[[Terminal], None]
CHANCE = random.Random(1)
MODULES, TEA = ROOT / "modules", ROOT / "tests" / "fixtures" / "tea"
STEPS = 300
"""More than the course has; whoever needs more goes in circles."""


def card_to_press(terminal: Terminal) -> int:
    """The number of a card; of an order, one that was not chosen yet."""
    if "I have a code" in terminal.text:
        return 1
    drawn = "\n".join(terminal.lines)
    numbers = re.findall(r"[│┃] [ ▸](\d)  ○", drawn) or re.findall(r"[│┃] [ ▸](\d)  ", drawn)
    assert numbers, drawn
    return int(CHANCE.choice(numbers))


def is_on(terminal: Terminal) -> bool:
    return any(word in terminal.text for word in FORWARD)


def by_digits(terminal: Terminal) -> None:
    terminal.press("9" if is_on(terminal) else str(card_to_press(terminal)))


def by_arrows(terminal: Terminal) -> None:
    if "9 ▸" not in terminal.text:
        card = card_to_press(terminal)
        terminal.press(*[ARROWS["down"]] * (card - 1))
    terminal.press(ENTER)


def by_clicks(terminal: Terminal) -> None:
    if is_on(terminal):
        terminal.click(next(word for word in FORWARD if word in terminal.text))
    else:
        card = card_to_press(terminal)
        drawn = "".join(terminal.lines)
        terminal.click(next(c for c in (f"│  {card}  ", f"┃ ▸{card}  ") if c in drawn))


@pytest.mark.parametrize("way", one_now(product((MODULES, TEA), (by_digits, by_clicks, by_arrows))))
def test_from_welcome_to_finish(tmp_path: Path, way: tuple[Path, Point]) -> None:
    modules, point = way
    course = loader.load(modules)
    seen = ""
    where = ("--data-dir", str(tmp_path), "--modules", str(modules))
    with Terminal(*where, width=100, height=44, quick=True) as terminal:
        terminal.until("I have a code")
        assert any(line.strip() for line in terminal.lines[24:]), "not in the whole window"
        for _ in range(STEPS):
            terminal.until(FOCUS)
            point(terminal)
            seen += terminal.text
            if "You have reached the end" in terminal.text:
                break
        assert "You have reached the end" in terminal.text
    words = "".join(seen.split())
    for module in (each for each in course.modules if each.id not in course.optional):
        for told in [*module.pages, *module.questions]:
            shown = told.title if hasattr(told, "title") else told.ask
            assert "".join(shown.split()) in words
