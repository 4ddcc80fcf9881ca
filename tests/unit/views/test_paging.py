"""What is shared out on pages: as many rows as a small screen has, and parts of a like size."""

import pytest
from textual.geometry import Size

from course.content import prose
from course.content.checks.fit import SIZES
from course.content.loader import load
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import Button, Text, View
from course.views.paging import ROWS, evenly
from course.views.press import Spot
from tests.desk import context_of
from tests.paths import TEA


@pytest.mark.parametrize("size", SIZES)
def test_a_small_screen_has_the_rows_that_are_counted(size: tuple[int, int]) -> None:
    items = prose.Bullets(tuple(map(prose.verbatim, ["An item."] * ROWS)), ordered=False)
    view = View(
        layout="finish",
        section="Tea",
        step=(1, 2),
        title="A title",
        blocks=(Text(prose.Prose((items,))),),
        back=Button(Spot.BACK, "Back"),
        next=Button(Spot.NEXT, "Next"),
    )
    kit = Kit(context_of(load(TEA)).edition, LIGHT)
    assert Sheet(view, Size(*size), kit).over == 0


@pytest.mark.parametrize(
    ("count", "parts"), [(0, []), (1, [1]), (4, [4]), (5, [3, 2]), (9, [3, 3, 3]), (10, [4, 3, 3])]
)
def test_parts_are_few_and_about_as_large(count: int, parts: list[int]) -> None:
    shared = evenly(range(count), 4)
    assert [*map(len, shared)] == parts
    assert [each for part in shared for each in part] == [*range(count)]
