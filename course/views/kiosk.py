"""What the screens of a kiosk have to show besides the course."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from course.content import own_pictures
from course.views.codes import pad_cards
from course.views.context import Context
from course.views.model import Block, Card, Heading, Plain, View
from course.views.press import Go, Spot

if TYPE_CHECKING:
    from course.kiosk.machine import Machine

MINUTE, STEP = 60, 10
"""Seconds."""


def attract_view(contexts: Sequence[Context]) -> View:
    """What stands on the screen while nobody is there, in every language of the course."""
    first = contexts[0]
    blocks: list[Block] = []
    for each in contexts:
        words = each.words
        blocks += [
            Plain(words("kiosk.what")),
            Plain(words("kiosk.no_name", minutes=each.head.minutes), strong=True),
            Heading(words("kiosk.begin")),
        ]
    return View(
        layout="attract",
        section=first.clinic.name or "",
        title=first.head.title,
        blocks=tuple(blocks),
        picture=own_pictures.TALK,
    )


def out_of_order_view(contexts: Sequence[Context]) -> View:
    """That nobody can use the machine now, and whom to ask."""
    told = tuple(Heading(each.words("kiosk.out_of_order")) for each in contexts)
    return View(layout="notice", section="", blocks=told)


def still_there_view(context: Context) -> View:
    """The question whether anybody is there."""
    words = context.words
    return View(
        layout="still-there",
        section=context.head.title,
        title=words("kiosk.there.title"),
        blocks=(Plain(words("kiosk.there.what")),),
        cards=(
            Card(Go(Spot.HERE), words("kiosk.there.yes")),
            Card(Go(Spot.LEAVE), words("kiosk.there.no")),
        ),
    )


def ends_view(context: Context) -> View:
    """That the longest visit is over. It shows no code: by now somebody else may stand there."""
    words = context.words
    return View(
        layout="still-there",
        section=context.head.title,
        title=words("kiosk.ends.title"),
        blocks=(Plain(words("kiosk.ends.what"), strong=True),),
    )


def pin_view(typed: int, trouble: str, wait: float, context: Context) -> View:
    """The pad for the PIN, with a dot for each digit. `wait` is in seconds."""
    words = context.words
    said = words("kiosk.pin." + (trouble or "how"), wait=_long(wait, context))
    return View(
        layout="pad",
        section=context.head.title,
        blocks=(Plain(said, strong=bool(trouble)), Heading(" ".join("•" * typed) or " ")),
        cards=pad_cards(
            Card(Go(Spot.ERASE), words("pad.erase")), Card(Go(Spot.OK), words("kiosk.pin.ok"))
        ),
        back=context.button(Spot.BACK),
    )


def _long(wait: float, context: Context) -> str:
    """A time of so many seconds, in minutes or, below one, in steps of ten seconds."""
    if wait <= MINUTE - STEP:
        return context.words.counted("second", ceil(wait / STEP) * STEP)
    return context.words.counted("minute", ceil(wait / MINUTE))


def staff_view(machine: Machine, change: Spot | None, failed: bool, context: Context) -> View:
    """The state of the machine, and what staff can do with it.

    `change`: PAUSE puts it out of order, RESUME back into it; None where neither is offered.
    """
    words = context.words
    lines = [
        words("kiosk.staff.version", version=machine.version),
        *_content(machine, context),
        words("kiosk.staff.disk", megabytes=machine.free)
        if machine.free is not None
        else words("kiosk.staff.no_disk"),
        words("kiosk.staff.learners", count=machine.learners)
        if machine.learners is not None
        else words("kiosk.staff.no_learners"),
        words("kiosk.staff.saved", when=machine.last_save.isoformat(" ", "minutes"))
        if machine.last_save
        else words("kiosk.staff.never_saved"),
        words("kiosk.staff.error", error=machine.last_error)
        if machine.last_error
        else words("kiosk.staff.no_error"),
        *_unprinted(machine, context),
        *machine.notices,
    ]
    said = [Plain(words("kiosk.staff.failed"), strong=True)] if failed else []
    changes = (change,) if change is not None else ()
    return View(
        layout="list",
        section=context.head.title,
        title=words("kiosk.staff.title"),
        blocks=(*said, Plain("\n".join(lines))),
        cards=tuple(
            Card(Go(spot), words(f"kiosk.staff.{spot.value}"))
            for spot in (*changes, Spot.RESTART, Spot.END)
        ),
        back=context.button(Spot.BACK, "close"),
    )


def _unprinted(machine: Machine, context: Context) -> list[str]:
    """The pages that were not printed; nothing where all were."""
    words, found = context.words, machine.unprinted
    if found is None:
        return []
    why = words(f"kiosk.staff.unprinted_{found.why}")
    return [words("kiosk.staff.unprinted", count=found.count, when=found.when, why=why)]


def _content(machine: Machine, context: Context) -> list[str]:
    """What stands in the course and who has checked it; nothing where it cannot be opened."""
    words, course = context.words, context.course
    if not course.modules:
        return []
    told = words(
        "kiosk.staff.content", modules=len(course.modules), languages=", ".join(course.languages)
    )
    return [told + (f" ({machine.content})" if machine.content else ""), _review(context)]


def _review(context: Context) -> str:
    words, course = context.words, context.course
    review = course.review
    if review.by is None or review.on is None:
        return words("kiosk.staff.no_review")
    told = words("kiosk.staff.review", by=review.by, role=review.role or "", on=review.on)
    return f"{told}. {words('kiosk.staff.changed')}" if course.changed else told
