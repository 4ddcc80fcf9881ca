"""The screens on which a person gathers what they want to ask."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import Block, Card, Note, Plain, View
from course.views.press import Go, Pick, Spot
from course.views.to_ask import OWN, Wanted, ready_made

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.content.model import Page
    from course.views.context import Context

_CELLS, _EDGES = 48, 2
"""Cells by which the rows of a card are counted, fewer than the smallest screen has; and its other
rows."""
_ROWS = 10
"""Rows for the questions of a view, at least one of them."""
SPACE = " "
LONGEST = 100
"""Characters of a question in a person's own words."""


def asked_view(page: Page, context: Context) -> View:
    """That a page is now among what the person wants to ask."""
    words = context.words
    return View(
        layout="list",
        section=context.course.title,
        title=words("asking.asked"),
        blocks=(Plain(ready_made(page, context), strong=True), Plain(words("asking.where"))),
        cards=(
            Card(Go(Spot.QUESTIONS), words("button.questions")),
            Card(Go(Spot.CLEAR), words("asking.not_asked")),
        ),
        help="questions",
        tools=context.tools(),
        back=context.button(Spot.BACK),
        next=context.button(Spot.NEXT, "return"),
    )


def questions_views(
    found: Sequence[Wanted], first: Sequence[str], context: Context
) -> tuple[View, ...]:
    """All questions, of which three can be said to matter most, and the way to one more.

    `first` are the keys of those that do, in their order.
    """
    words = context.words
    parts = _shared(found)
    has_own = any(each.key == OWN for each in found)
    own = Card(Go(Spot.OWN), words("asking.change_own" if has_own else "asking.own"))
    # They stay where they are while they are chosen.
    return tuple(
        View(
            layout="list",
            section=words("button.take"),
            said=words("top.step", step=at, of=len(parts)) if len(parts) > 1 else "",
            step=(at, len(parts)) if len(parts) > 1 else None,
            title=words("asking.title"),
            blocks=(Plain(words("asking.three" if found else "asking.none")),),
            cards=(*(_card(each, first, context) for each in part), own),
            help="questions",
            tools=context.tools(),
            back=context.button(Spot.BACK),
            next=context.button(Spot.NEXT, "return" if at == len(parts) else "next"),
        )
        for at, part in enumerate(parts, start=1)
    )


def own_view(typed: str, others: bool, context: Context) -> View:
    """Keys to type a question with; `others` shows the rarer ones."""
    words = context.words
    letters, rare = words("keyboard.letters"), words("keyboard.others")
    said: tuple[Block, ...] = (Plain(words("asking.type")),)
    if context.is_typed:
        said = (Plain(typed),) if typed else ()
    elif typed:
        said = (_so_far(typed, context),)
    done = Card(Go(Spot.OK), words("button.done"))
    clear = Card(Go(Spot.CLEAR), words("pad.clear"))
    keys = _keys(rare if others else letters, others, context)
    return View(
        layout="keyboard",
        section=words("asking.own"),
        said=words("asking.not_kept"),
        blocks=said,
        cards=(clear, done) if context.is_typed else (*keys, done),
        typed=f"{letters}{rare}{letters.upper()}{rare.upper()}{SPACE}",
        back=context.button(Spot.BACK),
    )


def _so_far(typed: str, context: Context) -> Note:
    """What is typed, and how much more can be: nothing that is typed goes without a word."""
    words, left = context.words, LONGEST - len(typed)
    if not left:
        return Note(typed, prose.verbatim(words("asking.full")))
    more = words("asking.one_left") if left == 1 else words("asking.left", count=left)
    return Note(f"{typed}_", prose.verbatim(f"({more})"))


def _keys(letters: str, others: bool, context: Context) -> tuple[Card, ...]:
    words = context.words
    return (
        *(Card(Pick(each), each) for each in letters),
        Card(Go(Spot.KEYS), words("keyboard.abc" if others else "keyboard.more")),
        Card(Pick(SPACE), words("keyboard.space")),
        Card(Go(Spot.ERASE), words("pad.erase")),
    )


def _shared(found: Sequence[Wanted]) -> list[list[Wanted]]:
    """The questions, as many on a view as there is room for; one view where there are none."""
    parts: list[list[Wanted]] = [[]]
    left = _ROWS
    for each in found:
        rows = len(wrap(each.text, _CELLS)) + _EDGES
        if parts[-1] and rows > left:
            parts.append([])
            left = _ROWS
        parts[-1].append(each)
        left -= rows
    return parts


def _card(each: Wanted, first: Sequence[str], context: Context) -> Card:
    if each.key not in first:
        return Card(Pick(each.key), each.text)
    number = context.words("question.picked", number=first.index(each.key) + 1)
    return Card(Pick(each.key), each.text, status=number, mark="picked")
