"""What is laid out once for a view: columns of items, and what of them never leaves the sight."""

from __future__ import annotations

from msgspec import Struct, field

from course.ui.paint.brush import Brush
from course.ui.paint.stack import Laid, Stack, below, beside


class Body(Struct):
    """A head across the page, columns side by side, and a foot across the page."""

    head: Stack
    columns: tuple[Stack, ...] = ()
    gutter: int = 0
    pinned: tuple[int, int] | None = None
    """The items of the head that never leave the sight of what is below: from, and to before."""
    foot: Stack = field(default_factory=lambda: Stack(0))

    def height(self) -> int:
        """Its rows, with no gap that can be spared."""
        columns = max((each.height(tight=True) for each in self.columns), default=0)
        rows = [self.head.height(tight=True), columns, self.foot.height(tight=True)]
        return sum(rows) + self._gap + self._foot_gap(tight=True)

    def whole(self) -> int:
        """The rows of the highest thing in it that is better not cut."""
        stacks = (self.head, *self.columns, self.foot)
        return max((len(i.rows) for each in stacks for i in each.items if i.whole), default=0)

    @property
    def _gap(self) -> int:
        """Empty rows between the head and the columns."""
        first = [each.items[0] for each in self.columns if each.items]
        return max((item.least for item in first), default=0) if self.head.items else 0

    def _foot_gap(self, *, tight: bool) -> int:
        item = self.foot.items[0] if self.foot.items else None
        return 0 if item is None else item.least if tight else item.gap

    def laid(self, brush: Brush, room: int) -> Laid:
        """All of it, with as many gaps as `room` rows leave."""
        if not self.columns:
            found = self.head.laid(brush, room)
            if self.pinned:
                first, end = self.pinned
                rows = len(self.head.items[end - 1].rows)
                found.pinned = found.starts[first], found.starts[end - 1] + rows
            return found
        head, foot = self.head.height(tight=True), self.foot.height(tight=True)
        fixed = head + foot + self._gap + self._foot_gap(tight=True)
        columns = beside(
            brush, [each.laid(brush, room - fixed) for each in self.columns], self.gutter
        )
        spare = room - columns.height - fixed
        found = self.head.laid(brush, head + max(spare, 0))
        below(brush, found, columns, self._gap)
        gap = self._foot_gap(tight=spare <= 0)
        below(brush, found, self.foot.laid(brush, foot), gap)
        return found
