"""Pages that are read: on a wide screen in two columns, with a figure or cards beside the text."""

from __future__ import annotations

from msgspec import structs

from course.content.kinds.figures import DrawingFigure
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.keys import ROOMY, column, in_pairs, languages, rows_of, spread
from course.ui.paint.layouts.illustration import illustration
from course.ui.paint.stack import FILLED, Item, Stack, make_taller
from course.views.model import Advice, BigDigits, Block, Drawing, Heading, Note, Plain, Text

LEFT = 48
"""Parts of a hundred that the text takes beside a figure."""
LEFT_OF_PICTURE = 60
"""Parts of a hundred that it takes beside a picture on a screen that is not wide."""
LOST = 3
"""A text in so many times its rows looks lost on a panel that is large."""
PICTURE = 9
"""Rows of a picture below cards, at least."""
FULL = 4
"""Rows to spare, at most, that stand around a title and between what is told."""
LEAST = 16
"""Columns of a card beside two others, at least."""
PAIRS = 8
"""Short cards that may stand in pairs without a row to spare, at most."""
AIR = 3
"""Rows above and below the words that are alone on a large screen, besides those of a panel."""


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
    if len(draft.view.cards) == 1 and not second and _is_empty_else(draft, first):
        stacked = _stacked(draft)
        if stacked.height() <= draft.room:
            return stacked
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
    if at.tall and draft.view.picture:
        below = draft.room - other.height(tight=False) - 1
        other.add(*(illustration(draft, right, below) if below >= PICTURE else []))
    one = Stack(left)
    if not second and _is_empty_else(draft, first):
        one.add(_as_high(draft, first, left, other.height(tight=False)))
    else:
        one.add(*draft.items(first, left))
    return Body(Stack(at.columns), (one, other), at.gutter)


def _stacked(draft: Draft) -> Body:
    """A text on a panel and the only card below it, both from side to side: beside each other they
    would leave most of a large screen empty."""
    columns = draft.at.columns
    panel = _as_high(draft, draft.view.blocks, columns, 0)
    make_taller(panel, 2 * AIR)
    cards = draft.faces(draft.view.cards, beside=True)
    keys = spread(draft.brush, cards, columns, draft.at.chip, draft.room)
    return Body(Stack(columns).add(panel, *keys))


def _as_high(draft: Draft, blocks: tuple[Block, ...], width: int, rows: int) -> Item:
    """Text in the middle of a panel of so many `rows`, or of as many as it has where it would be
    lost on that."""
    # Not needed on small screens.
    from course.ui.paint.layouts.panels import told_on_panel

    item = told_on_panel(draft, blocks, width)
    spare = max(rows - len(item.rows), 0)
    if spare > 2 * FILLED and rows > LOST * len(item.rows):
        spare = 0
    make_taller(item, spare)
    return item


def _is_empty_else(draft: Draft, blocks: tuple[Block, ...]) -> bool:
    """Whether blocks are nothing but text, which would be lost on a screen that is large."""
    is_text = all(
        _is_read(block) and not (isinstance(block, Note) and block.tone != "plain")
        for block in blocks
    )
    return draft.at.tall and draft.room >= ROOMY and is_text


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
    """All of it in one column; the cards of a list in pairs, where they would not fit else or touch
    the buttons. Short ones stand in pairs, or three in a row where those would not fit, or many
    would fill all of it, and that takes fewer rows."""
    view, at, brush = draft.view, draft.at, draft.brush
    stack = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
    cards = draft.faces(view.cards, beside=True) + languages(view)
    keys = column(brush, cards, at.columns, at.chip)
    told = stack.height(tight=True)
    if view.layout == "list" and view.short_cards:
        keys = rows_of(brush, cards, at.columns, 2, at.gutter, at.chip)
        room = draft.most if len(cards) <= PAIRS else draft.room
        if told + _rows(keys) > room and at.columns >= 3 * LEAST + 2 * at.gutter:
            three = rows_of(brush, cards, at.columns, 3, at.gutter, at.chip)
            # Three in a row may be higher: their words are broken.
            keys = min(keys, three, key=_rows)
    elif view.layout == "list":
        # Cards that change stay where they are.
        room = draft.most if any(card.mark for card in view.cards) else draft.room - 1
        if told + _rows(keys) > room:
            keys = in_pairs(brush, cards, at)
        if room < draft.most:
            keys += _free(draft, stack, _rows(keys))
    return Body(stack.add(*keys))


def _free(draft: Draft, told: Stack, rows: int) -> list[Item]:
    """An empty row between cards of so many rows and the buttons, where all would be full else:
    sooner than between what is told above them."""
    spare = draft.most - told.height(tight=True) - rows
    if not 0 <= spare < FULL or spare + sum(item.least for item in told.items[1:]) == 0:
        return []
    for item in told.items:
        item.least = 0
    return [Item([draft.brush.blank(told.width)], gap=0, least=0)]


def _rows(items: list[Item]) -> int:
    return sum(len(item.rows) for item in items)


def _shorter(draft: Draft) -> Body:
    """One column, or two where it has more rows than there are and falls into halves."""
    whole = single(draft)
    if draft.view.cards:
        return whole
    if whole.height() + 2 * AIR <= draft.room and _is_empty_else(draft, draft.view.blocks):
        columns = draft.at.columns
        item = _as_high(draft, draft.view.blocks, columns, whole.height() + 2 * (1 + AIR))
        return Body(Stack(columns).add(item))
    if whole.height() <= draft.most:
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
