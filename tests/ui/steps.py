"""What a person does again and again in these tests."""

import json
from pathlib import Path
from typing import Any

from tests.ui.conftest import Person

Tables = dict[str, dict[str, dict[str, Any]]]


def saved(folder: Path) -> Tables:
    (file,) = (folder / "learners").glob("*.json")
    tables: Tables = json.loads(file.read_text())
    return tables


async def start(person: Person) -> str:
    """Start anew; gives the code that was shown."""
    await person.press("1")
    assert "This is your code" in person.words
    code: str = person.pilot.app._visit.record.code  # type: ignore[attr-defined]
    await person.press("9")
    return code


async def to_the_question(person: Person) -> None:
    await start(person)
    await person.until("What do you do?")


async def choose(person: Person, text: str) -> None:
    await person.tap(text)


async def through_module(person: Person) -> None:
    """Read every page and answer every question, rightly or not, up to the result."""
    card = 1
    for _ in range(80):
        said = person.words
        if "what you know now" in said:
            return
        if any(word in said for word in ("Next", "More ↓", "Try again")):
            await person.press("9")
        else:
            await person.press(str(card))
            card = card % 3 + 1
    raise AssertionError(f"the module has no end:\n{person.text}")
