"""A course in a real terminal, from welcome to finish, in every way of pointing."""

import random
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from course.content import loader
from course.content.kinds.questions import Triage
from course.content.model import Course, Module, Page
from course.content.siblings import Siblings
from course.visit.route import Place
from tests.desk import reception_for
from tests.paths import ROOT
from tests.slow import one_now
from tests.terminal import ARROWS, ENTER, FOCUS, Terminal
from tests.unit.plain.way import code_in

FORWARD = ("More ↓", "Next →", "Begin →", "Go on →", "Finish →", "Try again", "Return →")
Point = Callable[[Terminal], None]
CHANCE = random.Random()
MODULES, TEA = ROOT / "modules", ROOT / "tests" / "fixtures" / "tea"
STEPS = 300
"""More than the course has; whoever needs more goes in circles."""
MOVES = 20
"""More than any screen asks for, from what is pointed out to any of its cards."""


CARD = re.compile(r"(?<=  )([1-8])  (▶ )?\S+( \S+)*")
"""The sign of a card, the mark before its text if it is pointed out, and the text."""


def cards(terminal: Terminal) -> list[re.Match[str]]:
    """The cards on the screen; of an order, those that were not chosen yet."""
    rows = (row for row in terminal.lines if "your number" not in row)
    return [card for row in rows for card in CARD.finditer(row)]


def card_to_press(terminal: Terminal) -> str:
    """The sign of a card."""
    if "I have a code" in terminal.text:
        return terminal.sign("Everything" if "Everything" in terminal.text else "Start")
    found = [card[1] for card in cards(terminal)]
    assert found, "\n".join(terminal.lines)
    return CHANCE.choice(found)


def is_on(terminal: Terminal) -> bool:
    return any(word in terminal.text for word in FORWARD)


def by_digits(terminal: Terminal) -> None:
    terminal.press("9" if is_on(terminal) else card_to_press(terminal))


def place(terminal: Terminal, words: str) -> tuple[int, int]:
    """The row and the column at which `words` stand."""
    return next((y, row.index(words)) for y, row in enumerate(terminal.lines) if words in row)


def by_arrows(terminal: Terminal) -> None:
    if "9 ▶" not in terminal.text:
        sign = card_to_press(terminal)
        card = next(card[0] for card in cards(terminal) if card[1] == sign)
        for _ in range(MOVES):
            if any(held[1] == sign and held[2] for held in cards(terminal)):
                break
            (row, column), (at_row, at_column) = place(terminal, card), place(terminal, FOCUS)
            if row == at_row:
                terminal.press(ARROWS["right" if column > at_column else "left"])
            else:
                terminal.press(ARROWS["down" if row > at_row else "up"])
    terminal.press(ENTER)


def by_clicks(terminal: Terminal) -> None:
    if is_on(terminal):
        terminal.click(next(word for word in FORWARD if word in terminal.text))
    else:
        sign = card_to_press(terminal)
        terminal.click(next(card[0] for card in cards(terminal) if card[1] == sign))


@pytest.mark.parametrize("way", one_now(product((MODULES, TEA), (by_digits, by_clicks, by_arrows))))
def test_from_welcome_to_finish(tmp_path: Path, way: tuple[Path, Point]) -> None:
    modules, point = way
    course = loader.load(modules)
    CHANCE.seed(1)
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
    visit = reception_for(course, tmp_path / "learners").resume(code_in(tmp_path))
    for module in (each for each in course.modules if each.id not in course.optional):
        asked = {step.id for step in visit.achieved.route(module).steps if step.kind == "question"}
        asked |= {page.check.question for page in module.pages if page.check}
        pages = {Place("page", module.id, page.id): page for page in module.pages}
        spared = visit.achieved.route(module).left_out & pages.keys()
        assert all(is_for_some_places(pages[page]) for page in spared)
        told = [page.title for place, page in pages.items() if place not in spared]
        told += [each.ask for each in module.questions if each.id in asked]
        assert [each for each in told if "".join(each.split()) not in words] == []
        assert {each.id for each in module.questions} - asked <= of_some(course, module)


def is_for_some_places(page: Page) -> bool:
    """Whether a page tells only of signs that follow shots in some places of the body."""
    return page.triage is not None and page.triage.after == "here"


def of_some(course: Course, module: Module) -> set[str]:
    """The questions that not everybody is asked: the spare ones, and those of some places."""
    spared = {name for name in Siblings.of(course.modules).spared if name[0] == module.id}
    return {name[1] for name in spared} | {
        each.id
        for each in module.questions
        if isinstance(each, Triage) and course.triage[each.sign].after != "any"
    }
