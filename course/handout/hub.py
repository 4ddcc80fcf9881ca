"""Where "Take this home" begins: all that can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from course.views.days import day
from course.views.model import Card, Plain, View
from course.views.overview import unwell
from course.views.press import Go, Spot
from course.views.to_ask import wanted

if TYPE_CHECKING:
    from course.printing import Step
    from course.views.context import Context
    from course.visit.visit import Visit


def hub_view(visit: Visit, context: Context, *, prints: bool, leaving: bool) -> View:
    """All that there is to do with what goes home.

    `prints`: there is a printer. `leaving`: the course is over, and the code comes next.
    """
    words = context.words
    return View(
        layout="list",
        section=context.course.title,
        title=words("handout.title"),
        blocks=(Plain(unwell(context)),),
        cards=tuple(_cards(visit, context, prints)),
        short_cards=True,
        card_first=True,
        help="take",
        tools=context.tools(),
        back=context.button(Spot.BACK),
        next=context.button(Spot.NEXT, "done") if leaving else None,
    )


def _cards(visit: Visit, context: Context, prints: bool) -> Iterator[Card]:
    words = context.words
    yield Card(Go(Spot.WHOLE), words("button.whole"))
    if prints:
        yield Card(Go(Spot.PRINT), words("button.print"))
    yield Card(Go(Spot.PHONE), words("button.phone"))
    yield Card(Go(Spot.SHARE), words("button.share"))
    if Spot.LISTEN in context.can:
        yield Card(Go(Spot.NORMAL), words("button.read_to_me"))
    count = len(wanted(visit, context))
    yield Card(Go(Spot.QUESTIONS), words("button.questions"), status=str(count) if count else "")
    when = visit.for_now.appointment
    yield Card(Go(Spot.DAY), words("button.day"), status=day(when, words) if when else "")


def printing_view(step: Step | Literal["enough"], context: Context) -> View:
    """How far the paper is; where none comes, what to do instead."""
    words = context.words
    cards = (Card(Go(Spot.PHONE), words("button.phone")),) if step == "failed" else ()
    return View(
        layout="list",
        section=words("handout.title"),
        title=words("printing.title"),
        blocks=(Plain(words(f"printing.{step}"), strong=True),),
        cards=cards,
        help="printing",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )
