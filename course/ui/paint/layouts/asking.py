"""Questions with what there is to choose from, and what a person is told about their choice."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint.band import band
from course.ui.paint.blocks import items, panel, written
from course.ui.paint.body import Body
from course.ui.paint.grid import Grid
from course.ui.paint.keys import column, faces
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Item, Stack
from course.ui.paint.text import Numbering, wrapped
from course.views.model import View, signs


def question(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """What is asked stands beside its answers, or above them and never out of their sight."""
    brush = kit.brush
    cards = faces(view.cards, signs(view), beside=not grid.wide)
    if grid.wide:
        left, right = grid.halves(42)
        said = (*view.blocks, *view.asked, *view.hints)
        one = Stack(left).add(*items(said, left, numbers, kit, airy=True))
        other = Stack(right).add(*column(brush, cards, right, grid.chip))
        body = Body(Stack(grid.columns), (one, other), grid.gutter)
        if body.height() <= grid.bottom - grid.title - 2:
            return body
    stack = Stack(grid.columns)
    stack.add(*items(view.blocks, grid.columns, numbers, kit))
    first = len(stack.items)
    stack.add(*items(view.asked, grid.columns, numbers, kit))
    for item in stack.items[first + 1 :]:
        item.least = 0
    pinned = (first, len(stack.items))
    stack.add(*items(view.hints, grid.columns, numbers, kit))
    stack.add(*column(brush, cards, grid.columns, grid.chip))
    return Body(stack, pinned=pinned)


def feedback(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """The verdict first, then why, then what to do; on a wide screen the case stays in sight."""
    brush, verdict = kit.brush, view.verdict
    cards = faces(view.cards, signs(view), beside=True)
    head = Stack(grid.columns)
    if verdict is not None:
        label, chose = verdict.label, verdict.chose
        below = f"{label}: {chose[0]}" if len(chose) == 1 and not grid.tall else ""
        large = grid.tall
        head.add(Item(band(brush, verdict.tone, verdict.text, below, grid.columns, large)))
    if grid.wide:
        left, right = grid.halves(42)
        one = Stack(left).add(*items(view.asked, left, numbers, kit))
        one.add(*_chosen(view, left, kit))
        other = Stack(right).add(*items((*view.blocks, *view.hints), right, numbers, kit))
        other.add(*column(brush, cards, right, grid.chip))
        return Body(head, (one, other), grid.gutter)
    head.add(*items(view.asked, grid.columns, numbers, kit))
    if verdict is not None and len(verdict.chose) > 1:
        head.add(*_chosen(view, grid.columns, kit))
    head.add(*items((*view.blocks, *view.hints), grid.columns, numbers, kit))
    head.add(*column(brush, cards, grid.columns, grid.chip))
    return Body(head)


def _chosen(view: View, width: int, kit: Kit) -> list[Item]:
    """What the person chose, on a panel in the colour of the verdict."""
    verdict = view.verdict
    if verdict is None:
        return []
    label = written(kit.brush, [Content.styled(verdict.label, "$quiet")], width)
    lines = []
    for number, text in enumerate(verdict.chose, start=1):
        several = f"{number}. " if len(verdict.chose) > 1 else ""
        lines += wrapped(Content.styled(several + text, "bold"), width - 4)
    tone = {"safe": "$accent", "unsure": "$accent"}.get(verdict.tone, f"${verdict.tone}")
    return [label, Item(panel(kit.brush, lines, width, tone), gap=0, least=0, whole=True)]
