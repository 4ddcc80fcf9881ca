"""A page to take along on the smallest screen: all of it, and nothing cut."""

import re

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


def unmarked(text: str) -> str:
    """A text without the marks of its sources."""
    return " ".join(re.sub(r" ?\[\d+\]", "", text).split())


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
    said_of_page = (unmarked(text) for text in (*signs, *items, *titles, *page.foot))
    missing = [text for text in said_of_page if text not in unmarked(heard)]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_sources_stand_where_something_is_marked_with_their_numbers(name: str) -> None:
    cited = 0
    for view in views(PAGES[name], CONTEXT):
        sheet = Sheet(view, SMALL, KIT)
        text = "".join(row.text for row in sheet.rows(0, None)[: sheet.window.bottom])
        assert "[" not in text
        assert [each for each in "¹²³" if each in text] == [*"¹²³"[: len(view.cites)]]
        assert (Spot.SOURCES in [tool.spot for tool in view.tools]) == bool(view.cites)
        cited += len(view.cites)
    assert bool(cited) == bool(PAGES[name].sources)


def test_whoever_does_not_see_the_screen_hears_which_items_are_ticked() -> None:
    heard = said(views(taken(longest("knee"), Clinic()), CONTEXT))
    assert f"start again? ({load('en')('listen.picked')})" in heard
    assert "picked" not in said(views(taken(shortest(), Clinic()), CONTEXT))


def test_nobody_is_shown_to_the_staff_by_the_first_card() -> None:
    first, second = consent_view(CONTEXT).cards
    assert (first.press, second.press) == (Go(Spot.KEEP), Go(Spot.OK))
