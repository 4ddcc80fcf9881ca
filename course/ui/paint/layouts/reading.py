"""Pages that are read: on a wide screen in two columns, with a figure or cards beside the text."""

from __future__ import annotations

from msgspec import structs

from course.content.kinds.figures import DrawingFigure
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import column, in_pairs, languages, rows_of, spread
from course.ui.paint.stack import Item, Stack
from course.views.model import Advice, BigDigits, Block, Drawing, Heading, Note, Plain, Text

LEFT = 48
"""Parts of a hundred that the text takes beside a figure."""
LEFT_OF_PICTURE = 60
"""Parts of a hundred that it takes beside a picture on a screen that is not wide."""


def page(draft: Draft) -> Body:
    """All of it in one column, or what is not running text in a second one.

    Where pictures have no room they go: first those of signs, and drawings that have cells too are
    shown in these; then the drawings that have none.
    """
    found = _page(draft)
    if found.height() > draft.most and draft.kit.svgs:
        found = _page(draft.without_pictures)
    if found.height() > draft.most:
        plain = _plain(draft)
        if len(plain.view.blocks) < len(draft.view.blocks):
            found = _page(plain)
    return found


def _plain(draft: Draft) -> Draft:
    """Without the drawings that are pictures alone; whoever does not see them hears their words."""
    view, cells = draft.view, draft.kit.pictures
    blocks = tuple(
        block
        for block in view.blocks
        if not isinstance(block, Drawing)
        or not isinstance(block.figure, DrawingFigure)
        or block.figure.file in cells
    )
    return structs.replace(draft.without_pictures, view=structs.replace(view, blocks=blocks))


def _page(draft: Draft) -> Body:
    blocks = draft.view.blocks
    told = [block for block in blocks if isinstance(block, Advice)]
    if draft.at.wide and len(told) == 1 and told[0].apart and not draft.view.cards:
        # Few pages have danger signs.
        from course.ui.paint.layouts.signs import signs

        beside = signs(draft, told[0])
        if beside.height() <= draft.most:
            return beside
    if not draft.at.wide or any(map(_needs_width, blocks)):
        return _narrow(draft)
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
    if draft.view.short_cards and one.height() <= draft.room:
        return one
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
    if at.tall and not other.items:
        other.add(*spread(draft.brush, cards, right, at.chip, draft.room))
    else:
        other.add(*column(draft.brush, cards, right, at.chip))
    one = Stack(left).add(*draft.items(first, left))
    return Body(Stack(at.columns), (one, other), at.gutter)


def _narrow(draft: Draft) -> Body:
    """All of it in one column, or the picture beside its text where it is larger there."""
    one = single(draft)
    drawn = tuple(block for block in draft.view.blocks if isinstance(block, Drawing))
    if not draft.kit.svgs or len(drawn) != 1 or not any(map(_is_read, draft.view.blocks)):
        return one
    left, right = draft.at.halves(LEFT_OF_PICTURE)
    others = tuple(block for block in draft.view.blocks if block not in drawn)
    first = Stack(left).add(*draft.items(others, left))
    second = Stack(right).add(*draft.items(drawn, right))
    cards = draft.faces(draft.view.cards, beside=True) + languages(draft.view)
    columns = draft.at.columns
    foot = Stack(columns).add(*column(draft.brush, cards, columns, draft.at.chip))
    two = Body(Stack(columns), (first, second), draft.at.gutter, foot=foot)
    return max(one, two, key=lambda body: _drawn(draft, body))


def _drawn(draft: Draft, body: Body) -> int:
    """How many cells its pictures take; none where it is too high for the screen."""
    if body.height() > draft.most:
        return 0
    laid = body.laid(draft.brush, max(draft.room, body.height()))
    return sum(placed.region.area for placed in laid.pictures)


def single(draft: Draft) -> Body:
    """All of it in one column; the cards of a list in pairs, where they would not fit else. Short
    ones stand in pairs, or three in a row where those would not fit and that takes fewer rows."""
    view, at, brush = draft.view, draft.at, draft.brush
    stack = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
    cards = draft.faces(view.cards, beside=True) + languages(view)
    keys = column(brush, cards, at.columns, at.chip)
    told = stack.height(tight=True)
    if view.layout == "list" and view.short_cards:
        keys = rows_of(brush, cards, at.columns, 2, at.gutter, at.chip)
        if told + _rows(keys) > draft.most:
            three = rows_of(brush, cards, at.columns, 3, at.gutter, at.chip)
            # On a narrow screen three in a row may be higher: their words are broken.
            keys = min(keys, three, key=_rows)
    elif view.layout == "list" and told + _rows(keys) > draft.most:
        keys = in_pairs(brush, cards, at)
    return Body(stack.add(*keys))


def _rows(items: list[Item]) -> int:
    return sum(len(item.rows) for item in items)


def _shorter(draft: Draft) -> Body:
    """One column, or two where it has more rows than there are and falls into halves."""
    whole = single(draft)
    if whole.height() <= draft.most or draft.view.cards:
        return whole
    two = halved(draft, Stack(draft.at.columns))
    return two if two.height() <= draft.most else whole


def halved(draft: Draft, head: Stack) -> Body:
    """The blocks in two columns below a head, in the second what the first has no room for."""
    left, right = draft.at.halves()
    first, second = Stack(left), Stack(right)
    most = draft.most - head.height(tight=True)
    for block in draft.view.blocks:
        found = draft.items((block,), left)
        stack = second if second.items else first
        if first.height(tight=True) + sum(len(item.rows) for item in found) >= most:
            stack = second
            found = draft.items((block,), right)
        stack.add(*found)
    return Body(head, (first, second), draft.at.gutter)
