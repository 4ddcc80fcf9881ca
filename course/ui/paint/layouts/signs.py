"""Danger signs: on a wide screen what to do stands beside them, as high as all of them."""

from __future__ import annotations

from course.ui.paint.advice import HIGH, panels, tall
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.stack import Item, Stack, read
from course.views.model import Advice

LEFT = 30
"""Parts of a hundred that what to do takes."""


def signs(draft: Draft, advice: Advice) -> Body:
    """A band that is a column, the signs on its right, and the rest of the page below those."""
    at, brush = draft.at, draft.brush
    left, right = at.halves(LEFT)
    others = tuple(block for block in draft.view.blocks if block is not advice)
    second = Stack(right).add(*panels(brush, advice, right, draft.numbers))
    for item in second.items[1:]:
        item.least = 0
    height = min(max(second.height(tight=False), HIGH if at.tall else 0), draft.room)
    heard = (read(advice, height),)
    first = Stack(left).add(Item(tall(brush, advice, left, height), whole=True, read=heard))
    second.add(*draft.items(others, right))
    return Body(Stack(at.columns), (first, second), at.gutter)
