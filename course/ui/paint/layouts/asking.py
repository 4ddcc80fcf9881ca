"""Questions with what there is to choose from, and what a person is told about their choice."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint import top
from course.ui.paint.band import FILLS, band
from course.ui.paint.blocks import EDGE, panel, written
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush
from course.ui.paint.draft import Draft
from course.ui.paint.grid import TEXT
from course.ui.paint.keys import column, larger, spread
from course.ui.paint.stack import Item, Stack, read
from course.ui.paint.text import sentences, wrapped
from course.views.model import Plain, Verdict, told_choice, told_verdict

LEFT = 42
"""Parts of a hundred that the case takes beside its answers."""
LINES = 2
"""Of a question or a verdict in large letters, at most."""


def question(draft: Draft) -> Body:
    """What is asked stands beside its answers, or above them and never out of their sight.

    Where no title asks it, it is as loud as one.
    """
    view, at = draft.view, draft.at
    if at.tall and (found := _large(draft)) is not None:
        return found
    if at.wide:
        return _beside(draft)
    columns = at.columns
    stack = Stack(columns).add(*draft.items(view.blocks, columns))
    first = len(stack.items)
    stack.add(*_asked(draft, columns))
    for item in stack.items[first + 1 :]:
        item.gap = item.least = 0
    pinned = (first, len(stack.items))
    stack.add(*draft.items(view.hints, columns))
    room = draft.room - stack.height(tight=True) - 1
    cards = draft.faces(view.cards, beside=True)
    stack.add(*larger(draft.brush, cards, columns, at.chip, room))
    return Body(stack, pinned=pinned)


def _beside(draft: Draft) -> Body:
    """On the left all that there is to read, on the right the answers."""
    view, at = draft.view, draft.at
    left, right = at.halves(LEFT)
    for on_panel in (at.tall, False):
        one = Stack(left).add(*draft.items(view.blocks, left))
        one.add(*_asked(draft, left, on_panel=on_panel), *draft.items(view.hints, left))
        for beside in (False, True):
            cards = draft.faces(view.cards, beside=beside)
            keys = spread(draft.brush, cards, right, at.chip, draft.room)
            body = Body(Stack(at.columns), (one, Stack(right).add(*keys)), at.gutter)
            if body.height() <= (draft.most if beside else draft.room):
                return body
    return body


def _asked(draft: Draft, width: int, *, on_panel: bool = False) -> list[Item]:
    """What is asked, and how it is to be answered."""
    view, brush = draft.view, draft.brush
    first = view.asked[0] if view.asked else None
    if view.title_asks or not isinstance(first, Plain):
        return draft.items(view.asked, width)
    said = Content.styled(first.text, "bold $accent")
    if on_panel:
        lines = wrapped(said, min(width - 2 * EDGE, TEXT))
        item = Item(panel(brush, lines, width, "$accent", airy=True), whole=True)
    else:
        item = written(brush, wrapped(said, min(width, TEXT)), width)
    item.read = (read(first, len(item.rows)),)
    return [item, *draft.items(view.asked[1:], width)]


def _large(draft: Draft) -> Body | None:
    """What is asked in letters of blocks across the page, and below it what happened before that,
    beside the answers. None where it is asked by the title, or has no room."""
    view, at, brush = draft.view, draft.at, draft.brush
    first = view.asked[0] if view.asked else None
    if view.title_asks or view.blocks or not isinstance(first, Plain):
        return None
    *before, asked = sentences(first.text)
    if not asked.endswith("?"):
        before, asked = [], first.text
    story = " ".join(before)
    rows = top.large(brush, asked, at.columns, LINES)
    if not rows:
        return None
    head = Stack(at.columns).add(Item(rows, whole=True, read=(read(first, len(rows)),)))
    left, right = at.halves(LEFT)
    one = Stack(left)
    if story:
        one.add(written(brush, wrapped(Content.styled(story, "bold"), left), left))
        one.items[0].read = (read(first, len(one.items[0].rows)),)
    one.add(*draft.items((*view.asked[1:], *view.hints), left))
    width = right if one.items else at.columns
    room = draft.room - len(rows) - 1
    for beside in (False, True):
        cards = draft.faces(view.cards, beside=beside)
        other = Stack(width).add(*spread(brush, cards, width, at.chip, room))
        other.items[0].least = 1
        body = Body(head, (one, other) if one.items else (other,), at.gutter)
        if body.height() <= draft.room:
            return body
    return None


def feedback(draft: Draft) -> Body:
    """The verdict first, then why, then what to do; on a wide screen the case stays in sight."""
    if not draft.at.tall:
        return _feedback(draft, 0)
    found = _feedback(draft, LINES)
    # A long verdict takes fewer rows where the rest has no room for more.
    return found if found.height() <= draft.most else _feedback(draft, 1)


def _feedback(draft: Draft, lines: int) -> Body:
    """The same, with the verdict in at most so many lines of large letters."""
    view, at, brush = draft.view, draft.at, draft.brush
    verdict, columns = view.verdict, at.columns
    head = Stack(columns)
    several = verdict is not None and len(verdict.chose) > 1
    if verdict is not None:
        below = "" if several or at.wide else f"{verdict.label}: {verdict.chose[0]}"
        rows = band(brush, verdict.tone, verdict.text, below, columns, lines)
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
