"""Pages that are read: on a wide screen in two columns, with a figure or cards beside the text."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import column
from course.ui.paint.stack import Stack
from course.views.model import BigDigits, Block, Drawing, Heading, Note, Plain, Text

LEFT = 48
"""Parts of a hundred that the text takes beside a figure."""


def page(draft: Draft) -> Body:
    """All of it in one column, or what is not running text in a second one."""
    if not draft.at.wide or any(isinstance(block, BigDigits) for block in draft.view.blocks):
        return single(draft)
    blocks = draft.view.blocks
    second = tuple(block for block in blocks if isinstance(block, Drawing))
    second = second or tuple(block for block in blocks if not _is_read(block))
    first = tuple(block for block in blocks if block not in second)
    if not any(_is_read(block) for block in first) or not (second or draft.view.cards):
        return _shorter(draft)
    two = _two(draft, first, second)
    return two if two.height() <= draft.room else _lower(two, single(draft), draft)


def _is_read(block: Block) -> bool:
    return isinstance(block, Text | Plain | Heading | Note)


def _lower(one: Body, other: Body, draft: Draft) -> Body:
    """The one that fits, or else the lower one."""
    return one if one.height() <= max(draft.most, other.height()) else other


def _two(draft: Draft, first: tuple[Block, ...], second: tuple[Block, ...]) -> Body:
    at = draft.at
    left, right = at.halves(LEFT)
    other = Stack(right).add(*draft.items(second, right))
    other.add(*column(draft.brush, draft.faces(draft.view.cards, beside=True), right, at.chip))
    one = Stack(left).add(*draft.items(first, left))
    return Body(Stack(at.columns), (one, other), at.gutter)


def single(draft: Draft) -> Body:
    """All of it in one column."""
    columns = draft.at.columns
    stack = Stack(columns).add(*draft.items(draft.view.blocks, columns))
    cards = draft.faces(draft.view.cards, beside=True)
    return Body(stack.add(*column(draft.brush, cards, columns, draft.at.chip)))


def _shorter(draft: Draft) -> Body:
    """One column, or two where it has more rows than there are and falls into halves."""
    whole = single(draft)
    if whole.height() <= draft.most or draft.view.cards:
        return whole
    left, right = draft.at.halves()
    first, second = Stack(left), Stack(right)
    for block in draft.view.blocks:
        found = draft.items((block,), left)
        stack = second if second.items else first
        if first.height(tight=True) + sum(len(item.rows) for item in found) >= draft.most:
            stack = second
            found = draft.items((block,), right)
        stack.add(*found)
    two = Body(Stack(draft.at.columns), (first, second), draft.at.gutter)
    return two if two.height() <= draft.most else whole
