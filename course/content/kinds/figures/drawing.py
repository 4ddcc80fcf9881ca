"""A drawing from a file of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from course.content.kinds.figures.figure import FigureKind
from course.content.texts import Part, Title

PictureName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=40,
        description="the name of a file under pictures/ without its ending, as in knee",
    ),
]
MOST_LABELS = 6
"""Of one picture: what has more is read by nobody."""
Ink = Literal["bone", "soft", "skin", "needle", "mark", "quiet"]


class Label(Part, frozen=True):
    """What a part of a picture in SVG is called."""

    at: Annotated[tuple[Annotated[int, Meta(ge=0, le=2000)], ...], Meta(min_length=2, max_length=2)]
    """The point that is meant, in the units of the view box: from its left edge, and its top."""
    text: Title


class DrawingFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="drawing"):
    """Whoever cannot see it hears `alt`, which has to say all that the labels say."""

    file: PictureName
    parts: Annotated[tuple[Label, ...], Meta(max_length=MOST_LABELS)] = field(
        default=(), name="labels"
    )

    @property
    def texts(self) -> tuple[str, ...]:
        """None: all is in the drawing."""
        return ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What its parts are called."""
        return tuple(label.text for label in self.parts)


class Drawn(Struct, frozen=True):
    """What is to be known of a picture in SVG to lay it out. Its bytes stay in their file."""

    width: int
    height: int
    """The size of its view box, in its own units; labels stand in them."""
    box: tuple[int, int, int, int]
    """Left, top, right and bottom of what is drawn in it; around that it is blank."""
    ids: tuple[str, ...] = ()
    """The names of its parts."""
    middles: dict[str, tuple[tuple[int, int], ...]] = {}
    """Of each part that is a path, the middle of each of its shapes."""


class Picture(Part, frozen=True):
    """A file under pictures/: the drawing, and which ink and which ground each of its cells has.

    `inks` and `grounds` have the same shape as `drawing`; each of their letters is a key of
    `legend`. A blank is ordinary ink, or the ground of the page. At most 70 cells wide and 18 high.
    """

    drawing: Annotated[str, Meta(max_length=2000)]
    inks: Annotated[str, Meta(max_length=2000)]
    legend: dict[Annotated[str, Meta(max_length=1)], Ink]
    grounds: Annotated[str, Meta(max_length=2000)] = ""
