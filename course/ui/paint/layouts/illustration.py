"""The picture of a view that adds nothing to what it says, where there is room for it."""

from __future__ import annotations

from course.ui.paint.blocks import CARD
from course.ui.paint.draft import Draft
from course.ui.paint.stack import Item

LEAST = 6
"""Rows of it, at least."""


def illustration(draft: Draft, width: int, most: int) -> list[Item]:
    """It on a panel of so many columns and at most so many rows; nothing where it is not drawn."""
    kit, name = draft.kit, draft.view.picture
    if kit.cell is None or name not in kit.svgs or most < LEAST:
        return []
    # Not needed where there are no pictures.
    from course.ui.paint.figures.leads import view

    seen = view(kit.svgs[name], kit.cell, width - 2, most)
    placed = seen.placed(name, (width - seen.columns) // 2)
    rows = [draft.brush.blank(width, CARD)] * seen.rows
    return [Item(rows, pictures=(placed,), whole=True)]
