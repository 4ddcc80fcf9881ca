"""What is laid out once for a view: columns of items, and what of them never leaves the sight."""

from __future__ import annotations

from dataclasses import dataclass

from course.ui.paint.brush import Brush
from course.ui.paint.stack import Laid, Stack, beside


@dataclass(slots=True)
class Body:
    """A head across the page, then columns side by side."""

    head: Stack
    columns: tuple[Stack, ...] = ()
    gutter: int = 0
    pinned: tuple[int, int] | None = None
    """The items of the head that never leave the sight of what is below: from, and to before."""

    def height(self) -> int:
        """Its rows, with no gap that can be spared."""
        head = self.head.height(tight=True)
        below = max((each.height(tight=True) for each in self.columns), default=0)
        return head + below + (1 if head and below else 0)

    def laid(self, brush: Brush, room: int) -> Laid:
        """All of it, with as many gaps as `room` rows leave."""
        if not self.columns:
            found = self.head.laid(brush, room)
            if self.pinned:
                first, end = self.pinned
                found.pinned = (
                    found.starts[first],
                    found.starts[end - 1] + len(self.head.items[end - 1].rows),
                )
            return found
        head_rows = self.head.height(tight=True)
        below = beside(
            brush,
            [each.laid(brush, room - head_rows - (1 if head_rows else 0)) for each in self.columns],
            self.gutter,
        )
        if not self.head.items:
            return below
        found = self.head.laid(brush, room - below.height - 1)
        found.rows.append(brush.blank(found.width))
        y = found.height
        found.rows += below.rows
        found.keys += [key.moved(0, y) for key in below.keys]
        found.wholes += [(y + row, count) for row, count in below.wholes]
        return found
