"""Danger signs: on a wide screen what to do stands beside them, as high as all of them."""

from __future__ import annotations

from course.ui.paint.advice import HIGH, panels, tall
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.stack import Item, Stack, read
from course.views.model import Advice

LEFT = 30
"""Parts of a hundred that what to do takes."""


PICTURES = (6, 5, 4, 3)
"""Rows of the picture of a sign, the best first."""


def signs(draft: Draft, advice: Advice) -> Body:
    """A band that is a column, the signs on its right, and the rest of the page below those.

    Their pictures are as large as there is room for, and left out where there is none.
    """
    if any(noticed.picture in draft.kit.svgs for noticed in advice.signs):
        # Sooner a smaller title than pictures in which nothing can be told.
        for room in (draft.room, draft.most):
            for high in PICTURES:
                found = _signs(draft, advice, high)
                if found.height() <= room:
                    return found
        draft = draft.without_pictures
    return _signs(draft, advice, PICTURES[0])


def _signs(draft: Draft, advice: Advice, high: int) -> Body:
    at, brush = draft.at, draft.brush
    left, right = at.halves(LEFT)
    others = tuple(block for block in draft.view.blocks if block is not advice)
    second = Stack(right).add(*panels(draft.kit, advice, right, draft.numbers, high))
    for item in second.items[1:]:
        item.least = 0
    # Where a large title leaves too few rows for the signs, it goes, and the band has them too.
    room = draft.room if second.height(tight=True) <= draft.room else draft.most
    if second.height(tight=False) > room:
        # A gap between some of them would look as if it said something.
        for item in second.items[1:]:
            item.gap = item.least
    height = min(max(second.height(tight=False), HIGH if at.tall else 0), room)
    heard = (read(advice, height),)
    first = Stack(left).add(Item(tall(brush, advice, left, height), whole=True, read=heard))
    second.add(*draft.items(others, right))
    return Body(Stack(at.columns), (first, second), at.gutter)
