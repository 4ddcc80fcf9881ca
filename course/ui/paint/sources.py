"""The short names of what a page rests on, under the numbers that stand in its text."""

from __future__ import annotations

from rich.cells import cell_len

from course.ui.paint.brush import Line
from course.ui.paint.kit import Kit
from course.ui.paint.text import SUPERSCRIPT

GAP = "   "
MORE = "…"


def sources(kit: Kit, cites: tuple[str, ...], width: int) -> Line:
    """One row with as many names as there is room for."""
    said = ""
    for number, cited in enumerate(cites, start=1):
        name = f"{str(number).translate(SUPERSCRIPT)} {kit.source(cited)}"
        longer = f"{said}{GAP if said else ''}{name}"
        is_last = number == len(cites)
        if cell_len(longer) + (0 if is_last else len(GAP + MORE)) > width:
            said = f"{said}{GAP if said else ''}{MORE}"
            break
        said = longer
    return kit.brush.line(said, width, "$quiet")
