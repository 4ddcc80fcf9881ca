"""What stands above the body of a view and below it, and what a press there would meet."""

from __future__ import annotations

import msgspec
import pytest

from course.views.model import (
    Card,
    View,
)
from course.views.press import Go, Press, Speak, Spot
from tests.unit.ui.paint.drawn import LARGE, NEXT, SMALL, named, sheet, shown

# Top


@pytest.mark.parametrize("size", [SMALL, LARGE, (160, 50)])
def test_languages_stand_on_top_on_the_right_and_that_of_now_is_not_pressed(
    size: tuple[int, int],
) -> None:
    view = named("first")
    view = msgspec.structs.replace(view, cards=view.cards[-2:])
    drawn = sheet(view, size)
    (slot,) = [slot for slot in drawn.slots(0) if slot.part == "top"]
    assert slot.press == Speak("es")
    assert slot.region.right == size[0] - drawn.window.x
    rows = shown(view, size)
    row = rows[slot.region.y + 1]
    assert "✓ English" in row
    assert "8  Español" in row or "8   Español" in row
    assert drawn.at(slot.region.x + 1, slot.region.y + 1, 0) == Speak("es")
    pointed = drawn.rows(0, Speak("es"))
    assert "▶ Español" in pointed[slot.region.y + 1].text


@pytest.mark.parametrize("count", [3, 9, 10])
@pytest.mark.parametrize("size", [(40, 15), SMALL, LARGE])
def test_every_language_can_be_pressed_however_many_there_are(
    size: tuple[int, int], count: int
) -> None:
    languages = tuple(Card(Speak(f"l{n}"), f"Language {n}") for n in range(count))
    drawn = sheet(msgspec.structs.replace(named("first"), languages=languages), size)
    seen, tops = set[Press](), [0]
    while tops[-1] < drawn.last:
        tops.append(drawn.more(tops[-1]))
    for top in tops:
        assert [row.cell_length for row in drawn.rows(top, None)] == [size[0]] * size[1]
        seen |= {
            slot.press
            for slot in drawn.slots(top)
            if slot.part == "top" or drawn.window.contains_region(slot.region)
        }
    assert seen >= {Go(Spot.START), Go(Spot.CODE), *(card.press for card in languages)}


def test_progress_is_thick_for_what_is_done_and_thin_for_what_is_ahead() -> None:
    view = View(layout="page", section="Tea", said="2 of 4", step=(2, 4), next=NEXT)
    header, pieces = shown(view)[:2]
    assert header.split() == ["Tea", "2", "of", "4"]
    assert [piece[0] for piece in pieces.split()] == ["▄", "▄", "▁", "▁"]
    assert len(pieces.strip()) == 56
    without = shown(View(layout="page", section="Tea", next=NEXT))[1]
    assert without.strip() == "▁" * 56


def test_more_steps_than_there_is_room_for_still_show_how_far() -> None:
    view = View(layout="page", section="Tea", step=(30, 60), next=NEXT)
    pieces = shown(view)[1].strip()
    assert (pieces.count("▄"), pieces.count("▁")) == (28, 28)


def test_a_title_is_of_blocks_where_it_fits_and_bold_elsewhere() -> None:
    short = View(layout="page", section="", title="A good cup", next=NEXT)
    assert "A good cup" in "".join(shown(short))
    large = "".join(shown(short, LARGE))
    assert "A good cup" not in large
    assert "█" in large
    long = "A good cup of tea, and how you can make it at home"
    view = msgspec.structs.replace(short, title=long)
    assert long in "".join(shown(view))
    assert long not in "".join(shown(view, LARGE))
    for title in (f"{long}, alone or for a table full of guests", "茶"):
        view = msgspec.structs.replace(short, title=title)
        assert title in "".join(shown(view, LARGE))


# Bar


def test_buttons_stand_in_the_same_places_with_the_same_keys() -> None:
    view = named("what-it-is/how-it-may-work")
    at = {slot.press: slot.region for slot in sheet(view).slots(0) if slot.part == "bar"}
    assert [(region.x, region.y, region.width) for region in at.values()] == [
        (2, 19, 16), (22, 19, 16), (42, 19, 16),
    ]  # fmt: skip
    wide = {s.press: s.region.x for s in sheet(view, LARGE).slots(0) if s.part == "bar"}
    assert wide == {
        Go(Spot.BACK): 4, Go(Spot.LISTEN): 25, Go(Spot.HELP): 46, Go(Spot.SOURCES): 67,
        Go(Spot.NEXT): 88,
    }  # fmt: skip


def test_listen_says_how_to_end_it() -> None:
    drawn = sheet(named("what-it-is/how-it-may-work"), LARGE)
    assert "Listen" in "".join(row.text for row in drawn.rows(0, None))
    speaking = "".join(row.text for row in drawn.rows(0, None, speaking=True))
    assert "Stop reading" in speaking
