"""What a layout works from."""

from __future__ import annotations

from msgspec import Struct, structs

from course.ui.paint.blocks import items
from course.ui.paint.brush import Brush
from course.ui.paint.grid import Grid
from course.ui.paint.keys import Faced, faces
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Item
from course.ui.paint.text import Numbering
from course.views.model import Block, Card, View, signs


class Draft(Struct, frozen=True):
    """A view, where it is to be drawn, and how many rows there are for its body."""

    view: View
    at: Grid
    kit: Kit
    numbers: Numbering
    room: int
    """Rows of the body below a title that is as large as it can be."""
    most: int
    """Rows of the body below a title that takes as few as it can."""

    @property
    def brush(self) -> Brush:
        """Writes in the colours of the theme."""
        return self.kit.brush

    @property
    def without_pictures(self) -> Draft:
        """The same for a terminal that draws none."""
        return structs.replace(self, kit=self.kit.without_pictures)

    def items(self, blocks: tuple[Block, ...], width: int) -> list[Item]:
        """The items of blocks in a column of so many cells."""
        return items(blocks, width, self.numbers, self.kit, airy=self.at.tall)

    def faces(self, cards: tuple[Card, ...], *, beside: bool) -> list[Faced]:
        """What cards say; `beside` lets a status stand in the row of its label."""
        return faces(cards, signs(self.view), beside=beside)
