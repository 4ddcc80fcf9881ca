"""A part of a drawing fills the pixels that it has, with its leads and badges above it."""

from __future__ import annotations

import re

import pytest

from course.ui.pixels.badges import FIGURES, Badge
from course.ui.pixels.document import document

POND = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560" fill="none">'
    '<rect class="ground" width="900" height="560"/></svg>'
)


def test_the_box_fills_the_pixels() -> None:
    found = document(POND, (450, 280), (-20, 10, 900, 560), ())
    assert found.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="450" height="280" ')
    assert 'viewBox="-20 10 900 560" preserveAspectRatio="none"' in found
    assert found.count("<svg") == found.count("</svg>") == 2


def test_a_lead_is_drawn_twice_and_all_of_the_lower_ones_first() -> None:
    leads = (((0, 90), (400, 100)), ((900, 200), (500, 210)))
    found = document(POND, (450, 280), (0, 0, 900, 560), leads)
    assert found.count('d="M0 90L400 100"') == found.count('d="M900 200L500 210"') == 2
    assert found.rindex('class="line') < found.index('class="ink')


@pytest.mark.parametrize(
    "svg",
    ["", "no drawing", "<svg/>", '<svg viewBox="0 0 0 560"></svg>', '<svg viewBox="0 0 9 9">'[:-2]],
)
def test_what_is_no_drawing_is_nothing(svg: str) -> None:
    assert document(svg, (450, 280), (0, 0, 900, 560), ()) == ""


@pytest.mark.parametrize(
    "svg",
    [
        POND.replace('"', "'"),
        POND.replace("viewBox=", "viewBox = "),
        f"<!-- <svg> by hand -->{POND}",
        f'<?xml version="1.0"?>\n{POND}',
        POND.replace("<svg", '<svg stroke-linecap="a>b"'),
    ],
)
def test_a_drawing_is_known_however_it_is_written(svg: str) -> None:
    assert document(svg, (450, 280), (0, 0, 900, 560), ()).count("<svg") == 2


def test_an_empty_box_shows_nothing() -> None:
    assert document(POND, (450, 280), (0, 0, 0, 560), ()) == ""


def test_a_badge_is_whole_in_the_box_and_has_corners_while_its_place_is_pointed_out() -> None:
    shown = []
    for is_on in (False, True):
        badge = Badge((899, 2), "7", "knee", is_on)
        found = document(POND, (450, 280), (0, 0, 900, 560), (), (badge,), 20)
        shape = re.search(r'<rect class="badge"[^>]*/>', found)
        assert shape is not None
        x, y, side, corner = (
            float(shape[0].split(f' {name}="')[1].split('"')[0])
            for name in ("x", "y", "width", "rx")
        )
        assert x > 0
        assert y > 0
        assert x + side < 900
        shown.append(corner)
        assert FIGURES["7"] in found
    assert shown[0] > 0 == shown[1]


def test_a_sign_without_a_figure_has_no_badge() -> None:
    badge = Badge((450, 280), "?", "knee")
    assert "badge" not in document(POND, (450, 280), (0, 0, 900, 560), (), (badge,), 20)
