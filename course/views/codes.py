"""The learner's code: shown to who asks for it, typed to go on with, and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course.views.model import BigDigits, Block, Card, Plain, View
from course.views.press import Go, Pick, Spot

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit

CODE_LENGTH = 9
GROUP = 3
DIGITS = "0123456789"
Telling = Literal["asked", "unasked", "closed"]
"""Whether the code is told: it is asked for, nobody has asked for it yet, or who has it has seen it
before and nobody else may."""


def code_view(
    visit: Visit,
    context: Context,
    leaving: bool,
    telling: Telling = "unasked",
    *,
    returns: bool = True,
) -> View:
    """The learner's code to write down, or how to ask for it: at the start, and when they leave.

    `returns`: whether Back leads anywhere.
    """
    words = context.words
    back = context.button(Spot.BACK) if returns else None
    on = context.button(Spot.NEXT, "done" if leaving else "next")
    title, blocks, cards = _told(visit, context, leaving, telling)
    # What was saved before nothing could be saved any more can still be removed.
    if leaving and visit.record.was_ever_kept:
        cards = (*cards, Card(Go(Spot.FORGET), words("button.forget")))
    return View(
        layout="code",
        section=context.course.title,
        title=title,
        blocks=blocks,
        cards=cards,
        help="code",
        tools=context.tools(),
        back=back,
        next=on,
    )


def _told(
    visit: Visit, context: Context, leaving: bool, telling: Telling
) -> tuple[str, tuple[Block, ...], tuple[Card, ...]]:
    """The title, what is said, and a card to ask for the code where it can be asked for."""
    words = context.words
    # Whatever could not be saved last, the code opens what was saved before.
    why = words("code.why" if visit.record.is_kept else "code.kept_in_part")
    if not visit.record.was_ever_kept:
        return words("code.not_kept"), (Plain(words("code.not_kept_why")),), ()
    match telling:
        case "asked":
            blocks = (
                BigDigits(grouped(visit.record.code)),
                Plain(words("code.write_down"), strong=True),
                Plain(why),
            )
            return words("code.leaving" if leaving else "code.title"), blocks, ()
        case "unasked":
            ask = Card(Go(Spot.MY_CODE), words("code.show"))
            said = (Plain(words("code.what")), Plain(words("code.without")))
            said = said if visit.record.is_kept else (said[0], Plain(why))
            return words("code.leave" if leaving else "code.start"), said, (ask,)
        case "closed":
            said = (Plain(words("code.closed")), Plain(words("code.closed_why")))
            return words("code.leave"), said, ()


def grouped(code: str) -> str:
    """The digits of a code in groups of three."""
    return " ".join(code[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def forget_view(context: Context, asks: bool = True) -> View:
    """The question before everything that is kept of a learner is removed.

    `asks` says whether their code has to be typed for that.
    """
    words = context.words
    code = (Plain(words("forget.code")),) if asks else ()
    # What a record store has is under no code, and cannot be found there by one.
    names = ("what",) if context.clinic.xapi is None else ("what_here", "elsewhere")
    what = tuple(Plain(words(f"forget.{name}")) for name in names)
    return View(
        layout="list",
        section=context.course.title,
        title=words("forget.title"),
        blocks=(*what, *code),
        cards=(
            Card(Go(Spot.KEEP), words("forget.no")),
            Card(Go(Spot.FORGET), words("forget.yes")),
        ),
        help="forget",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def pad_view(
    typed: str, trouble: str, context: Context, *, purpose: str = "pad", at: int | None = None
) -> View:
    """The code as far as it is typed, and what is wrong with the one before; empty if nothing is.

    `purpose`: `pad` opens a visit, `proof` forgets one. `at` is the number, from 0 on, that is
    looked at in a code with a slip in it; None where one is being typed.
    """
    words = context.words
    how = f"plain.{purpose}" if context.is_typed else f"pad.how_{purpose}"
    said = words(f"pad.{trouble}" if trouble else how)
    blocks: tuple[Block, ...] = (Plain(said, strong=bool(trouble)),)
    clear = Card(Go(Spot.CLEAR), words("pad.clear"))
    right = Card(Go(Spot.ERASE), words("pad.erase"))
    digits = BigDigits(grouped(typed.ljust(CODE_LENGTH, "_")))
    if at is not None:
        blocks = (*blocks, Plain(words("pad.look", number=at + 1, digit=typed[at])))
        right = Card(Go(Spot.KEEP), words("pad.fits"))
        digits = BigDigits(digits.digits, at + at // GROUP)
    return View(
        layout="pad",
        section=context.head.title,
        blocks=(*blocks, digits),
        cards=pad_cards(clear, right),
        help=purpose,
        back=context.button(Spot.BACK),
    )


def pad_cards(left: Card, right: Card) -> tuple[Card, ...]:
    """The keys of a pad in their order, with two others beside the nought."""
    digits = [Card(Pick(digit), digit) for digit in DIGITS]
    return (*digits[1:], left, digits[0], right)
