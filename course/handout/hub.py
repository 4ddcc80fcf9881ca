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
    from datetime import date

    from course.printing import Step
    from course.views.context import Context
    from course.visit.visit import Visit


What = Literal["home", "slip"]
"""What is printed: the page that goes home, or the one for the staff."""


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


def print_view(what: What, context: Context, *, code: bool, on: date | None = None) -> View:
    """The question before a page is printed: what is on it, where it comes out, and who sees it.

    `code`: whether the person may have their code on it, if they ask for that. `on`: the day of
    their visit, where they chose one.
    """
    words = context.words
    cards = [Card(Go(Spot.OK), words("button.print"))]
    has = [Plain(words(f"printing.has_{what}"))]
    if what == "home" and on is not None:
        has.append(Plain(words("printing.has_day", on=day(on, words))))
    if what == "home" and code:
        cards.append(Card(Go(Spot.MY_CODE), words("printing.with_code")))
    return View(
        layout="list",
        section=words("handout.title" if what == "home" else "slip.title"),
        title=words("printing.ask"),
        blocks=(*has, Plain(_where(context)), _seen(context)),
        cards=tuple(cards),
        help="print",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def printing_view(
    step: Step | Literal["enough"], what: What, context: Context, *, again: bool = False
) -> View:
    """How far the paper is, and where it comes out; where none comes, what to do instead.

    `again`: whether it is worth another try.
    """
    words = context.words
    instead = []
    if step == "failed" and what == "home":
        instead = [
            Card(Go(spot), words(f"button.{spot.value}"))
            for spot in (Spot.PHONE, Spot.SHARE, Spot.WHOLE)
        ]
    if step == "failed" and again:
        instead.append(Card(Go(Spot.PRINT), words("printing.again")))
    blocks: tuple[Plain, ...] = (Plain(words(f"printing.{step}"), strong=True),)
    if step == "failed" and what == "home":
        blocks = (*blocks, Plain(words("printing.instead")))
    elif step not in ("failed", "enough"):
        blocks = (*blocks, Plain(_where(context)), _seen(context))
    return View(
        layout="list",
        section=words("handout.title" if what == "home" else "slip.title"),
        title=words("printing.title"),
        blocks=blocks,
        cards=tuple(instead),
        help="printing",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def _where(context: Context) -> str:
    """Where paper comes out: what the clinic has said, or who knows."""
    at = context.clinic.printer_at
    return context.words("printing.at", at=at) if at else context.words("printing.ask_where")


def _seen(context: Context) -> Plain:
    return Plain(context.words("printing.seen"))
