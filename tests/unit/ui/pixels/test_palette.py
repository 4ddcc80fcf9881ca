"""What a drawing uses keeps its very colour; the rest is taken from how often it occurs."""

from __future__ import annotations

from course.ui.pixels.palette import MOST, NEAR, classes, palette

KNOWN = {"ground": "#ffffff", "bone": "#f6ead0", "ligament": "#c4473b", "steel": "#aebac3"}
BONE, LIGAMENT = (0xF6, 0xEA, 0xD0), (0xC4, 0x47, 0x3B)


def test_the_classes_of_a_drawing_are_found_once_each() -> None:
    svg = (
        '<svg><g class="bone flat"/><path class="line shade"/><path id="class" class="bone"/></svg>'
    )
    assert classes(svg) == ["bone", "flat", "line", "shade"]


def test_the_ground_is_first_and_rare_colors_are_kept() -> None:
    counted = [(9000 - n, (n, 255 - n, 0)) for n in range(0, 250, 2)]
    few = palette(["bone", "flat", "ligament"], KNOWN, [*counted, (1, LIGAMENT)])
    assert few[:3] == [(255, 255, 255), BONE, LIGAMENT]
    assert len(few) == MOST


def test_the_most_frequent_shades_fill_up() -> None:
    few = palette(["bone"], KNOWN, [(5, (0, 0, 0)), (50, (90, 0, 0)), (7, (0, 90, 0))])
    assert few == [(255, 255, 255), BONE, (90, 0, 0), (0, 90, 0), (0, 0, 0)]


def test_shades_that_nobody_tells_apart_count_once() -> None:
    near = (0xF6 - NEAR + 1, 0xEA, 0xD0)
    assert palette(["bone"], KNOWN, [(1000, near)]) == [(255, 255, 255), BONE]
