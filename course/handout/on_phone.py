"""What a phone can take from the screen: what there is, and each code with what to do."""

from __future__ import annotations

from datetime import date, timedelta
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
FAR = timedelta(days=60)
"""Until a day whose code is as large as that of any: it has all that a day reminds of."""


def phone_view(visit: Visit, context: Context, modules: int, today: date) -> View:
    """What can be taken, where the screen has room for a code with so many modules on each side;
    where that is nothing, what to do instead."""
    words, most = context.words, phone.holds(modules)
    named = {Spot.IN_WORDS: "words", Spot.ON_WEB: "web", Spot.IN_CALENDAR: "calendar"}
    if not context.clinic.web:
        del named[Spot.ON_WEB]
    cards = []
    for what, name in named.items():
        if _fit(_taken(what, visit, context, most, today), most):
            if what is Spot.IN_CALENDAR and visit.for_now.appointment is None:
                what, name = Spot.DAY, "day"
            cards.append(Card(Go(what), words(f"phone.{name}")))
    told = ["what", "left_out"] if len(cards) < len(named) else ["what"]
    return View(
        layout="list",
        section=words("button.take"),
        title=words("phone.title"),
        blocks=tuple(Plain(words(f"phone.{each}")) for each in (told if cards else ["no_room"])),
        cards=tuple(cards),
        help="phone" if cards else "words",
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
    fit = _fit(found, most)
    if not fit:
        found = found[:1]
    return tuple(
        View(
            layout="phone" if fit else "list",
            section=words("phone.title"),
            said=words("top.step", step=at, of=len(found)) if len(found) > 1 else "",
            step=(at, len(found)) if len(found) > 1 else None,
            blocks=_told(what, each, context, fit=fit),
            help="square" if fit else "message",
            tools=context.tools(),
            back=context.button(Spot.BACK),
            next=context.button(Spot.NEXT, "return" if at == len(found) else "next"),
        )
        for at, each in enumerate(found, start=1)
    )


def _fit(found: list[Taken], most: int) -> bool:
    return len(found) <= MOST and all(len(each.text.encode()) <= most for each in found)


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
    # Before it is known, one tells as well whether there is room for it.
    appointment = Appointment(day or today + FAR, today)
    match what:
        case Spot.IN_CALENDAR:
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
