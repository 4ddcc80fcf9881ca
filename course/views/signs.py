"""What to do for a danger sign, as the one table says it, with the numbers of the clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from course.content import prose
from course.content.signs import LEVELS
from course.views.model import Advice, Block, Noticed, Plain
from course.views.paging import ROWS, evenly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.content.signs import Level, Sign, SignsShown
    from course.views.context import Context
    from course.visit.visit import Visit

_CALLS = ("now", "today")
"""The levels at which the clinic is called."""
MOST = 4
"""Signs of a level on a page, at most."""
BAND, SIGN = 3, 2
"""Rows of a page that what to do takes at most, and a sign in a few words with the empty row that
sets it apart, or with its second line."""


def advice(
    level: Level, context: Context, rows: Iterable[Sign] = (), *, why: bool = True
) -> Advice:
    """What to do at a level, above the signs for which; `why` tells the reason of each."""
    words = context.words
    number = context.emergency_number if level == "emergency" else ""
    parts = [words(name) for name in (f"level.{level}_more",) if name in words]
    if level in _CALLS:
        told = _phones(context)
        parts = [told, *parts] if told else [words(f"level.{level}_no_phone")]
    return Advice(
        level=level,
        text=words(f"level.{level}", number=number),
        number=number,
        more=" ".join(parts),
        signs=tuple(_noticed(row, why) for row in rows),
    )


def _phones(context: Context) -> str:
    """The telephone numbers of the clinic; empty where it has set none."""
    words, clinic = context.words, context.clinic
    if clinic.phone is None:
        return ""
    if clinic.after_hours is None:
        return words("level.phone", phone=clinic.phone)
    return words("level.both_phones", phone=clinic.phone, after_hours=clinic.after_hours)


def shown_on(shown: SignsShown, visit: Visit, context: Context) -> Block:
    """The rows that a page shows; that there are none after shots in the reader's own place."""
    place = visit.achieved.own_place
    rows = [row for name, row in context.course.triage.items() if shown.is_shown(name, row, place)]
    if not rows:
        return Plain(context.words("signs.none_here"))
    return advice(shown.level, context, rows)


def at_place(place: str, context: Context) -> tuple[Block, ...]:
    """What to do for the signs after shots in a place of the body, the most urgent first."""
    rows = context.course.triage.values()
    here = by_level(row for row in rows if row.after != "any" and place in row.after)
    return tuple(in_brief(level, some, context) for level, some in here)


def told_in_brief(rows: Iterable[Sign], context: Context) -> list[tuple[Block, ...]]:
    """What to do for each sign in a few words, as the blocks of one page after the other."""
    pages: list[tuple[Block, ...]] = []
    left = 0
    for level, some in by_level(rows):
        for part in evenly(some, MOST):
            told = in_brief(level, part, context, apart=True)
            takes = BAND + SIGN * len(part)
            if pages and takes + 1 <= left:
                pages[-1] = (*pages[-1], told)
                left -= takes + 1
            else:
                pages.append((told,))
                left = ROWS - takes
    return pages


def concerning(place: str, context: Context) -> list[Sign]:
    """The signs that count for a person who has their shot in a place: those after any shot, and
    those after one there. The place is empty if it is not known."""
    rows = context.course.triage.values()
    return [row for row in rows if row.after == "any" or place in row.after]


def named(names: Iterable[str], context: Context) -> str:
    """Places in one line, as in "Low back, pelvis"."""
    first, *others = (context.course.places[name] for name in names)
    return ", ".join([first, *(name[0].lower() + name[1:] for name in others)])


def by_level(rows: Iterable[Sign]) -> list[tuple[Level, list[Sign]]]:
    """The signs of each level for which there are any, the most urgent level first."""
    every = list(rows)
    told = ((level, [row for row in every if row.level == level]) for level in LEVELS)
    return [(level, some) for level, some in told if some]


def in_brief(
    level: Level, rows: Iterable[Sign], context: Context, *, apart: bool = False
) -> Advice:
    """The signs of a level in a few words each, and the number to call in the words before them."""
    told = advice(level, context, rows, why=False)
    if apart:
        drawn = (
            structs.replace(sign, picture=row.picture or "")
            for sign, row in zip(told.signs, rows, strict=True)
        )
        told = structs.replace(told, signs=tuple(drawn), apart=True)
    return told


def _noticed(row: Sign, why: bool) -> Noticed:
    if not why:
        return Noticed(prose.verbatim(row.short))
    sign, reason = (prose.parse_inline(text).inlines for text in (row.sign, row.why))
    return Noticed(sign, reason, row.picture or "")
