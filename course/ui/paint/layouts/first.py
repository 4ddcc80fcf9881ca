"""Where everybody begins: what this is, what people come to ask, and the ways to begin."""

from __future__ import annotations

from textual.content import Content

from course.content import prose
from course.ui.paint.blocks import MARKS, written
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush
from course.ui.paint.draft import Draft
from course.ui.paint.grid import MEDIUM, TEXT
from course.ui.paint.head import languages_fit
from course.ui.paint.keys import Faced, languages, rows_of, spread
from course.ui.paint.stack import Item, Stack, read
from course.ui.paint.text import wrapped
from course.views.model import Block, Box

WAYS = 2
"""Cards of a course that people only begin or go on with."""
HEIGHTS = (7, 6, 5, 4)
"""Rows of what they come to ask, the more the better."""
BELOW = 4
"""Rows that are left for what is told."""


def first(draft: Draft) -> Body:
    """The text with what to do for who feels ill; the cards below it, or beside it."""
    view, at, brush = draft.view, draft.at, draft.brush
    cards = draft.faces(view.cards, beside=True)
    cards += [] if languages_fit(view, at) else languages(view)
    if len(view.cards) > WAYS:
        return _asks(draft, cards)
    if at.wide:
        left, right = at.halves()
        one = Stack(left).add(*_told(draft, left))
        keys = spread(brush, cards, right, at.chip, draft.room)
        return Body(Stack(at.columns), (one, Stack(right).add(*keys)), at.gutter)
    stack = Stack(at.columns).add(*_told(draft, at.columns))
    return Body(stack.add(*rows_of(brush, cards, at.columns, 2, at.gutter, at.chip)))


def _asks(draft: Draft, cards: list[Faced]) -> Body:
    """What people come to ask, in two columns where there is room for that; the text below it."""
    at, brush = draft.at, draft.brush
    columns = 2 if at.size.width >= MEDIUM else 1
    rows = -(-len(cards) // columns)
    high = next((each for each in HEIGHTS if each * rows + BELOW <= draft.room), 0)
    keys = rows_of(brush, cards, at.columns, columns, at.gutter, at.chip, height=high)
    stack = Stack(at.columns).add(*keys)
    for item in _told(draft, at.columns):
        item.least = 0
        stack.add(item)
    return Body(stack)


def _told(draft: Draft, width: int) -> list[Item]:
    return [
        item
        for block in draft.view.blocks
        for item in (
            [warning(draft.brush, block, width)] if _warns(block) else draft.items((block,), width)
        )
    ]


def _warns(block: Block) -> bool:
    return isinstance(block, Box) and block.kind == "warning"


def warning(brush: Brush, block: Block, width: int) -> Item:
    """What to do for who feels ill, said where everybody begins."""
    if not isinstance(block, Box):
        raise TypeError(block)
    text = f"{MARKS[block.kind]} {block.label}  {''.join(_words(block.inlines))}"
    lines = wrapped(Content.styled(text, "bold $danger"), min(width, TEXT))
    found = written(brush, lines, width)
    found.read = (read(block, len(lines)),)
    return found


def _words(inlines: tuple[prose.Inline, ...]) -> list[str]:
    return [each.text for each in inlines if isinstance(each, prose.Span)]
