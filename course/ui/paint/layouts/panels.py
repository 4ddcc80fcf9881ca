"""Text on panels, where a screen is large enough for that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from course.content import prose
from course.ui.paint.blocks import EDGE, panel
from course.ui.paint.draft import Draft
from course.ui.paint.grid import TEXT
from course.ui.paint.stack import Item, Read, read
from course.ui.paint.text import indented, spans, wrapped
from course.views.model import Block, Heading, Note, Plain, Text

BULLET = "• "


def told_on_panel(draft: Draft, group: Sequence[Block], width: int) -> Item:
    """Text, and headings over it, on a panel."""
    inner = min(width - 2 * EDGE, TEXT)
    lines: list[Content] = []
    heard: list[Read] = []
    for number, block in enumerate(group):
        if number:
            lines.append(Content(""))
        for part, said in enumerate(_said(draft, block, inner)):
            # The first row of the panel is empty.
            heard.append(read(block, len(said), part, 1 + len(lines)))
            lines += said
    return Item(panel(draft.brush, lines, width, airy=True), whole=True, read=tuple(heard))


def _said(draft: Draft, block: Block, width: int) -> Iterator[list[Content]]:
    """The lines of each part of a block that is read aloud at once."""
    match block:
        case Heading(text):
            yield wrapped(Content.styled(text, "bold $accent"), width)
        case Plain(text, strong):
            yield wrapped(Content.styled(text, "bold") if strong else Content(text), width)
        case Note(label, inlines):
            yield wrapped(spans(inlines, draft.numbers, label, "$accent"), width)
        case Text(parsed):
            for each in parsed.blocks:
                if isinstance(each, prose.Paragraph):
                    yield wrapped(spans(each.inlines, draft.numbers), width)
                    continue
                for number, entry in enumerate(each.items, start=1):
                    mark = f"{number}. " if each.ordered else BULLET
                    bullet = Content.styled(mark, "bold $accent")
                    yield indented(spans(entry, draft.numbers), width, bullet)
        case _:
            return
