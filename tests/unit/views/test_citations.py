"""Which sources a figure cites, in the order in which they are met."""

import pytest

from course.views.citations import cited
from course.views.model import Drawing
from tests.unit.ui.paint.figures.samples import ALL


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("steps", ("kettle", "leaf")),
        ("timeline", ("survey", "leaf")),
        ("ranges", ("leaf", "kettle")),
        ("many ranges", ("survey", "leaf")),
        ("people", ("leaf",)),
        ("table", ("leaf",)),
        ("drawing", ("leaf",)),
        ("map", ("leaf",)),
    ],
)
def test_a_figure_cites_what_its_texts_and_bars_do(name: str, ids: tuple[str, ...]) -> None:
    assert cited([Drawing(ALL[name])]) == ids
