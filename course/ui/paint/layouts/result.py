"""The end of a part, and of all: what to look at again first, then what there is to read."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import column, in_pairs, spread
from course.ui.paint.layouts.reading import halved, page
from course.ui.paint.stack import Stack

LEFT = 56
"""Parts of a hundred that the cards take beside the text."""


def result(draft: Draft) -> Body:
    """What is worth another look as cards, above or beside what is sure."""
    view, at = draft.view, draft.at
    if not view.cards:
        return page(draft)
    if not at.wide:
        read = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
        cards = draft.faces(view.cards, beside=True)
        keys = column(draft.brush, cards, at.columns, at.chip)
        if read.height(tight=True) + sum(len(item.rows) for item in keys) > draft.most:
            keys = in_pairs(draft.brush, cards, at)
        return Body(Stack(at.columns).add(*keys, *read.items))
    if view.layout == "finish":
        cards = draft.faces(view.cards, beside=True)
        return halved(
            draft, Stack(at.columns).add(*column(draft.brush, cards, at.columns, at.chip))
        )
    left, right = at.halves(LEFT)
    other = Stack(right).add(*draft.items(view.blocks, right))
    for beside in (False, True):
        cards = draft.faces(view.cards, beside=beside)
        one = Stack(left).add(*spread(draft.brush, cards, left, at.chip, draft.room))
        body = Body(Stack(at.columns), (one, other), at.gutter)
        if body.height() <= (draft.most if beside else draft.room):
            return body
    return body
