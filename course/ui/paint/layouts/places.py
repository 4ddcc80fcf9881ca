"""A drawing with places to choose from, and their cards beside it."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.grid import Grid
from course.ui.paint.kit import Kit
from course.ui.paint.layouts.reading import page
from course.ui.paint.text import Numbering
from course.views.model import View


def places(view: View, grid: Grid, kit: Kit, numbers: Numbering) -> Body:
    return page(view, grid, kit, numbers)
