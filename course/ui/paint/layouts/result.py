"""The end of a part: what to look at again first, and what it said in one sentence."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import spread
from course.ui.paint.layouts.reading import single
from course.ui.paint.stack import Stack

LEFT = 56
"""Parts of a hundred that the cards take beside the text."""


def result(draft: Draft) -> Body:
    """The points of the part as cards, each with whether the person knows it."""
    view, at = draft.view, draft.at
    if not at.wide or not view.cards:
        return single(draft)
    left, right = at.halves(LEFT)
    other = Stack(right).add(*draft.items(view.blocks, right))
    for beside in (False, True):
        cards = draft.faces(view.cards, beside=beside)
        one = Stack(left).add(*spread(draft.brush, cards, left, at.chip, draft.room))
        body = Body(Stack(at.columns), (one, other), at.gutter)
        if body.height() <= (draft.most if beside else draft.room):
            return body
    return body
