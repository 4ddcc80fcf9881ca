"""What a phone can take from the screen: what there is, and each code with what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.handout import phone
from course.handout.phone import Taken
from course.handout.reminders import entries
from course.handout.take_home import take_home
from course.views.days import Appointment
from course.views.model import Block, Card, Heading, Plain, Square, View
from course.views.press import Go, Spot
from course.views.to_ask import OWN, wanted

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit

MOST = 8
"""Codes of one text, at most: whoever has to take more of them takes none."""


def phone_view(visit: Visit, context: Context, modules: int) -> View:
    """What can be taken, where the screen has room for a code with so many modules on each side."""
    words = context.words
    cards = []
    if modules:
        cards.append(Card(Go(Spot.IN_WORDS), words("phone.words")))
        cards += [Card(Go(Spot.ON_WEB), words("phone.web"))] if context.clinic.web else []
        if visit.for_now.appointment:
            cards.append(Card(Go(Spot.IN_CALENDAR), words("phone.calendar")))
        else:
            cards.append(Card(Go(Spot.DAY), words("phone.day")))
    return View(
        layout="list",
        section=words("button.take"),
        title=words("phone.title"),
        blocks=(Plain(words("phone.what" if modules else "phone.no_room")),),
        cards=tuple(cards),
        help="phone",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def codes(
    what: Spot, visit: Visit, context: Context, modules: int, today: date
) -> tuple[View, ...]:
    """The codes of what was chosen, one after the other; where they do not fit, the words that say
    so, and what to do instead."""
    most = phone.holds(modules)
    found = _taken(what, visit, context, most, today)
    words = context.words
    fit = len(found) <= MOST and all(len(each.text.encode()) <= most for each in found)
    if not fit:
        found = found[:1]
    return tuple(
        View(
            layout="phone" if fit else "list",
            section=words("phone.title"),
            said=words("top.step", step=at, of=len(found)) if len(found) > 1 else "",
            step=(at, len(found)) if len(found) > 1 else None,
            blocks=_told(what, each, context, fit=fit),
            help="phone",
            tools=context.tools(),
            back=context.button(Spot.BACK),
            next=context.button(Spot.NEXT, "return" if at == len(found) else "next"),
        )
        for at, each in enumerate(found, start=1)
    )


def _told(what: Spot, taken: Taken, context: Context, *, fit: bool) -> tuple[Block, ...]:
    words = context.words
    name = what.value.replace("-", "_")
    if not fit:
        # The label of a code counts parts, of which none is shown.
        return Heading(words(f"phone.{name.removeprefix('in_').removeprefix('on_')}")), Plain(
            words("phone.too_large")
        )
    after = words(f"phone.after_{name}")
    return (
        Heading(taken.label),
        Plain(words("phone.how"), strong=True),
        Plain(after),
        Square(taken.text, words("phone.too_large")),
    )


def _taken(what: Spot, visit: Visit, context: Context, most: int, today: date) -> list[Taken]:
    words, day = context.words, visit.for_now.appointment
    appointment = Appointment(day, today) if day else None
    match what:
        case Spot.IN_CALENDAR if appointment is not None:
            days = entries(visit, context, appointment)
            return phone.days(days, words.language, today)
        case Spot.ON_WEB:
            place, address = visit.achieved.own_place, context.clinic.web or ""
            picked = [each.key for each in wanted(visit, context) if each.key != OWN]
            links = (phone.link(address, place, ids) for ids in (picked, ()))
            fits = next((each for each in links if len(each.encode()) <= most), address)
            return [Taken(words("phone.web"), fits)]
        case _:
            return phone.card(take_home(visit, context, today), words, most)
