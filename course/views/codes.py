"""The learner's code: shown to write down, typed to go on with, and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.views.model import BigDigits, Block, Card, Plain, View
from course.views.press import Go, Pick, Spot

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit

CODE_LENGTH = 9
GROUP = 3
DIGITS = "0123456789"


def code_view(visit: Visit, context: Context, leaving: bool) -> View:
    """The learner's code, to write down: at the start, and again when they leave."""
    words = context.words
    back = context.button(Spot.BACK) if leaving else None
    on = context.button(Spot.NEXT, "done" if leaving else "next")
    # Whatever could not be saved last, the code opens what was saved before.
    kept = visit.record.was_ever_kept
    blocks: tuple[Block, ...] = (Plain(words("code.not_kept_why")),)
    if kept:
        blocks = (
            BigDigits(grouped(visit.record.code)),
            Plain(words("code.write_down"), strong=True),
            Plain(words("code.why" if visit.record.is_kept else "code.kept_in_part")),
        )
    title = "code.not_kept" if not kept else "code.leaving" if leaving else "code.title"
    forget = (Card(Go(Spot.FORGET), words("button.forget")),) if leaving and kept else ()
    return View(
        layout="code",
        section=context.course.title,
        title=words(title),
        blocks=blocks,
        cards=forget,
        help="code",
        tools=context.tools(),
        back=back,
        next=on,
    )


def grouped(code: str) -> str:
    """The digits of a code in groups of three."""
    return " ".join(code[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def forget_view(context: Context) -> View:
    """The question before everything that is kept of a learner is removed."""
    words = context.words
    return View(
        layout="list",
        section=context.course.title,
        title=words("forget.title"),
        blocks=(Plain(words("forget.what")),),
        cards=(
            Card(Go(Spot.KEEP), words("forget.no")),
            Card(Go(Spot.FORGET), words("forget.yes")),
        ),
        help="forget",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def pad_view(typed: str, trouble: str, context: Context) -> View:
    """The code as far as it is typed, and what is wrong with the one before."""
    words = context.words
    said = Plain(words(f"pad.{trouble}" if trouble else "pad.how"), strong=bool(trouble))
    return View(
        layout="pad",
        section=context.head.title,
        blocks=(said, BigDigits(grouped(typed.ljust(CODE_LENGTH, "_")))),
        cards=pad_cards(
            Card(Go(Spot.CLEAR), words("pad.clear")), Card(Go(Spot.ERASE), words("pad.erase"))
        ),
        help="pad",
        back=context.button(Spot.BACK),
    )


def pad_cards(left: Card, right: Card) -> tuple[Card, ...]:
    """The keys of a pad in their order, with two others beside the nought."""
    digits = [Card(Pick(digit), digit) for digit in DIGITS]
    return (*digits[1:], left, digits[0], right)
