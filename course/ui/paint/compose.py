"""Which layout draws a view."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.grid import Grid
from course.ui.paint.kit import Kit
from course.ui.paint.text import Numbering
from course.views.model import View


def compose(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    """The body of a view; the modules of its layout are imported when it is first drawn."""
    match view.layout:
        case "question":
            from course.ui.paint.layouts import asking

            return asking.question(view, grid, kit, numbers)
        case "feedback":
            from course.ui.paint.layouts import asking

            return asking.feedback(view, grid, kit, numbers)
        case "way":
            from course.ui.paint.layouts import way

            return way.way(view, grid, kit, numbers)
        case "map":
            from course.ui.paint.layouts import places

            return places.places(view, grid, kit, numbers)
        case "pad":
            from course.ui.paint.layouts import pad

            return pad.pad(view, grid, kit, numbers)
        case _:
            from course.ui.paint.layouts import reading

            return reading.page(view, grid, kit, numbers)
