"""The question whether anybody is there, in the middle of the screen."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import rows_of
from course.ui.paint.layouts.reading import single
from course.ui.paint.stack import Item, Stack
from course.ui.paint.top import title

COLUMNS = 68


def still(draft: Draft) -> Body:
    """What will happen, and what to press; in the middle where there is room on both sides."""
    view, at, brush = draft.view, draft.at, draft.brush
    if not at.wide:
        return single(draft)
    middle = Stack(COLUMNS).add(Item(title(brush, view.title, COLUMNS, at.tall)))
    middle.add(*draft.items(view.blocks, COLUMNS))
    cards = draft.faces(view.cards, beside=False)
    middle.add(*rows_of(brush, cards, COLUMNS, min(len(cards), 2) or 1, 2, at.chip))
    above = max(draft.room - middle.height(tight=False), 0) // 3
    middle.items[0].rows[:0] = [brush.blank(COLUMNS)] * above
    left = (at.columns - COLUMNS) // 2
    sides = Stack(left), Stack(at.columns - COLUMNS - left)
    return Body(Stack(at.columns), (sides[0], middle, sides[1]))
