"""A page to take along on the smallest screen: all of it, and nothing cut."""

import pytest
from textual.geometry import Size

from course.clinic import Clinic
from course.content import prose
from course.handout.model import Handout
from course.handout.screen import consent_view, views
from course.handout.slip import slip
from course.language import load
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import Advice, Card, Heading, Note, Plain, Text, View
from course.views.press import Go, Spot
from tests.desk import context_of
from tests.unit.handout.visits import BARE, FULL, VISIT, longest, shipped, shortest, taken

CONTEXT = context_of(shipped(), FULL)
KIT = Kit(CONTEXT.edition, LIGHT)
SMALL = Size(60, 22)
PAGES = {
    "shortest": taken(shortest(), BARE),
    **{
        f"longest, {place or 'no place'}": taken(longest(place), FULL, VISIT)
        for place in ("", "knee", "pelvis")
    },
    "slip": slip(longest("back"), CONTEXT),
}


def said(found: tuple[View, ...]) -> str:
    """All that views say, without their titles."""
    texts: list[str] = []
    for block in (block for view in found for block in view.blocks):
        match block:
            case Advice():
                texts += (block.text, block.more)
                texts += (prose.words_of(sign.sign) for sign in block.signs)
            case Text(parsed):
                texts.append(prose.words_of(tuple(parsed.inlines)))
            case Note():
                texts += (block.label, prose.words_of(block.inlines))
            case Heading(text) | Plain(text):
                texts.append(text)
            case _:
                raise AssertionError(block)
    return " ".join(texts)


@pytest.mark.parametrize("name", PAGES)
def test_each_view_fits_the_smallest_screen(name: str) -> None:
    found = views(PAGES[name], CONTEXT, (Card(Go(Spot.SHARE), "Show it to the staff"),))
    assert [Sheet(view, SMALL, KIT).over for view in found] == [0] * len(found)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_page_is_left_out(name: str) -> None:
    page: Handout = PAGES[name]
    heard = said(views(page, CONTEXT))
    signs = [sign for band in page.bands for group in band.groups for sign in group.signs]
    items = [text for part in page.parts for item in part.items for text in (item.text, item.lead)]
    titles = [part.title for part in page.parts]
    missing = [text for text in (*signs, *items, *titles, *page.foot) if text not in heard]
    assert missing == []


def test_whoever_does_not_see_the_screen_hears_which_items_are_ticked() -> None:
    heard = said(views(taken(longest("knee"), Clinic()), CONTEXT))
    assert f"start again? ({load('en')('listen.picked')})" in heard
    assert "picked" not in said(views(taken(shortest(), Clinic()), CONTEXT))


def test_nobody_is_shown_to_the_staff_by_the_first_card() -> None:
    first, second = consent_view(CONTEXT).cards
    assert (first.press, second.press) == (Go(Spot.KEEP), Go(Spot.OK))
