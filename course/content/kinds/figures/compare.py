"""Choices side by side: the same is told of each of them, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.kinds.piece import Misfit
from course.content.texts import Inline, Part, Title


class CompareRow(Part, frozen=True):
    label: Title
    """What is told here of every option."""
    cells: Annotated[tuple[Inline, ...], Meta(min_length=2, max_length=4)]
    """One of each option, in their order."""


class CompareFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="compare"):
    options: Annotated[tuple[Title, ...], Meta(min_length=2, max_length=4)]
    rows: Annotated[tuple[CompareRow, ...], Meta(min_length=1, max_length=8)]

    needs_width = True

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells, row after row."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def labels(self) -> tuple[str, ...]:
        """The options, and what is told of them."""
        return (*self.options, *(row.label for row in self.rows))

    @property
    def told(self) -> tuple[str, ...]:
        """Option after option, with all that is told of it."""
        columns = zip(*(row.cells for row in self.rows), strict=True)
        return (self.alt, *map(self._told_of, self.options, columns))

    def misfits(self) -> Iterator[Misfit]:
        """Rows that leave out an option or tell of one too many, and options of one name."""
        wanted = len(self.options)
        for index, row in enumerate(self.rows):
            if len(row.cells) != wanted:
                what = (
                    f"This row has {len(row.cells)} cells, and the number of options is {wanted}."
                )
                cure = (
                    "Give it a cell for each option; where nothing is known of one, say so. Put a "
                    "cell with a comma in quotation marks."
                )
                yield Misfit(("rows", index, "cells"), what, cure)
        for index, option in enumerate(self.options):
            if option.casefold() in map(str.casefold, self.options[:index]):
                cure = "Give each option a name of its own."
                yield Misfit(("options", index), f'There is an option "{option}" already.', cure)

    def _told_of(self, option: str, cells: tuple[str, ...]) -> str:
        # Parsing takes long to import, and whoever only shows the figure does not need it.
        from course.content import prose

        rows = zip(self.rows, cells, strict=True)
        told = (f"{row.label}: {prose.plain(cell).strip().rstrip('.')}." for row, cell in rows)
        return " ".join((f"{option}.", *told))
