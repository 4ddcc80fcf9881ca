"""Which sources and claims a view cites, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.content import prose
from course.content.model import (
    DrawingFigure,
    Figure,
    MapFigure,
    PeopleFigure,
    RangesFigure,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)
from course.views.model import Block, Box, Drawing, Note, Text


def cited(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The ids, each once; their places are the numbers under which they are shown."""
    found = (
        each.id for block in blocks for each in _inlines(block) if isinstance(each, prose.Cite)
    )
    return tuple(dict.fromkeys(found))


def _inlines(block: Block) -> Iterator[prose.Inline]:
    match block:
        case Text(parsed):
            yield from parsed.inlines
        case Box() | Note():
            yield from block.inlines
        case Drawing(figure):
            for text in _texts(figure):
                yield from prose.parse_inline(text).inlines


def _texts(figure: Figure) -> list[str]:
    """The texts of a figure in reading order, its caption last."""
    match figure:
        case StepsFigure():
            texts = [step.text for step in figure.steps]
        case TimelineFigure():
            texts = [point.text for point in figure.points]
        case RangesFigure():
            # A bar names its source in a field of its own; it is cited all the same.
            texts = [f"[^{bar.source}]" for bar in figure.bars]
        case TableFigure():
            texts = [cell for row in figure.rows for cell in row]
        case PeopleFigure() | DrawingFigure() | MapFigure():
            # What is at a spot of a map is shown, and cited, once the reader has picked it.
            texts = []
    return [*texts, figure.caption]
