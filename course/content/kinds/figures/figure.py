"""Figures, as they are written: what each kind shows, and its caption and alternative in words."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course.content.texts import Id, Inline, Line, Part, Title


class Step(Part, frozen=True):
    label: Title
    text: Inline


class StepsFigure(Part, frozen=True, tag_field="kind", tag="steps"):
    """Things that happen one after another."""

    caption: Inline
    alt: Line
    steps: Annotated[tuple[Step, ...], Meta(min_length=2, max_length=7)]


class Point(Part, frozen=True):
    at: Title
    label: Title
    text: Inline


class TimelineFigure(Part, frozen=True, tag_field="kind", tag="timeline"):
    """Things that happen at a time that can be named."""

    caption: Inline
    alt: Line
    points: Annotated[tuple[Point, ...], Meta(min_length=2, max_length=7)]


class Bar(Part, frozen=True, rename={"start": "from", "end": "to"}):
    label: Title
    start: Annotated[int, Meta(ge=0, le=1_000_000)]
    end: Annotated[int, Meta(ge=0, le=1_000_000)]
    source: Id


class RangesFigure(Part, frozen=True, tag_field="kind", tag="ranges"):
    """From how much to how much, on one common scale."""

    caption: Inline
    alt: Line
    unit: Title
    """What is counted, such as `$`; it stands before the numbers."""
    bars: Annotated[tuple[Bar, ...], Meta(min_length=2, max_length=5)]


class Group(Part, frozen=True):
    label: Title
    count: Annotated[int, Meta(ge=0, le=100)]


class PeopleFigure(Part, frozen=True, tag_field="kind", tag="people"):
    """Of a hundred people, how many: one picture a group, the same denominator."""

    caption: Inline
    alt: Line
    of: Literal[100]
    groups: Annotated[tuple[Group, ...], Meta(min_length=1, max_length=3)]


class TableFigure(Part, frozen=True, tag_field="kind", tag="table"):
    """Things side by side. The first column names what each row is about."""

    caption: Inline
    alt: Line
    columns: Annotated[tuple[Title, ...], Meta(min_length=2, max_length=3)]
    rows: Annotated[
        tuple[Annotated[tuple[Inline, ...], Meta(min_length=2, max_length=3)], ...],
        Meta(min_length=1, max_length=8),
    ]


PictureName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=40,
        description="the name of a file under pictures/ without its ending, as in knee",
    ),
]


class DrawingFigure(Part, frozen=True, tag_field="kind", tag="drawing"):
    """A drawing from a file of its own."""

    caption: Inline
    alt: Line
    file: PictureName


class Spot(Part, frozen=True):
    id: Id
    x: Annotated[int, Meta(ge=1, le=70)]
    """The column of the drawing, counted from 1."""
    y: Annotated[int, Meta(ge=1, le=18)]
    """The line of the drawing, counted from 1."""
    label: Title
    text: Inline


class MapFigure(Part, frozen=True, tag_field="kind", tag="map"):
    """A drawing with spots; the reader picks one and reads what is there."""

    caption: Inline
    alt: Line
    file: PictureName
    spots: Annotated[tuple[Spot, ...], Meta(min_length=2, max_length=8)]


Figure = (
    StepsFigure
    | TimelineFigure
    | RangesFigure
    | PeopleFigure
    | TableFigure
    | DrawingFigure
    | MapFigure
)

Ink = Literal["bone", "soft", "skin", "needle", "mark", "quiet"]


class Picture(Part, frozen=True):
    """A file under pictures/: the drawing, and which ink and which ground each of its cells has.

    `inks` and `grounds` have the same shape as `drawing`; each of their letters is a key of
    `legend`. A blank is ordinary ink, or the ground of the page. At most 70 cells wide and 18 high.
    """

    drawing: Annotated[str, Meta(max_length=2000)]
    inks: Annotated[str, Meta(max_length=2000)]
    legend: dict[Annotated[str, Meta(max_length=1)], Ink]
    grounds: Annotated[str, Meta(max_length=2000)] = ""
