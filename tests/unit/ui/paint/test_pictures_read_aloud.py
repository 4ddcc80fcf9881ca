"""Who is read to sees which picture it is about: the mark stands beside all of it."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.kinds.figures import DrawingFigure
from course.ui.paint.placed import Placed
from course.ui.paint.sheet import Sheet
from course.views.model import Advice, Drawing, Passage, View
from tests.unit.ui.paint.test_pictures import EACH, sheets


def shown(view: View) -> Iterator[tuple[str, Passage]]:
    """Each picture of a view that may be drawn, and with what it is read."""
    for block in view.blocks:
        if isinstance(block, Drawing) and isinstance(block.figure, DrawingFigure):
            yield block.figure.file, Passage(block)
        elif isinstance(block, Advice):
            for part, noticed in enumerate(block.signs, start=1):
                yield noticed.picture, Passage(block, part)


def marked(sheet: Sheet, passage: Passage) -> dict[int, int]:
    """The rows beside which the mark stands, and the column in which."""
    pairs = zip(sheet.rows(0, None), sheet.rows(0, None, passage=passage), strict=True)
    return {
        row: next(n for n, (a, b) in enumerate(zip(old.text, new.text, strict=True)) if a != b)
        for row, (old, new) in enumerate(pairs)
        if old.text != new.text
    }


@EACH
def test_the_mark_stands_beside_all_of_the_picture_that_is_read(size: tuple[int, int]) -> None:
    seen = 0
    for name, view, sheet in sheets(size):
        drawn: dict[str, Placed] = {each.name: each for each in sheet.pictures(0)}
        for file, passage in shown(view):
            if file in drawn:
                found, region = marked(sheet, passage), drawn[file].region
                assert set(range(region.y, region.bottom)) <= set(found), (name, file)
                assert all(column < region.x for column in found.values()), (name, file)
                seen += 1
    assert seen
