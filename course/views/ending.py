"""What everybody takes home: told after the end of the course, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import Block, Card, Note, Plain, View
from course.views.paging import evenly
from course.views.picked import told_picked
from course.views.press import Pick, Spot
from course.views.signs import concerning, named, told_in_brief

if TYPE_CHECKING:
    from course.content.model import Module
    from course.content.signs import Sign
    from course.views.context import Context
    from course.visit.visit import Visit

MOST = 4
"""Messages on a page, at most."""


def ending(visit: Visit, context: Context) -> tuple[View, ...]:
    """The messages of what is done, what was picked in checklists, and what to do for each danger
    sign.

    Signs after shots in another place than the reader's own are left out. Whoever does not know
    their place yet can look at each.
    """
    words = context.words
    pages: list[tuple[str, tuple[Block, ...], tuple[Card, ...], Context]] = []
    for told, modules in context.shared(visit.course.modules):
        title = told.words("ending.messages")
        pages += [(title, blocks, (), told) for blocks in _messages(visit, modules)]
    for told, modules in context.shared(visit.course.modules):
        title = told.words("ending.picked")
        pages += [(title, blocks, (), told) for blocks in told_picked(visit, modules, told)]
    own = visit.achieved.own_place
    mine = concerning(own, context)
    pages += [
        (words("signs.title"), blocks, (), context) for blocks in told_in_brief(mine, context)
    ]
    groups = {} if own else alike(context)
    if groups:
        cards = tuple(Card(Pick(names[0]), named(names, context)) for names in groups)
        pages.append((words("signs.places"), (Plain(words("signs.some")),), cards, context))
    return tuple(
        View(
            layout="list" if cards else "finish",
            section=told.course.title,
            said=told.words("top.step", step=number, of=len(pages)),
            step=(number, len(pages)),
            title=title,
            blocks=blocks,
            cards=cards,
            card_first=bool(cards),
            help="place" if cards else "ending",
            tools=told.tools(),
            menu=(told.button(Spot.TAKE),),
            back=told.button(Spot.BACK),
            next=told.button(Spot.NEXT),
        )
        for number, (title, blocks, cards, told) in enumerate(pages, start=1)
    )


def at_places(place: str, context: Context) -> tuple[View, ...]:
    """What to do for the signs after shots in a place, and in those that are like it."""
    names = next(names for names in alike(context) if names[0] == place)
    pages = told_in_brief(_of_place(place, context), context)
    return tuple(
        View(
            layout="finish",
            section=context.words("signs.title"),
            title=named(names, context),
            blocks=blocks,
            help="ending",
            tools=context.tools(),
            back=context.button(Spot.BACK),
            next=context.button(Spot.NEXT, "unpick" if number == len(pages) else "next"),
        )
        for number, blocks in enumerate(pages, start=1)
    )


def alike(context: Context) -> list[tuple[str, ...]]:
    """The places of the body that have signs of their own; those with the same ones together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for place in context.course.places:
        if rows := _of_place(place, context):
            found.setdefault(tuple(row.sign for row in rows), []).append(place)
    return [tuple(names) for names in found.values()]


def _of_place(place: str, context: Context) -> list[Sign]:
    rows = context.course.triage.values()
    return [row for row in rows if row.after != "any" and place in row.after]


def _messages(visit: Visit, modules: tuple[Module, ...]) -> list[tuple[Block, ...]]:
    """One sentence a module, on as many pages as that takes, and about as many on each."""
    # A question that comes back takes no message away.
    through = [state.module for state in visit.achieved.states() if state.done or state.again]
    done = [each for each in through if each in modules]
    told = [Note(module.title, prose.verbatim(module.key_message)) for module in done]
    return [tuple(page) for page in evenly(told, MOST)]
