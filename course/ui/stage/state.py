"""What is on the screen and pointed out, and what a key or a tap means there. Pure: draws nothing.

Where things stand is asked of the sheet that is drawn; everything else is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Protocol

from textual.geometry import Region

from course.ui.paint.sheet import Slot
from course.ui.stage.steering import Direction, nearest
from course.views.model import LISTEN, SIGNS, BigDigits, Passage, View, signs
from course.views.press import Go, Pick, Press, Spot

ONE_PRESS = 0.25
"""Seconds within which a second press belongs to the first: a held key, or a tap that bounced."""
BACK, NEXT, MORE = Go(Spot.BACK), Go(Spot.NEXT), Go(Spot.MORE)
OK = Go(Spot.OK)
ON = (NEXT, MORE)
"""What stands in the place of Next."""
ON_KEY = SIGNS[Spot.NEXT]
TYPED = ("pad", "keyboard")
"""Layouts on which keys type."""
KEYS = {"enter": None, "space": None, "escape": BACK, "backspace": Go(Spot.ERASE)}
"""Keys that press something wherever it is offered; None stands for what is pointed out."""


class Surface(Protocol):
    """What is asked of a sheet. `top` is everywhere how many rows of the body are hidden above."""

    @property
    def last(self) -> int:
        """The furthest `top`."""

    @property
    def window(self) -> Region:
        """Where the body shows through."""

    def slots(self, top: int) -> tuple[Slot, ...]:
        """All that can be pressed, in reading order."""

    def at(self, x: int, y: int, top: int) -> Press | None:
        """What a touch presses."""

    def more(self, top: int) -> int:
        """Where More leads."""

    def less(self, top: int) -> int:
        """Where Back leads first, once something is hidden above."""

    def reveal(self, top: int, what: Press | Passage) -> int:
        """The nearest `top` at which all of what is pressed, or is read aloud, is in sight."""

    def first_held(self, top: int) -> Press | None:
        """What most people press next, of what is in sight."""


class State:
    """The view, how far its body is moved, and what is pointed out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.top = 0
        """Rows of the body that are hidden above."""
        self.held: Press | None = None
        """What Enter presses; None until the view is drawn."""
        self._below: list[tuple[View, int, Press | None]] = []
        """The views over which others were opened, and where each of them was left."""
        self._went_on = True
        self._last_press = -inf

    # Another view

    def show(self, view: View, pressed: Press | None) -> None:
        """Take on another view, to which a press has led; None if it came by itself."""
        before, self.view = self.view, view
        at = next((n for n, (below, *_) in enumerate(self._below) if below == view), None)
        if at is not None:
            # It comes back as it was left when Help, or whatever was opened over it, closes.
            _, self.top, self.held = self._below[at]
            del self._below[at:]
            return
        in_place = _place(view) == _place(before)
        if pressed in (BACK, NEXT):
            self._below.clear()
        elif not in_place:
            self._below.append((before, self.top, self.held))
        # A card of the same meaning elsewhere is another card: "Forget me" is asked about first.
        # Who has chosen what the cards ask for goes on.
        has_chosen = in_place and before.card_first and not view.card_first
        if has_chosen or (not in_place and (self.held in _cards(before) or view.card_first)):
            self.held = None
        # Whoever ticks, orders or types goes on from where they are.
        if not (in_place and pressed in _cards(view)):
            self.top = 0
        self._went_on = True

    def forget(self) -> None:
        """Keep nothing of the views before this one."""
        self._below.clear()

    def settle(self, sheet: Surface) -> None:
        """Bring what depends on the size up to date: how far it can be moved, and what is held."""
        self.top = min(max(self.top, 0), sheet.last)
        slots = sheet.slots(self.top)
        offered = [slot.press for slot in slots]
        goes_on = any(each in offered for each in ON)
        if self.held in ON:
            self.held = next((each for each in ON if each in offered), None)
        # Where there is more to read, the way back is not what most people press next.
        if self.held not in offered or (self.held == BACK and goes_on and not self._went_on):
            self.held = sheet.first_held(self.top)
        else:
            self._bring_into_sight(sheet)
        self._went_on = goes_on

    # What is offered

    def offered(self, sheet: Surface) -> list[Slot]:
        """What can be pressed, all whose sign can be seen, and the part of it that is drawn."""
        return [
            Slot(slot.press, slot.region.intersection(sheet.window), slot.part)
            if slot.part == "body"
            else slot
            for slot in sheet.slots(self.top)
            if _is_drawn(slot, sheet)
        ]

    def meant(self, sheet: Surface, key: str, character: str | None) -> Press | None:
        """What a key presses here, if that is drawn."""
        offered = [slot.press for slot in self.offered(sheet)]
        if self.view.layout == "keyboard" and character and character in self.view.typed:
            return Pick(character)
        if key in KEYS:
            found = KEYS[key] or self.held
        else:
            found = next((p for p, sign in signs(self.view).items() if sign == character), None)
            if character == ON_KEY and MORE in offered and self.view.layout not in TYPED:
                found = MORE
            if found == LISTEN:
                # It has no place on a small screen, and its key everywhere.
                return found
        return found if found in offered else None

    # What a press does

    def is_bounce(self, time: float) -> bool:
        """Whether a press at `time`, in seconds, belongs to the one before it."""
        last, self._last_press = self._last_press, time
        return time - last < ONE_PRESS and not _is_typing(self.view)

    def moves(self, sheet: Surface, press: Press) -> bool:
        """Whether a press only moves the body, and if so, move it."""
        if press == MORE:
            self.page(sheet, 1)
        elif press == BACK and self.top:
            # Back undoes More: there is no other way up for a finger.
            self.page(sheet, -1)
        else:
            return False
        return True

    def page(self, sheet: Surface, way: int) -> None:
        """Show what is hidden below, or above if `way` is -1."""
        self._move(sheet, sheet.more(self.top) if way > 0 else sheet.less(self.top))

    def roll(self, sheet: Surface, rows: int) -> None:
        """Move on by so many rows, or back, as far as there are any."""
        self._move(sheet, self.top + rows)

    def follow(self, sheet: Surface, passage: Passage) -> None:
        """Show what is read aloud now."""
        top = sheet.reveal(self.top, passage)
        if top != self.top:
            self._move(sheet, top)

    def point_on(self, sheet: Surface) -> None:
        """After something was typed: Enter follows the last one, and must not type one more."""
        if self.view.layout in TYPED and OK in [slot.press for slot in sheet.slots(self.top)]:
            self.held = OK

    def steer(self, sheet: Surface, direction: Direction) -> None:
        """Point out what lies in that direction, or move the body if nothing does."""
        slots = sheet.slots(self.top)
        start = next((slot for slot in slots if slot.press == self.held), None)
        if start is None:
            return
        others = {s.region: s for s in slots if s is not start and _reaches(start, s, sheet)}
        found = nearest(start.region, others, direction)
        if found is not None:
            self.held = others[found].press
            self._bring_into_sight(sheet)
        elif direction in ("up", "down"):
            self.roll(sheet, 1 if direction == "down" else -1)

    def step(self, sheet: Surface, way: int) -> None:
        """Point out the next thing in reading order, or the one before if `way` is -1."""
        offered = [slot.press for slot in sheet.slots(self.top)]
        if offered:
            at = offered.index(self.held) if self.held in offered else -way
            self.held = offered[(at + way) % len(offered)]
            self._bring_into_sight(sheet)

    def _move(self, sheet: Surface, top: int) -> None:
        self.top = min(max(top, 0), sheet.last)
        if self.held is not None and sheet.reveal(self.top, self.held) != self.top:
            self.held = sheet.first_held(self.top)

    def _bring_into_sight(self, sheet: Surface) -> None:
        if self.held is not None:
            self.top = sheet.reveal(self.top, self.held)


def _place(view: View) -> tuple[object, ...]:
    """What stays the same while a person ticks, orders or types."""
    return view.layout, view.section, view.step, view.title


def _cards(view: View) -> Sequence[Press]:
    return [card.press for card in view.cards]


def _is_typing(view: View) -> bool:
    """Whether some, but not all, digits of a code are typed, which may follow each other at once;
    so may letters.

    Before the first one, the press that opened the pad may bounce, and the last one after it.
    """
    codes = [block for block in view.blocks if isinstance(block, BigDigits)]
    digits = "".join(block.digits for block in codes)
    begun = not digits or any(map(str.isdigit, digits))
    # Who mends a code after a slip may type all of it once more.
    goes_on = not digits or "_" in digits or any(block.at for block in codes)
    return view.layout == "keyboard" or (view.layout == "pad" and begun and goes_on)


def _is_drawn(slot: Slot, sheet: Surface) -> bool:
    """Whether the row with its sign, which is the one below its upper edge, is in sight."""
    row = slot.region.y + min(1, slot.region.height - 1)
    return slot.part != "body" or sheet.window.y <= row < sheet.window.bottom


def _reaches(start: Slot, slot: Slot, sheet: Surface) -> bool:
    """Whether an arrow may lead from one to the other.

    What is hidden lies behind the bar: only cards lead on to it.
    """
    return (start.part == slot.part == "body") or _is_drawn(slot, sheet)
