"""What is pointed out, on a view and on the next one."""

from __future__ import annotations

from course.ui.stage.state import BACK, MORE, NEXT
from course.views.model import Card
from course.views.press import Go, Pick, Spot
from tests.unit.ui.stage.fake_sheet import CARDS, HELP, Sheet, begun, view

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
