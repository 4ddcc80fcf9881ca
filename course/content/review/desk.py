"""What a reviewer does: sign all of it, approve single items, ask the author. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct, structs

from course.content.review.items import Items, mark_of
from course.content.review.record import Approved, Asked, Record, Signed
from course.content.source.spelling import nearest, quoted
from course.errors import UsageError

_NAMED = 5
"""Items that an error names; the rest are counted."""


class Person(Struct, frozen=True):
    """Who reviews, and in which role."""

    by: str
    role: str


def sign(
    record: Record, now: Items, modules: Iterable[str], by: Person, days: tuple[datetime.date, ...]
) -> tuple[Record, Items]:
    """All that stands there now, signed on the first of the days; the second is the next review's.

    The marks are those of nothing yet: `record.write` fills them in. Raises UsageError as long as
    questions are open.
    """
    if record.questions:
        items = [*dict.fromkeys(each.item for each in record.questions)]
        raise UsageError(
            f"Questions about {_some(items)} are open. prolo review questions lists them. Once one "
            "is answered, approve its item; then sign."
        )
    on, until = days
    signed = Signed(
        by=by.by,
        role=by.role,
        on=on,
        next=until,
        whole="0" * 12,
        modules=dict.fromkeys(modules, "0" * 12),
    )
    return structs.replace(record, signed=signed, approved=_holding(record, now)), now


def approve(
    record: Record, kept: Items, now: Items, item: str, given: Approved
) -> tuple[Record, Items]:
    """One item as it stands there now, or that it is gone; what was asked about it is answered.

    Raises UsageError if there is no such item.
    """
    if item not in now and item not in kept:
        raise UsageError(_no_item(item, now))
    if item in now:
        kept = {name: kept[name] for name in kept if name != item} | {item: now[item]}
        # In the order in which they are looked through, so that two versions can be compared.
        kept = {name: kept[name] for name in dict.fromkeys([*now, *kept]) if name in kept}
    else:
        kept = {name: text for name, text in kept.items() if name != item}
    others = tuple(each for each in _holding(record, kept) if each.item != item)
    approved = (*others, structs.replace(given, mark=mark_of({item: kept.get(item, "")})))
    questions = tuple(each for each in record.questions if each.item != item)
    return structs.replace(record, approved=approved, questions=questions), kept


def ask(record: Record, now: Items, question: Asked) -> Record:
    """A question to the author. Raises UsageError if there is no such item."""
    if question.item not in now:
        raise UsageError(_no_item(question.item, now))
    return structs.replace(record, questions=(*record.questions, question))


def _holding(record: Record, kept: Items) -> tuple[Approved, ...]:
    """The approvals of items that are still as they were approved."""
    return tuple(
        each
        for each in record.approved
        if each.mark == mark_of({each.item: kept.get(each.item, "")})
    )


def _no_item(item: str, now: Items) -> str:
    near = nearest(item, tuple(now))
    meant = f' Did you mean "{near}"?' if near else ""
    return (
        f'There is no item "{item}".{meant} Items are named as in preparation/medicines or '
        "triage/chest-pain; prolo review export shows all of them."
    )


def _some(items: list[str]) -> str:
    more = f" and {len(items) - _NAMED} more" if len(items) > _NAMED else ""
    return quoted(items[:_NAMED]) + more
