"""Questions with what there is to choose from, and what a person is told about their choice."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint.band import FILLS, band
from course.ui.paint.blocks import panel, written
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush
from course.ui.paint.draft import Draft
from course.ui.paint.keys import column, larger, spread
from course.ui.paint.stack import Item, Stack, read
from course.ui.paint.text import wrapped
from course.views.model import Verdict, told_choice, told_verdict

LEFT = 42
"""Parts of a hundred that the case takes beside its answers."""


def question(draft: Draft) -> Body:
    """What is asked stands beside its answers, or above them and never out of their sight."""
    view, at = draft.view, draft.at
    if at.wide:
        left, right = at.halves(LEFT)
        said = (*view.blocks, *view.asked, *view.hints)
        one = Stack(left).add(*draft.items(said, left))
        for beside in (False, True):
            cards = draft.faces(view.cards, beside=beside)
            keys = spread(draft.brush, cards, right, at.chip, draft.room)
            body = Body(Stack(at.columns), (one, Stack(right).add(*keys)), at.gutter)
            if body.height() <= (draft.most if beside else draft.room):
                return body
    columns = at.columns
    stack = Stack(columns).add(*draft.items(view.blocks, columns))
    first = len(stack.items)
    stack.add(*draft.items(view.asked, columns))
    for item in stack.items[first + 1 :]:
        item.gap = item.least = 0
    pinned = (first, len(stack.items))
    stack.add(*draft.items(view.hints, columns))
    room = draft.room - stack.height(tight=True) - 1
    cards = draft.faces(view.cards, beside=True)
    stack.add(*larger(draft.brush, cards, columns, at.chip, room))
    return Body(stack, pinned=pinned)


def feedback(draft: Draft) -> Body:
    """The verdict first, then why, then what to do; on a wide screen the case stays in sight."""
    view, at, brush = draft.view, draft.at, draft.brush
    verdict, columns = view.verdict, at.columns
    head = Stack(columns)
    several = verdict is not None and len(verdict.chose) > 1
    if verdict is not None:
        below = "" if several or at.wide else f"{verdict.label}: {verdict.chose[0]}"
        rows = band(brush, verdict.tone, verdict.text, below, columns, at.tall)
        told = (told_verdict(verdict), *(told_choice(verdict) if below else ()))
        head.add(Item(rows, read=tuple(read(block, len(rows)) for block in told)))
    said = (*view.blocks, *view.hints)
    cards = draft.faces(view.cards, beside=True)
    if at.wide:
        left, right = at.halves(LEFT)
        one = Stack(left).add(*draft.items(view.asked, left))
        if verdict is not None:
            one.add(*_chosen(brush, verdict, left, airy=at.tall))
        other = Stack(right).add(*draft.items(said, right))
        told_in = head.height(tight=False) + other.height(tight=False) + 2
        room = draft.room - told_in if draft.kit.cell is not None else 0
        other.add(*larger(brush, cards, right, at.chip, room))
        return Body(head, (one, other), at.gutter)
    asked = Stack(columns).add(*draft.items(view.asked, columns))
    if verdict is not None and several:
        asked.add(*_chosen(brush, verdict, columns, airy=False))
    rest = Stack(columns).add(*draft.items(said, columns))
    rest.add(*column(brush, cards, columns, at.chip))
    whole = Body(Stack(columns).add(*head.items, *asked.items, *rest.items))
    # Where not all of it fits, the case goes: everybody has just seen it.
    return whole if whole.height() <= draft.most else Body(head.add(*rest.items))


def _chosen(brush: Brush, verdict: Verdict, width: int, *, airy: bool) -> list[Item]:
    """What the person chose, on a panel in the colour of the verdict."""
    label = written(brush, wrapped(Content.styled(verdict.label, "$quiet"), width), width)
    lines = []
    for number, text in enumerate(verdict.chose, start=1):
        several = f"{number}. " if len(verdict.chose) > 1 else ""
        lines += wrapped(Content.styled(several + text, "bold"), width - 4)
    ink = f"${FILLS[verdict.tone]}"
    rows = panel(brush, lines, width, ink, airy=airy)
    parts = range(len(verdict.chose))
    heard = tuple(read(block, len(rows), n) for block in told_choice(verdict) for n in parts)
    return [label, Item(rows, gap=0, least=0, whole=True, read=heard)]
