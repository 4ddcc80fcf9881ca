"""What is pointed out when a view appears."""

from __future__ import annotations

import msgspec

from course.views.model import (
    Card,
    Plain,
    View,
)
from course.views.press import Go, Pick, Spot
from tests.paths import MODULES
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import BACK, NEXT, asked, named, sheet


def test_after_a_try_the_first_answer_not_yet_tried_is_pointed_out() -> None:
    tried = views.context(MODULES).words("question.tried")
    one, two, three = (Card(Pick(each), each) for each in "abc")
    assert sheet(asked(one, two, three)).first_held(0) == Pick("a")
    again = msgspec.structs.replace(one, status=tried)
    assert sheet(asked(again, two, three)).first_held(0) == Pick("b")


def test_next_is_pointed_out_on_a_page_and_more_while_something_is_hidden() -> None:
    view = View(layout="page", section="", blocks=(Plain("Hot."),), next=NEXT, back=BACK, help="x")
    assert sheet(view).first_held(0) == Go(Spot.NEXT)
    long = msgspec.structs.replace(view, blocks=(Plain("word " * 300),))
    drawn = sheet(long)
    assert drawn.first_held(0) == Go(Spot.MORE)
    assert drawn.first_held(drawn.last) == Go(Spot.NEXT)


def test_in_a_result_what_to_look_at_again_comes_before_next() -> None:
    known = Card(Pick("a"), "Heat", "You know this", "done")
    again = Card(Pick("b"), "Water", "Show me again", "open")
    view = View(layout="result", section="", cards=(known, again), next=NEXT, help="x")
    assert sheet(view).first_held(0) == Pick("b")
    done = msgspec.structs.replace(view, cards=(known,))
    assert sheet(done).first_held(0) == Go(Spot.NEXT)


def test_where_only_the_way_back_is_left_it_is_pointed_out() -> None:
    cards = (Card(Go(Spot.LISTEN), "Listen"),)
    view = View(layout="list", section="", title="Help", cards=cards, back=BACK)
    assert sheet(view).first_held(0) == Go(Spot.BACK)


def test_on_a_pad_the_first_digit_is_pointed_out() -> None:
    known = dict(views.of_kiosk())
    assert sheet(named("pad")).first_held(0) == sheet(known["PIN"]).first_held(0) == Pick("1")
