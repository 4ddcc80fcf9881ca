"""Things that happen at a time that can be named."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.texts import Inline, Part, Title


class Point(Part, frozen=True):
    at: Title
    label: Title
    text: Inline


class TimelineFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="timeline"):
    points: Annotated[tuple[Point, ...], Meta(min_length=2, max_length=7)]

    @property
    def texts(self) -> tuple[str, ...]:
        """What happens at each point."""
        return tuple(point.text for point in self.points)

    @property
    def labels(self) -> tuple[str, ...]:
        """When it happens, and what it is called."""
        return tuple(label for point in self.points for label in (point.at, point.label))
