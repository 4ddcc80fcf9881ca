"""The kinds of figures: what an author writes of each, and what it says in words."""

from course.content.kinds.figures.figure import (
    Bar,
    DrawingFigure,
    Figure,
    Group,
    Ink,
    MapFigure,
    PeopleFigure,
    Picture,
    Point,
    RangesFigure,
    Spot,
    Step,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)

__all__ = [
    "Bar",
    "DrawingFigure",
    "Figure",
    "Group",
    "Ink",
    "MapFigure",
    "PeopleFigure",
    "Picture",
    "Point",
    "RangesFigure",
    "Spot",
    "Step",
    "StepsFigure",
    "TableFigure",
    "TimelineFigure",
]
