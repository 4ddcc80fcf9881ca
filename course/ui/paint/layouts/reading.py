"""Pages that are read: on a wide screen in two columns, with a figure or cards beside the text."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.card import rows_at
from course.ui.paint.draft import Draft
from course.ui.paint.keys import Faced, column, languages, rows_of
from course.ui.paint.stack import Item, Stack
from course.views.model import Advice, BigDigits, Block, Drawing, Heading, Note, Plain, Text

HIGH = 4
"""Rows of a card that may stand beside another one, at most."""
LEFT = 48
"""Parts of a hundred that the text takes beside a figure."""


def page(draft: Draft) -> Body:
    """All of it in one column, or what is not running text in a second one."""
    blocks = draft.view.blocks
    told = [block for block in blocks if isinstance(block, Advice)]
    if draft.at.wide and len(told) == 1 and told[0].is_explained and not draft.view.cards:
        # Few pages have danger signs.
        from course.ui.paint.layouts.signs import signs

        beside = signs(draft, told[0])
        if beside.height() <= draft.most:
            return beside
    if not draft.at.wide or any(map(_needs_width, blocks)):
        return single(draft)
    second: tuple[Block, ...] = tuple(b for b in blocks if isinstance(b, Drawing))
    if not second and not draft.view.cards:
        second = tuple(block for block in blocks if not _is_read(block))
    first = tuple(block for block in blocks if block not in second)
    if not any(_is_read(block) for block in first) or not (second or draft.view.cards):
        return _shorter(draft)
    two = _two(draft, first, second)
    if two.height() <= draft.room:
        return two
    one = single(draft)
    return two if two.height() <= max(draft.most, one.height()) else one


def _needs_width(block: Block) -> bool:
    return isinstance(block, BigDigits) or (isinstance(block, Drawing) and block.figure.needs_width)


def _is_read(block: Block) -> bool:
    return isinstance(block, Text | Plain | Heading | Note)


def _two(draft: Draft, first: tuple[Block, ...], second: tuple[Block, ...]) -> Body:
    at = draft.at
    left, right = at.halves(LEFT)
    other = Stack(right).add(*draft.items(second, right))
    cards = draft.faces(draft.view.cards, beside=True) + languages(draft.view)
    other.add(*column(draft.brush, cards, right, at.chip))
    one = Stack(left).add(*draft.items(first, left))
    return Body(Stack(at.columns), (one, other), at.gutter)


def single(draft: Draft) -> Body:
    """All of it in one column; the cards of a list in pairs, where they would not fit else."""
    view, at, brush = draft.view, draft.at, draft.brush
    stack = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
    cards = draft.faces(view.cards, beside=True) + languages(view)
    keys = column(brush, cards, at.columns, at.chip)
    rows = stack.height(tight=True) + sum(len(item.rows) for item in keys)
    if view.layout == "list" and rows > draft.most:
        keys = _in_pairs(draft, cards)
    return Body(stack.add(*keys))


def _in_pairs(draft: Draft, cards: list[Faced]) -> list[Item]:
    """Two cards in a row where both are short, in the order in which they are read."""
    at, brush = draft.at, draft.brush
    half = at.halves()[0]
    found: list[Item] = []
    while cards:
        pair = cards[:2]
        is_pair = len(pair) == 2 and all(rows_at(face, half, at.chip) <= HIGH for _, face in pair)
        count = 2 if is_pair else 1
        found += rows_of(brush, cards[:count], at.columns, count, at.gutter, at.chip)
        cards = cards[count:]
    for item in found[1:]:
        item.gap = 0
    return found


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
