"""A sheet of which only the places are known, and a state on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from textual.geometry import Region

from course.ui.paint.sheet import Slot
from course.ui.stage.state import BACK, MORE, NEXT, State
from course.views.model import Button, Card, Passage, Plain, View
from course.views.press import Go, Pick, Press, Spot

HELP = Go(Spot.HELP)
LAST = Passage(Plain("The last words."))
CARDS = tuple(Card(Pick(name), name) for name in "abcdefgh")
ENDS: dict[str, Any] = {"back": Button(Spot.BACK, "Back"), "next": Button(Spot.NEXT, "Next")}


def view(*cards: Card, **more: Any) -> View:
    usual = {"layout": "question", "section": "", "help": "page", **ENDS}
    return View(cards=cards, **{**usual, **more})


@dataclass
class Sheet:
    """Cards of three rows below each other, and the bar below a window of so many rows."""

    shown: View
    room: int = 30
    first: Press | None = None
    window: Region = field(init=False)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        self.window = Region(0, 2, 40, self.room)
        self.last = max(3 * len(self.shown.cards) - self.room, 0)

    def slots(self, top: int) -> tuple[Slot, ...]:
        cards = (
            Slot(card.press, Region(0, 2 + 3 * n - top, 40, 3), "body")
            for n, card in enumerate(self.shown.cards)
        )
        on = MORE if top < self.last else NEXT if self.shown.next else None
        presses = (BACK if self.shown.back else None, HELP, on)
        bar = (
            Slot(press, Region(14 * n, 2 + self.room, 12, 3), "bar")
            for n, press in enumerate(presses)
            if press is not None
        )
        return (*cards, *bar)

    def more(self, top: int) -> int:
        return top + self.room - 1

    def less(self, top: int) -> int:
        return top - self.room + 1

    def at(self, x: int, y: int, top: int) -> Press | None:
        raise NotImplementedError

    def reveal(self, top: int, what: Press | Passage) -> int:
        if isinstance(what, Passage):
            return self.last if what == LAST else top
        y = next((s.region.y for s in self.slots(0) if s.press == what and s.part == "body"), None)
        if y is None:
            return top
        row = y - self.window.y
        return min(max(top, row + 3 - self.room), row)

    def first_held(self, top: int) -> Press | None:
        seen = [
            slot.press
            for slot in self.slots(top)
            if slot.part == "bar" or self.window.contains_region(slot.region)
        ]
        return self.first if self.first in seen else seen[0]


def begun(sheet: Sheet) -> State:
    state = State(sheet.shown)
    state.settle(sheet)
    return state


def pressed(state: State, sheet: Sheet, key: str) -> Press | None:
    return state.meant(sheet, key, key if len(key) == 1 else None)
