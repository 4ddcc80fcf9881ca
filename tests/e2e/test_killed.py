"""Killed right after its feedback shows, at random questions: every answer is there."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from tests.slow import one_now
from tests.terminal import FOCUS, Terminal

FEEDBACK = "You chose"
CARD = re.compile(r"(?<=  )([1-8])  (?=\S)")
"""The sign of a card."""


def begin(terminal: Terminal) -> None:
    """Start anew, up to the map."""
    terminal.until("I have a code")
    terminal.press(terminal.sign("Everything"))
    terminal.until("If you are called away")
    terminal.press("9")
    terminal.until("After part 1 you can")


def answers(folder: Path) -> list[dict[str, Any]]:
    (file,) = (folder / "learners").glob("*.json")
    return list(json.loads(file.read_text())["answers"].values())


def walk(terminal: Terminal, chance: random.Random, questions: int) -> int:
    """Go on until so many answers were given; gives how many showed their feedback."""
    given = 0
    while given < questions:
        terminal.until(FOCUS)
        text = terminal.text
        if any(word in text for word in ("Next →", "More ↓", "Begin →", "Go on →", "Try again")):
            terminal.press("9")
        elif "Finish →" in text:
            break
        else:
            answer(terminal, chance)
            given += 1
    return given


def answer(terminal: Terminal, chance: random.Random) -> None:
    """Choose anything; of an order, every step, for it is one answer."""
    while FEEDBACK not in terminal.text:
        left = "\n".join(line for line in terminal.lines if "your number" not in line)
        terminal.press(chance.choice(CARD.findall(left)))
    terminal.until(FEEDBACK)


def round_of(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Terminal("--data-dir", str(folder), width=100, height=32, quick=True) as terminal:
        begin(terminal)
        given = walk(terminal, chance, chance.randint(1, 8))
        shown = terminal.text
        terminal.kill()
    kept = answers(folder)
    assert len(kept) == given, f"seed {seed}"
    code = next((folder / "learners").glob("*.json")).stem
    with Terminal("--data-dir", str(folder), width=100, height=32, quick=True) as again:
        again.until("I have a code")
        again.press(again.sign("I have a code"))
        again.until("Press the nine numbers")
        again.press(code)
        again.until(FEEDBACK)
        assert again.text == shown, f"seed {seed}"


@pytest.mark.parametrize("seed", one_now(range(50)))
def test_killed_after_feedback(tmp_path: Path, seed: int) -> None:
    round_of(tmp_path, seed)
