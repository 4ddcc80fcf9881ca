"""Pages about places of the body: the reader's own place is asked for, and is told of first."""

from __future__ import annotations

from course.content import glossary, own_pictures, prose
from course.content.model import Page
from course.views.citations import cited
from course.views.context import Context
from course.views.model import CARDS, Block, Card, Drawing, Heading, Mapped, Terms, Text, View
from course.views.press import Go, Pick, Spot
from course.visit.places import Shown, shown
from course.visit.visit import Visit


def has_places(visit: Visit, page: Page) -> bool:
    """Whether a page shows places to choose from, or tells of one.

    Where a question shows a page, nobody is asked for their own place: it could be one for which
    that question is not meant.
    """
    return page.place is not None or (page.your_place and visit.showing is None)


def place_cards(visit: Visit, page: Page, context: Context) -> tuple[Card, ...]:
    """A card for each place to choose, and one for those that are not shown."""
    words, named = context.words, context.course.places
    now = shown(visit, page)
    own = visit.achieved.own_place if page.your_place else ""
    cards = [
        Card(Pick(name), named[name], words("place.own"), "done")
        if name == own
        else Card(Pick(name), named[name])
        for name in now.listed
    ]
    if now.has_more:
        text = words("place.others" if now.place else "place.another")
        is_there = bool(own) and own not in now.listed
        status, mark = (named[own], "done") if is_there else ("", "")
        cards.append(Card(Go(Spot.PLACES), text, status, mark))
    return tuple(cards)


def mapped(visit: Visit, context: Context) -> Mapped | None:
    """The places on the body, if the course has a picture that shows each of them."""
    drawn, places = context.course.svgs.get(own_pictures.BODY), tuple(context.course.places)
    if drawn is None or not set(places) <= {*drawn.middles}:
        return None
    return Mapped(own_pictures.BODY, places, visit.achieved.own_place)


def place_blocks(visit: Visit, page: Page, context: Context) -> list[Block]:
    """What a page says of the reader's own place, under its name; nothing if that is not known."""
    now = shown(visit, page)
    if not now.place:
        return []
    return [Heading(context.course.places[now.place]), *_told(page, now)]


def _told(page: Page, now: Shown) -> list[Block]:
    told = (page.place or {})[now.place]
    figure: list[Block] = [Drawing(told.figure)] if told.figure else []
    return [Text(prose.parse(told.text)), *figure]


def place_terms(visit: Visit, page: Page, context: Context) -> list[Block]:
    """The words that are explained beside the place that is told of."""
    now = shown(visit, page)
    uses = glossary.first_uses(visit.module_shown, context.course.glossary)
    terms = uses.get(glossary.at_place(page.id, now.place), ())
    return [Terms(terms)] if terms else []


def opened_view(visit: Visit, page: Page, context: Context) -> View:
    """What was opened on a page: one of the other places, or the places to choose from."""
    now = shown(visit, page)
    if not now.place:
        cards = place_cards(visit, page, context)
        shown_on = mapped(visit, context) if page.your_place else None
        return close_up(visit, page.title, (), context, cards=cards, on=shown_on)
    blocks = (*_told(page, now), *place_terms(visit, page, context))
    return close_up(visit, context.course.places[now.place], blocks, context)


def close_up(
    visit: Visit,
    title: str,
    blocks: tuple[Block, ...],
    context: Context,
    cards: tuple[Card, ...] = (),
    on: Mapped | None = None,
) -> View:
    """Something that was opened on a page, to which Next returns."""
    cites = cited(blocks)
    step = visit.step
    tools = [Spot.SOURCES] if cites else []
    menu = [Spot.WAY, Spot.TAKE]
    # Where the digits are not enough the cards need its key, and Help has it all the same.
    (menu if len(cards) > len(CARDS) else tools).append(Spot.STOP)
    return View(
        layout="list" if cards else "page",
        section=visit.module_shown.title,
        said=context.words("top.step", step=step[0], of=step[1]),
        step=step,
        title=title,
        blocks=blocks,
        cards=cards,
        mapped=on,
        short_cards=bool(cards),
        card_first=bool(cards),
        back=context.button(Spot.BACK),
        help="place" if cards else "page",
        tools=context.tools(*tools),
        menu=tuple(map(context.button, menu)),
        next=context.button(Spot.NEXT, "unpick"),
        cites=cites,
    )
