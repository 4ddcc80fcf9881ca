"""What stands below headings, on a large screen: a panel for each, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.ui.paint.layouts.panels import told_on_panel
from course.ui.paint.layouts.reading import page
from course.ui.paint.stack import Stack
from course.views.model import Block, Heading, Note, Plain, Text, View


def has_parts(view: View) -> bool:
    """Whether a view is nothing but text below headings."""
    is_read = all(isinstance(each, Heading | Note | Plain | Text) for each in view.blocks)
    return is_read and not view.cards and any(isinstance(each, Heading) for each in view.blocks)


def parts(draft: Draft) -> Body:
    """A panel for each heading; what stands before the first one has one too."""
    groups = _groups(draft.view.blocks)
    at = draft.at
    widths = at.halves() if len(groups) > 1 else (at.columns,)
    panels = [told_on_panel(draft, group, widths[0]) for group in groups]
    columns = tuple(map(Stack, widths))
    half = sum(len(each.rows) for each in panels) / len(columns)
    for number, item in enumerate(panels):
        # In the order of reading: the second column begins where the first one is half of it.
        is_second = number > 0 and columns[0].height(tight=True) >= half
        columns[-1 if is_second or number == len(panels) - 1 else 0].add(item)
    for stack in columns:
        for item in stack.items[1:]:
            item.least = 1
    found = Body(Stack(at.columns), columns, at.gutter)
    return found if found.height() <= draft.room else page(draft)


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks, each heading with what stands below it."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not found:
            found.append([])
        found[-1].append(block)
    return found
