"""The end of a part, and of all: what to look at again first, then what there is to read, and at
the end of a part what comes next."""

from __future__ import annotations

from textual.content import Content

from course.content import prose
from course.ui.paint.blocks import EDGE, panel, written
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.grid import TEXT
from course.ui.paint.keys import column, in_pairs, spread
from course.ui.paint.layouts.illustration import illustration
from course.ui.paint.layouts.reading import page
from course.ui.paint.stack import Item, Read, Stack, make_taller, read
from course.ui.paint.text import indented, spans, wrapped
from course.views.model import Block, Note, Plain, Text

LEFT = 56
"""Parts of a hundred that the cards take beside the text."""
AIR = 2
"""Empty rows above and below the words of a panel, at most, besides those of any panel."""
FREE = 4
"""Rows that a picture beside the text leaves free."""
TICK = "✓ "


def result(draft: Draft) -> Body:
    """What is worth another look as cards, above or beside what is sure."""
    view, at = draft.view, draft.at
    if at.tall and view.layout == "result":
        return _large(draft)
    if view.layout == "result":
        return _beside(draft, at.halves(LEFT)[0]) if at.wide and view.cards else _below(draft)
    if not view.cards:
        if not at.tall:
            return page(draft)
        # Only what is taken along has headings.
        from course.ui.paint.layouts.parts import has_parts, parts

        return parts(draft) if has_parts(view) else _apart(draft)
    if at.wide:
        return page(draft)
    read = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
    return Body(read.add(*_keys(draft, read.height(tight=True))))


def _below(draft: Draft) -> Body:
    """What is worth another look, and below it what is sure and what comes next."""
    columns = draft.at.columns
    told = Stack(columns).add(*_told(draft, columns))
    stack = Stack(columns).add(*_keys(draft, told.height(tight=True)), *told.items)
    last = _onward(draft, columns)
    if stack.height(tight=True) + sum(len(item.rows) for item in last) <= draft.most:
        stack.add(*last)
    return Body(stack)


def _keys(draft: Draft, told: int) -> list[Item]:
    """The cards, beside each other where they have no room below so many rows."""
    view, at = draft.view, draft.at
    cards = draft.faces(view.cards, beside=True)
    keys = column(draft.brush, cards, at.columns, at.chip)
    if told + sum(len(item.rows) for item in keys) > draft.most:
        keys = in_pairs(draft.brush, cards, at)
    return keys


def _told(draft: Draft, width: int) -> list[Item]:
    """What is read, with a tick before what is sure; on a panel on a large screen."""
    found: list[Item] = []
    for block in draft.view.blocks:
        here = _sure(draft, block, width) or draft.items((block,), width)
        if found and isinstance(block, Text):
            here[0].least = 0  # It stands below its heading.
        found += here
    return found


def _onward(draft: Draft, width: int) -> list[Item]:
    """What comes next, in a row that needs none above it."""
    said = draft.view.onward
    if not said:
        return []
    item = written(draft.brush, wrapped(Content.styled(said, "$quiet"), min(width, TEXT)), width)
    item.least = 0
    item.read = (read(Plain(said), len(item.rows)),)
    return [item]


def _beside(draft: Draft, left: int, other: Stack | None = None) -> Body:
    """The cards on the left, as large as there is room for, and below them what comes next."""
    at = draft.at
    if other is None:
        right = at.columns - at.gutter - left
        other = Stack(right).add(*_told(draft, right))
    last = _onward(draft, left)
    room = draft.room - sum(1 + len(item.rows) for item in last)
    for beside in (False, True):
        cards = draft.faces(draft.view.cards, beside=beside)
        one = Stack(left).add(*spread(draft.brush, cards, left, at.chip, room))
        if one.height(tight=True) <= room:
            one.add(*last)
        body = Body(Stack(at.columns), (one, other), at.gutter)
        if body.height() <= (draft.most if beside else draft.room):
            return body
    return body


def _large(draft: Draft) -> Body:
    """On a large screen what is sure stands on a panel with its ticks, and the sign of the part
    where there is room for it."""
    view, at = draft.view, draft.at
    left, right = at.halves(LEFT)
    if view.cards:
        told = Stack(right).add(*_told(draft, right))
        room = draft.room - told.height(tight=False) - 1
        told.add(*illustration(draft, right, room))
        return _beside(draft, left, told)
    picture = Stack(right).add(*illustration(draft, right, draft.room - FREE))
    width = left if picture.items else at.columns
    told, last = Stack(width).add(*_told(draft, width)), _onward(draft, width)
    if picture.items and told.items:
        # Both end in one row.
        below = sum(1 + len(item.rows) for item in last)
        spare = picture.height(tight=False) - told.height(tight=False) - below
        make_taller(told.items[-1], max(spare, 0))
    told.add(*last)
    if not picture.items:
        return Body(told)
    return Body(Stack(at.columns), (told, picture), at.gutter)


def _sure(draft: Draft, block: Block, width: int) -> list[Item]:
    """A list with a tick before each entry, on a panel where the screen is large; none if the block
    is no list."""
    lists = block.prose.blocks if isinstance(block, Text) else ()
    brush, lines, heard = draft.brush, list[Content](), list[Read]()
    on_panel = draft.at.tall
    inner = width - 2 * EDGE if on_panel else width
    for part in lists:
        if not isinstance(part, prose.Bullets):
            return []
        for entry in part.items:
            tick = Content.styled(TICK, "bold $good")
            said = indented(spans(entry, draft.numbers), min(inner, TEXT), tick)
            # The first row of a panel is empty.
            heard.append(read(block, len(said), len(heard), int(on_panel) + len(lines)))
            lines += said
    if not lines:
        return []
    if not on_panel:
        item = written(brush, lines, width)
        item.read = tuple(heard)
        return [item]
    rows = panel(brush, lines, width, "$good", airy=True)
    return [Item(rows, whole=True, read=tuple(heard))]


def _apart(draft: Draft) -> Body:
    """On a large screen what is told stands on panels, in two columns where there are several."""
    view, at, brush = draft.view, draft.at, draft.brush
    if not view.blocks or not all(isinstance(each, Note | Plain) for each in view.blocks):
        return page(draft)
    widths = at.halves() if len(view.blocks) > 1 else (at.columns,)
    columns = tuple(Stack(width) for width in widths)
    count = -(-len(view.blocks) // len(columns))
    highest = max(len(_lines(draft, each, min(widths))) for each in view.blocks)
    spare = draft.room + 1 - count * (highest + 3)
    pad = [Content("")] * min(max(spare // (2 * count), 0), AIR)
    for start in range(0, len(view.blocks), len(columns)):
        row = view.blocks[start : start + len(columns)]
        said = [_lines(draft, each, width) for each, width in zip(row, widths, strict=False)]
        for block, lines, stack in zip(row, said, columns, strict=False):
            # Panels beside each other are of one height.
            even = [Content("")] * (highest - len(lines))
            rows = panel(brush, [*pad, *lines, *even, *pad], stack.width, airy=True)
            stack.add(Item(rows, whole=True, read=(read(block, len(rows)),)))
    found = Body(Stack(at.columns), columns, at.gutter)
    return found if found.height() <= draft.room else page(draft)


def _lines(draft: Draft, block: Block, width: int) -> list[Content]:
    inner = min(width - 2 * EDGE, TEXT)
    match block:
        case Note(label, inlines):
            title = Content.styled(label, "bold $accent")
            return [*wrapped(title, inner), *wrapped(spans(inlines, draft.numbers), inner)]
        case Plain(text, strong):
            return wrapped(Content.styled(text, "bold") if strong else Content(text), inner)
        case _:
            return []
