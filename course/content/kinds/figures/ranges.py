"""From how much to how much, on one common scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.kinds.piece import Misfit, Piece
from course.content.texts import Id, Title


class Bar(Piece, frozen=True, rename={"start": "from", "end": "to"}):
    label: Title
    start: Annotated[int, Meta(ge=0, le=1_000_000)]
    end: Annotated[int, Meta(ge=0, le=1_000_000)]
    source: Id

    names_source = ("source",)

    def misfits(self) -> Iterator[Misfit]:
        """A bar that goes down."""
        if self.start > self.end:
            what = f"This range goes down, from {self.start} to {self.end}."
            cure = 'Write the smaller number under "from", the larger one under "to".'
            yield Misfit(("from",), what, cure)


class RangesFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="ranges"):
    unit: Title
    """What is counted, such as `$`; it stands before the numbers."""
    bars: Annotated[tuple[Bar, ...], Meta(min_length=2, max_length=5)]

    @property
    def texts(self) -> tuple[str, ...]:
        """None: it has numbers."""
        return ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What each bar is of."""
        return tuple(bar.label for bar in self.bars)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Both ends of each bar."""
        return tuple(number for bar in self.bars for number in (bar.start, bar.end))

    @property
    def sources(self) -> tuple[str, ...]:
        """A bar names its source in a field of its own; it is cited all the same."""
        return tuple(bar.source for bar in self.bars)

    @property
    def statements(self) -> tuple[tuple[str, str], ...]:
        """Each bar in words."""
        return tuple(
            (f"{bar.label}: {self.unit} {bar.start} to {bar.end}", bar.source) for bar in self.bars
        )
