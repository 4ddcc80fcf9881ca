"""Codes for a phone in the kiosk's own terminal, read from what is on its screen."""

from __future__ import annotations

import pytest

from tests.paths import MODULES

pytest.importorskip("PIL", reason="pictures are an extra")
pytest.importorskip("resvg_py", reason="pictures are an extra")

from textual.geometry import Size

from course.handout import on_phone, phone, reminders
from course.handout.take_home import take_home
from course.ui.paint.layouts.phone import code_room
from course.ui.paint.sheet import Kit
from course.ui.styles.themes import DARK, LIGHT
from course.views.model import Square, View
from course.views.press import Spot
from tests.codes import ZBAR, read
from tests.desk import context_of
from tests.foot.course import Course, Shown, opened
from tests.foot.screen import MISSING
from tests.unit.handout.visits import FULL, TODAY, VISIT, shipped, shortest

LACKING = [*MISSING, *([] if ZBAR else ["zbarimg"])]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}"),
]
CONTEXT = context_of(shipped(), FULL)
WEB = "https://clinic.example/course.html#place=knee"


def codes(what: Spot, room: int) -> list[View]:
    """The codes of a visit where there is so much room."""
    visit = shortest()
    visit.for_now.appointment = VISIT.on
    return [*on_phone.codes(what, visit, CONTEXT, room, TODAY)]


def held(view: View) -> str:
    (text,) = (block.text for block in view.blocks if isinstance(block, Square))
    return text


def seen(course: Course, view: View, theme: str) -> str:
    """What a camera reads while a view is on the screen."""
    course.show(Shown("en", theme, view))
    return read(course.pixels())


@pytest.mark.parametrize("size", [(60, 22), (112, 31)])
def test_a_camera_reads_what_is_drawn_in_pixels(size: tuple[int, int]) -> None:
    with opened(MODULES) as course:
        course.resize(size)
        cell = course.settle().cell
        room = code_room(Size(*size), Kit(CONTEXT.edition, LIGHT, cell=cell))
        views = [view for what in (Spot.IN_WORDS, Spot.IN_CALENDAR) for view in codes(what, room)]
        assert len(views) == len(
            phone.card(take_home(shortest(), CONTEXT, TODAY), CONTEXT.words)
        ) + len(reminders.entries(shortest(), CONTEXT, VISIT))
        for theme in (LIGHT, DARK):
            assert [seen(course, view, theme.name) for view in views] == [*map(held, views)]


def test_a_camera_reads_half_blocks() -> None:
    with opened(MODULES, pictures=False) as course:
        course.resize((112, 31))
        course.settle()
        (view,) = (
            View(
                layout="phone",
                section="",
                blocks=(*each.blocks[:-1], Square(WEB, "")),
                back=each.back,
                next=each.next,
            )
            for each in codes(Spot.IN_WORDS, 100)[:1]
        )
        for theme in (LIGHT, DARK):
            assert seen(course, view, theme.name) == WEB
