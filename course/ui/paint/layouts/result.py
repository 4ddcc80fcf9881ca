"""The end of a part, and of all: what to look at again first, then what there is to read."""

from __future__ import annotations

from textual.content import Content

from course.content import prose
from course.ui.paint.blocks import CARD, EDGE, panel
from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.grid import TEXT
from course.ui.paint.keys import column, in_pairs, spread
from course.ui.paint.layouts.reading import page
from course.ui.paint.stack import Item, Read, Stack, moved, read
from course.ui.paint.text import indented, spans, wrapped
from course.views.model import Block, Note, Plain, Text

LEFT = 56
"""Parts of a hundred that the cards take beside the text."""
AIR = 2
"""Empty rows above and below the words of a panel, at most, besides those of any panel."""
FREE = 4
"""Rows that a picture beside the text leaves free."""
LEAST = 6
"""Rows of a picture, at least."""
TICK = "✓ "


def result(draft: Draft) -> Body:
    """What is worth another look as cards, above or beside what is sure."""
    view, at = draft.view, draft.at
    if at.tall and view.layout == "result":
        return _large(draft)
    if not view.cards:
        if not at.tall:
            return page(draft)
        # Only what is taken along has headings.
        from course.ui.paint.layouts.parts import has_parts, parts

        return parts(draft) if has_parts(view) else _apart(draft)
    if at.wide and view.layout == "finish":
        return page(draft)
    if not at.wide:
        read = Stack(at.columns).add(*draft.items(view.blocks, at.columns))
        cards = draft.faces(view.cards, beside=True)
        keys = column(draft.brush, cards, at.columns, at.chip)
        if read.height(tight=True) + sum(len(item.rows) for item in keys) > draft.most:
            keys = in_pairs(draft.brush, cards, at)
        if view.layout == "finish":
            return Body(Stack(at.columns).add(*read.items, *keys))
        return Body(Stack(at.columns).add(*keys, *read.items))
    left, right = at.halves(LEFT)
    return _beside(draft, left, Stack(right).add(*draft.items(view.blocks, right)))


def _beside(draft: Draft, left: int, other: Stack) -> Body:
    """The cards on the left, as large as there is room for."""
    at = draft.at
    for beside in (False, True):
        cards = draft.faces(draft.view.cards, beside=beside)
        one = Stack(left).add(*spread(draft.brush, cards, left, at.chip, draft.room))
        body = Body(Stack(at.columns), (one, other), at.gutter)
        if body.height() <= (draft.most if beside else draft.room):
            return body
    return body


def _large(draft: Draft) -> Body:
    """On a large screen what is sure stands on a panel with its ticks, and the sign of the part
    where there is room for it."""
    view, at = draft.view, draft.at
    left, right = at.halves(LEFT)
    told = Stack(right if view.cards else left)
    for block in view.blocks:
        told.add(*(_sure(draft, block, told.width) or draft.items((block,), told.width)))
    if view.cards:
        room = draft.room - told.height(tight=False) - 1
        told.add(*_picture(draft, right, room))
        return _beside(draft, left, told)
    picture = Stack(right).add(*_picture(draft, right, draft.room - FREE))
    if not picture.items:
        told = Stack(at.columns)
        for block in view.blocks:
            told.add(*(_sure(draft, block, at.columns) or draft.items((block,), at.columns)))
        return Body(told)
    # Both end in one row.
    if spare := max(picture.height(tight=False) - told.height(tight=False), 0):
        last = told.items[-1]
        edge, above = last.rows[0], spare // 2
        last.rows = [edge] * above + last.rows + [edge] * (spare - above)
        last.read = tuple(moved(last.read, 0, above))
    return Body(Stack(at.columns), (told, picture), at.gutter)


def _sure(draft: Draft, block: Block, width: int) -> list[Item]:
    """A list with a tick before each entry, on a panel; none if the block is no list."""
    lists = block.prose.blocks if isinstance(block, Text) else ()
    brush, lines, heard = draft.brush, list[Content](), list[Read]()
    for part in lists:
        if not isinstance(part, prose.Bullets):
            return []
        for entry in part.items:
            tick = Content.styled(TICK, "bold $good")
            said = indented(spans(entry, draft.numbers), min(width - 2 * EDGE, TEXT), tick)
            # The first row of the panel is empty.
            heard.append(read(block, len(said), len(heard), 1 + len(lines)))
            lines += said
    if not lines:
        return []
    rows = panel(brush, lines, width, "$good", airy=True)
    return [Item(rows, whole=True, read=tuple(heard))]


def _picture(draft: Draft, width: int, most: int) -> list[Item]:
    """The sign of the part on a panel of at most so many rows."""
    kit, name = draft.kit, draft.view.picture
    if kit.cell is None or name not in kit.svgs or most < LEAST:
        return []
    # Not needed where there are no pictures.
    from course.ui.paint.figures.leads import view

    seen = view(kit.svgs[name], kit.cell, width - 2, most)
    placed = seen.placed(name, (width - seen.columns) // 2)
    rows = [draft.brush.blank(width, CARD)] * seen.rows
    return [Item(rows, pictures=(placed,), whole=True)]


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
