"""A drawing with spots; the reader picks one and reads what is there."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.drawing import PictureName
from course.content.kinds.figures.figure import FigureKind
from course.content.texts import Id, Inline, Part, Title


class Spot(Part, frozen=True):
    id: Id
    x: Annotated[int, Meta(ge=1, le=70)]
    """The column of the drawing, counted from 1."""
    y: Annotated[int, Meta(ge=1, le=18)]
    """The line of the drawing, counted from 1."""
    label: Title
    text: Inline
    shape: Id | None = None
    """The id of its outline in the picture in SVG, if there is one."""


class MapFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="map"):
    file: PictureName
    spots: Annotated[tuple[Spot, ...], Meta(min_length=2, max_length=8)]

    @property
    def texts(self) -> tuple[str, ...]:
        """What there is to read at each spot."""
        return tuple(spot.text for spot in self.spots)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each spot is called."""
        return tuple(spot.label for spot in self.spots)

    @property
    def shown(self) -> tuple[str, ...]:
        """None: what is at a spot is shown once the reader has picked it."""
        return ()
