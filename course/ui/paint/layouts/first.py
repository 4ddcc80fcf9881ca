"""Where everybody begins: what this is, and the ways to begin."""

from __future__ import annotations

from textual.content import Content

from course.content import prose
from course.ui.paint.blocks import MARKS, written
from course.ui.paint.body import Body
from course.ui.paint.brush import Brush
from course.ui.paint.draft import Draft
from course.ui.paint.grid import TEXT
from course.ui.paint.head import languages_fit
from course.ui.paint.keys import languages, rows_of, spread
from course.ui.paint.stack import Item, Stack
from course.ui.paint.text import wrapped
from course.views.model import Block, Box


def first(draft: Draft) -> Body:
    """The text with what to do for who feels ill; the cards below it, or beside it."""
    view, at, brush = draft.view, draft.at, draft.brush
    cards = draft.faces(view.cards, beside=True)
    cards += [] if languages_fit(view, at) else languages(view)
    if at.wide:
        left, right = at.halves()
        one = Stack(left).add(*_told(draft, left))
        keys = spread(brush, cards, right, at.chip, draft.room)
        return Body(Stack(at.columns), (one, Stack(right).add(*keys)), at.gutter)
    stack = Stack(at.columns).add(*_told(draft, at.columns))
    return Body(stack.add(*rows_of(brush, cards, at.columns, 2, at.gutter, at.chip)))


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
    return written(brush, lines, width)


def _words(inlines: tuple[prose.Inline, ...]) -> list[str]:
    return [each.text for each in inlines if isinstance(each, prose.Span)]
