"""The kinds of figures, one file each."""

from course.content.kinds.figures.compare import CompareFigure, CompareRow
from course.content.kinds.figures.drawing import DrawingFigure, Drawn, Ink, Label, Picture
from course.content.kinds.figures.map import MapFigure, Spot
from course.content.kinds.figures.people import Group, PeopleFigure
from course.content.kinds.figures.ranges import Bar, RangesFigure
from course.content.kinds.figures.steps import Step, StepsFigure
from course.content.kinds.figures.table import TableFigure
from course.content.kinds.figures.timeline import Point, TimelineFigure

__all__ = [
    "Bar",
    "CompareFigure",
    "CompareRow",
    "DrawingFigure",
    "Drawn",
    "Figure",
    "Group",
    "Ink",
    "Label",
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

Figure = (
    StepsFigure
    | TimelineFigure
    | RangesFigure
    | PeopleFigure
    | TableFigure
    | CompareFigure
    | DrawingFigure
    | MapFigure
)
