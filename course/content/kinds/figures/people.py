"""Of a hundred people, how many: one picture a group, the same denominator."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.texts import Part, Title


class Group(Part, frozen=True):
    label: Title
    count: Annotated[int, Meta(ge=0, le=100)]


class PeopleFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="people"):
    of: Literal[100]
    groups: Annotated[tuple[Group, ...], Meta(min_length=1, max_length=3)]

    states = True

    @property
    def texts(self) -> tuple[str, ...]:
        """None: it has numbers."""
        return ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Who is counted."""
        return tuple(group.label for group in self.groups)

    @property
    def numbers(self) -> tuple[int, ...]:
        """How many of each group."""
        return tuple(group.count for group in self.groups)
