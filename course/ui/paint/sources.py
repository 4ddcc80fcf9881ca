"""The short names of what a page rests on, under the numbers that stand in its text."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from course.ui.paint.brush import Line
from course.ui.paint.kit import Kit
from course.ui.paint.text import mark

GAP = "   "
MORE, FEWER = "…", "..."
"""What stands for the names that have no room, and for them where there are fewer signs."""


def sources(kit: Kit, cites: tuple[str, ...], width: int) -> Line:
    """One row with as many names as there is room for, each with all of its numbers."""
    named: dict[str, str] = {}
    few = kit.brush.fewer_signs
    for number, cited in enumerate(cites, start=1):
        name = kit.source(cited)
        named[name] = f"{named.get(name, '')}{mark(number, fewer_signs=few).strip()} "
    entries = [f"{numbers}{name}" for name, numbers in named.items()]
    said, more = GAP.join(entries), FEWER if few else MORE
    while cell_len(said) > width and len(entries) > 1:
        entries.pop()
        said = GAP.join((*entries, more))
    line = Content(said)
    if line.cell_length > width:
        line = line.truncate(width, ellipsis=True)
    return kit.brush.line(line, width, "$quiet")
