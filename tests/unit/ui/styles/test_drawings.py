"""Every part of a drawing can be told from what lies beside it, in each look."""

from __future__ import annotations

import pytest
from rich.color import Color
from textual.theme import Theme

from course.content.checks.svgs import COLORS
from course.ui.styles.drawings import colors, css
from course.ui.styles.themes import NAMED, THEMES
from tests.unit.ui.paint.test_contrast import contrast

LEAST = 3.0


def apart(one: str, other: str) -> float:
    return contrast(Color.parse(one), Color.parse(other))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_each_fill_stands_out_from_its_contour_or_from_the_ground(theme: Theme) -> None:
    known = colors(theme)
    fills = {name: color for name, color in known.items() if name not in ("ground", "ink", "line")}
    weak = {
        name
        for name, color in fills.items()
        if max(apart(color, known["line"]), apart(color, known["ground"])) < LEAST
    }
    assert weak == set()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_drawn_on_the_ground_stands_out_from_it(theme: Theme) -> None:
    known = colors(theme)
    assert apart(known["ink"], known["ground"]) >= 4.5
    assert apart(known["accent"], known["ground"]) >= LEAST


def test_each_look_colors_the_same_classes() -> None:
    assert len({tuple(sorted(colors(theme))) for theme in THEMES}) == 1


def test_each_class_that_an_author_may_use_has_a_color() -> None:
    assert set(COLORS) <= set(colors(THEMES[0]))


def test_there_are_no_drawings_in_named_colors() -> None:
    assert colors(NAMED) == {}


def test_a_chosen_place_hides_the_others() -> None:
    sheet = css(THEMES[0], "knee")
    assert ".place{fill:none;stroke:none}" in sheet
    assert "#knee.place{" in sheet
