"""What a key or a tap means, on a sheet of which only the places are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from textual.geometry import Region

from course.ui.paint.sheet import Slot
from course.ui.stage.state import BACK, MORE, NEXT, State
from course.views.model import BigDigits, Button, Card, Passage, Plain, View
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


# What a key presses


def test_each_key_presses_what_carries_it() -> None:
    sheet = Sheet(view(*CARDS))
    state = begun(sheet)
    meant = {key: pressed(state, sheet, key) for key in "012345678?9"}
    assert meant == {
        "0": BACK,
        "9": NEXT,
        "?": HELP,
        **{str(n): card.press for n, card in enumerate(CARDS, start=1)},
    }
    assert pressed(state, sheet, "escape") == BACK
    assert pressed(state, sheet, "enter") == pressed(state, sheet, "space") == state.held


def test_nine_is_more_while_something_is_hidden() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    assert pressed(state, sheet, "9") == MORE
    assert state.moves(sheet, MORE)
    assert pressed(state, sheet, "9") == MORE
    state.moves(sheet, MORE)
    assert pressed(state, sheet, "9") == NEXT


def test_nothing_that_is_not_drawn_is_pressed() -> None:
    sheet = Sheet(view(*CARDS, back=None, next=None), room=9)
    state = begun(sheet)
    assert pressed(state, sheet, "3") == Pick("c")
    assert pressed(state, sheet, "4") is None
    assert pressed(state, sheet, "0") is None
    assert pressed(state, sheet, "escape") is None
    assert pressed(state, sheet, "*") is None
    state.roll(sheet, 100)
    assert pressed(state, sheet, "1") is None
    assert pressed(state, sheet, "8") == Pick("h")


def test_on_a_pad_every_digit_is_a_key_of_its_own() -> None:
    digits = tuple(Card(Pick(digit), digit) for digit in "1234567890")
    pad = view(*digits, Card(Go(Spot.ERASE), "Erase"), layout="pad")
    sheet = Sheet(pad, room=60)
    state = begun(sheet)
    assert [pressed(state, sheet, digit) for digit in "0129"] == [
        Pick("0"),
        Pick("1"),
        Pick("2"),
        Pick("9"),
    ]
    assert pressed(state, sheet, "backspace") == Go(Spot.ERASE)


def test_on_a_pad_with_ok_enter_after_a_digit_presses_that() -> None:
    digits, ok = tuple(Card(Pick(digit), digit) for digit in "123"), Card(Go(Spot.OK), "OK")
    with_ok = Sheet(view(*digits, ok, layout="pad"))
    state = begun(with_ok)
    assert state.held == Pick("1")
    state.point_on(with_ok)
    assert state.held == ok.press
    without = Sheet(view(*digits, layout="pad"))
    state = begun(without)
    state.point_on(without)
    assert state.held == Pick("1")


# One press


def test_a_press_right_after_another_belongs_to_it() -> None:
    state = State(view())
    assert not state.is_bounce(10.0)
    assert state.is_bounce(10.2)
    # A held key goes on belonging to the first press.
    assert state.is_bounce(10.4)
    assert state.is_bounce(10.6)
    assert not state.is_bounce(10.9)


@pytest.mark.parametrize(
    ("typed", "bounces"),
    [("___ ___ ___", True), ("1__ ___ ___", False), ("123 456 78_", False), ("123 456 789", True)],
)
def test_digits_of_a_code_may_follow_each_other_at_once(typed: str, bounces: bool) -> None:
    state = State(view(layout="pad", blocks=(BigDigits(typed),)))
    state.is_bounce(10.0)
    assert state.is_bounce(10.1) == bounces


# More and back


def test_back_first_undoes_more() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    assert not state.moves(sheet, BACK)
    assert state.moves(sheet, MORE)
    assert state.top > 0
    assert state.moves(sheet, BACK)
    assert state.top == 0
    assert not state.moves(sheet, BACK)


def test_it_moves_no_further_than_there_is_something() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    state.roll(sheet, -3)
    assert state.top == 0
    state.roll(sheet, 1000)
    assert state.top == sheet.last
    larger = Sheet(sheet.shown, room=20)
    state.settle(larger)
    assert state.top == larger.last


# What is pointed out


def test_what_is_pointed_out_is_always_in_sight() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    assert state.held == Pick("a")
    for _ in range(4):
        state.page(sheet, 1)
        assert state.held in [slot.press for slot in state.offered(sheet)]
    state.page(sheet, -1)
    assert state.held in [slot.press for slot in state.offered(sheet)]


def test_more_and_next_stand_in_one_place_and_keep_the_focus() -> None:
    sheet = Sheet(view(*CARDS), room=15, first=MORE)
    state = begun(sheet)
    assert state.held == MORE
    state.moves(sheet, MORE)
    state.settle(sheet)
    assert state.held == NEXT
    state.moves(sheet, BACK)
    state.settle(sheet)
    assert state.held == MORE


def test_arrows_follow_a_card_that_is_hidden() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    for _ in CARDS[1:]:
        state.steer(sheet, "down")
    assert state.held == Pick("h")
    assert state.top == sheet.last
    state.steer(sheet, "down")
    assert state.held in [slot.press for slot in sheet.slots(state.top) if slot.part == "bar"]
    state.steer(sheet, "up")
    assert state.held == Pick("h")


def test_arrows_from_the_bar_do_not_lead_behind_it() -> None:
    sheet = Sheet(view(*CARDS), room=9, first=BACK)
    state = begun(sheet)
    state.steer(sheet, "right")
    assert state.held == HELP
    state.steer(sheet, "right")
    assert state.held == MORE
    state.steer(sheet, "right")
    assert state.held == MORE


def test_up_and_down_move_a_text_that_has_nothing_to_point_out() -> None:
    class Text(Sheet):
        def __post_init__(self) -> None:
            super().__post_init__()
            self.last = 40

    sheet = Text(view(), room=9, first=NEXT)
    state = begun(sheet)
    state.steer(sheet, "up")
    assert state.top == 0
    state.steer(sheet, "down")
    state.steer(sheet, "up")
    assert state.top == 0
    state.roll(sheet, 5)
    state.steer(sheet, "up")
    assert state.top == 4


# Another view


def test_a_new_page_begins_at_its_start_and_next_stays_pointed_out() -> None:
    first = view(*CARDS, step=(1, 9))
    sheet = Sheet(first, room=9, first=NEXT)
    state = begun(sheet)
    state.held = NEXT
    state.roll(sheet, 100)
    state.show(view(step=(2, 9)), NEXT)
    state.settle(Sheet(state.view))
    assert (state.top, state.held) == (0, NEXT)


def test_a_tick_far_down_moves_nothing() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    state.roll(sheet, 100)
    state.held, top = Pick("h"), state.top
    ticked = view(*CARDS[:-1], Card(Pick("h"), "h", mark="done"))
    state.show(ticked, Pick("h"))
    state.settle(Sheet(ticked, room=9))
    assert (state.top, state.held) == (top, Pick("h"))


def test_who_has_chosen_what_the_cards_ask_for_goes_on() -> None:
    asking = view(*CARDS[:3], layout="list", card_first=True)
    chosen = view(CARDS[0], Card(Pick("b"), "b", "Yours", "done"), CARDS[2], layout="list")
    state = begun(Sheet(asking))
    state.show(chosen, Pick("b"))
    state.settle(Sheet(chosen, first=NEXT))
    assert state.held == NEXT


def test_a_new_question_begins_at_its_first_answer() -> None:
    sheet = Sheet(view(*CARDS, card_first=True, step=(1, 9)))
    state = begun(sheet)
    state.held = Pick("h")
    later = view(*CARDS, card_first=True, step=(2, 9))
    state.show(later, Pick("h"))
    state.settle(Sheet(later))
    assert state.held == Pick("a")


def test_a_card_of_the_same_meaning_elsewhere_is_not_pointed_out() -> None:
    forget = Card(Go(Spot.FORGET), "Forget me")
    state = begun(Sheet(view(forget, layout="code")))
    state.held = forget.press
    asked = view(Card(Go(Spot.KEEP), "No"), forget, layout="list")
    state.show(asked, forget.press)
    state.settle(Sheet(asked))
    assert state.held == Go(Spot.KEEP)


def test_what_was_opened_over_a_page_closes_to_where_the_page_was() -> None:
    page, help_ = view(*CARDS), view(CARDS[0], layout="list")
    sheet = Sheet(page, room=9)
    state = begun(sheet)
    state.roll(sheet, 6)
    state.held, top = Pick("d"), state.top
    state.show(help_, HELP)
    state.settle(Sheet(help_))
    state.show(view(layout="list", title="About"), Go(Spot.ABOUT))
    state.settle(Sheet(state.view))
    state.show(page, BACK)
    state.settle(sheet)
    assert (state.top, state.held) == (top, Pick("d"))


def test_to_go_back_to_a_page_by_turning_begins_at_its_start() -> None:
    page = view(*CARDS, step=(1, 9))
    sheet = Sheet(page, room=9)
    state = begun(sheet)
    state.roll(sheet, 6)
    state.show(view(step=(2, 9)), NEXT)
    state.show(page, BACK)
    assert state.top == 0


def test_nothing_is_remembered_of_what_is_to_be_forgotten() -> None:
    page = view(*CARDS)
    sheet = Sheet(page, room=9)
    state = begun(sheet)
    state.roll(sheet, 6)
    state.show(view(layout="list"), HELP)
    state.forget()
    state.show(page, BACK)
    assert state.top == 0


def test_what_is_read_aloud_comes_into_sight_and_what_is_held_stays_there() -> None:
    sheet = Sheet(view(*CARDS), room=9)
    state = begun(sheet)
    state.held = Pick("a")
    state.follow(sheet, Passage(Plain("The first words.")))
    assert (state.top, state.held) == (0, Pick("a"))
    state.follow(sheet, LAST)
    assert state.top == sheet.last
    state.settle(sheet)
    assert state.top == sheet.last


def test_listen_has_its_key_where_it_has_no_place() -> None:
    tools = (Button(Spot.LISTEN, "Listen"),)
    shown = view(tools=tools)
    assert State(shown).meant(Sheet(shown), "asterisk", "*") == Go(Spot.LISTEN)
    assert State(view()).meant(Sheet(view()), "asterisk", "*") is None
