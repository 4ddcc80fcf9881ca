"""What a person does again and again in these tests."""

import json
from pathlib import Path
from typing import Any

from course.views.model import BigDigits
from tests.ui.person import Person

Tables = dict[str, dict[str, dict[str, Any]]]


def saved(folder: Path) -> Tables:
    (file,) = (folder / "learners").glob("*.json")
    tables: Tables = json.loads(file.read_text())
    return tables


async def start(person: Person) -> str:
    """Start anew; gives the code that was shown."""
    await person.press("1")
    assert "If you are called away" in person.words
    visit = person.app.navigator.visiting
    assert visit is not None
    code = visit.record.code
    await person.press("9")
    return code


async def to_the_question(person: Person) -> None:
    await start(person)
    await person.until("What do you do?")


async def choose(person: Person, text: str) -> None:
    await person.tap(text)


def typed(person: Person) -> str:
    """The code as far as it is typed on the pad, with a line for each number to come."""
    (block,) = (b for b in person.stage.state.view.blocks if isinstance(b, BigDigits))
    return block.digits


async def through_module(person: Person) -> None:
    """Read every page and answer every question, rightly or not, up to the result."""
    card = 1
    for _ in range(80):
        said = person.words
        if person.stage.state.view.layout == "result":
            return
        if any(word in said for word in ("Next", "More ↓", "Try again")):
            await person.press("9")
        else:
            await person.press(str(card))
            card = card % 3 + 1
    raise AssertionError(f"the module has no end:\n{person.text}")
