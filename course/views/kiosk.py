"""What the screens of the kiosk have to show, as plain data."""

from __future__ import annotations

from math import ceil

from course.kiosk.machine import Machine
from course.ui.big_text import big_text
from course.views.context import Context
from course.views.model import BigDigits, Block, Card, Heading, Plain, View
from course.views.overview import code_view
from course.visit.visit import Visit


def still_there_view(context: Context) -> View:
    """The question whether anybody is there."""
    words = context.words
    return View(
        section=context.course.title,
        blocks=(Heading(words("kiosk.there.title")), Plain(words("kiosk.there.what"))),
        cards=(Card("here", words("kiosk.there.yes")),),
    )


def last_look_view(visit: Visit, context: Context, is_last: bool) -> View:
    """The code, before everything of the person goes; no way back from it if it `is_last`."""
    words = context.words
    digits = [block for block in code_view(visit, context, True).blocks if _is_digits(block)]
    what = words("kiosk.code.last" if is_last else "kiosk.code.what")
    return View(
        section=context.course.title,
        blocks=(Heading(words("kiosk.code.title")), *digits, Plain(what, strong=True)),
        cards=() if is_last else (Card("here", words("kiosk.code.no")),),
    )


def _is_digits(block: Block) -> bool:
    return isinstance(block, BigDigits)


def pin_view(typed: int, trouble: str, wait: float, context: Context) -> View:
    """The pad for the PIN, with a dot for each digit. `wait` is in seconds."""
    words = context.words
    said = "kiosk.pin." + (trouble or "how")
    return View(
        section=context.course.title,
        blocks=(
            Plain(words(said, minutes=words.counted("minute", ceil(wait / 60)))),
            Heading(" ".join("•" * typed) or " "),
        ),
        back=context.button("back"),
    )


def staff_view(machine: Machine, paused: bool, failed: bool, context: Context) -> View:
    """The state of the machine, and what staff can do with it."""
    words = context.words
    lines = [
        words("kiosk.staff.version", version=machine.version),
        words(
            "kiosk.staff.content",
            modules=len(context.course.modules),
            languages=", ".join(context.course.languages),
        )
        + (f" ({machine.content})" if machine.content else ""),
        _review(context),
        words("kiosk.staff.disk", megabytes=machine.free)
        if machine.free is not None
        else words("kiosk.staff.no_disk"),
        words("kiosk.staff.learners", count=machine.learners),
        words("kiosk.staff.saved", when=machine.last_save.isoformat(" ", "minutes"))
        if machine.last_save
        else words("kiosk.staff.never_saved"),
        words("kiosk.staff.error", error=machine.last_error)
        if machine.last_error
        else words("kiosk.staff.no_error"),
        *machine.notices,
    ]
    said = [Plain(words("kiosk.staff.failed"), strong=True)] if failed else []
    change = "resume" if paused else "pause"
    return View(
        section=context.course.title,
        blocks=(Heading(words("kiosk.staff.title")), *said, Plain("\n".join(lines))),
        cards=tuple(
            Card(name, words(f"kiosk.staff.{name}")) for name in (change, "restart", "end")
        ),
        back=context.button("close"),
    )


def _review(context: Context) -> str:
    review = context.course.review
    if review.by is None or review.on is None:
        return context.words("kiosk.staff.no_review")
    return context.words("kiosk.staff.review", by=review.by, role=review.role or "", on=review.on)


def attract_lines(contexts: list[Context], width: int) -> list[str]:
    """What the attract screen says, in one language after the other, in lines of any length."""
    title = contexts[0].course.title
    large = big_text(title)
    lines = [*large] if large and len(large[0]) <= width else [title]
    for context in contexts:
        needed = [m for m in context.course.modules if m.id not in context.course.optional]
        minutes = sum(module.minutes for module in needed)
        lines += [
            "",
            context.words("kiosk.minutes", minutes=minutes),
            context.words("kiosk.no_name"),
            "",
            "▸ " + context.words("kiosk.begin"),
        ]
    return lines
