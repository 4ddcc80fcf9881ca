"""Things side by side. The first column names what each row is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.kinds.piece import Misfit
from course.content.texts import Inline, Title


class TableFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="table"):
    columns: Annotated[tuple[Title, ...], Meta(min_length=2, max_length=3)]
    rows: Annotated[
        tuple[Annotated[tuple[Inline, ...], Meta(min_length=2, max_length=3)], ...],
        Meta(min_length=1, max_length=8),
    ]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells, row after row."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def labels(self) -> tuple[str, ...]:
        """What the columns are called."""
        return self.columns

    def misfits(self) -> Iterator[Misfit]:
        """Rows with more or fewer cells than there are columns."""
        wanted = len(self.columns)
        for index, row in enumerate(self.rows):
            if len(row) != wanted:
                what = f"This row has {len(row)} cells, and the table has {wanted} columns."
                cure = "Give it a cell for each column; put a cell with a comma in quotation marks."
                yield Misfit(("rows", index), what, cure)
