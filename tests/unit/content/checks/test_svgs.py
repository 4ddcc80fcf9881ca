"""What would hold up or break the program is refused in a picture, however small its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.content.checks.svgs import check
from course.content.source.svg_bounds import bounds
from course.content.source.svg_reader import Vector, read

ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560">'
REED = '<path class="good" d="M1 1h9v9z"/>'


def picture(folder: Path, inner: str, root: str = ROOT) -> Vector:
    (folder / "pond.svg").write_text(f"{root}{inner}</svg>", encoding="utf-8")
    return read(folder, "pond.svg")


def told(found: Vector) -> list[str]:
    return [problem.what for problem in (*found.problems, *check(found))]


def test_a_part_that_comes_again_counts_each_time(tmp_path: Path) -> None:
    part = f'<g id="reeds">{REED * 20}</g>'
    assert told(picture(tmp_path, part + '<use href="#reeds"/>' * 19)) == []
    (what,) = told(picture(tmp_path, part + '<use href="#reeds"/>' * 20))
    assert "more than 400 shapes" in what


def test_a_long_outline_that_comes_again_counts_each_time(tmp_path: Path) -> None:
    part = f'<path id="reed" class="good" d="M1 1{"h9v9" * 4000}"/>'
    assert told(picture(tmp_path, part)) == []
    (what,) = told(picture(tmp_path, part + '<use href="#reed"/>' * 4))
    assert "long ones too often" in what


@pytest.mark.parametrize(
    "shape",
    [
        '<path class="good" d="M1e7 -1e30A900 1e15 .5 0 1 900 1e15z"/>',
        '<path class="good" d="M1 1h20000z"/>',
        '<rect class="good" width="9" height="9" transform="rotate(1e999)"/>',
        '<polygon class="good" points="1 1 9 9 1 -10001"/>',
    ],
)
def test_numbers_that_nothing_can_reckon_with_are_refused(tmp_path: Path, shape: str) -> None:
    found = picture(tmp_path, shape)
    (what,) = told(found)
    assert "has the number" in what
    left, top, right, bottom = bounds(found.elements, 900, 560)
    assert 0 <= left <= right <= 900
    assert 0 <= top <= bottom <= 560


@pytest.mark.parametrize("name", ["width", "height", "x", "y", "transform", "id", "rx"])
def test_how_large_a_picture_is_the_screen_decides(tmp_path: Path, name: str) -> None:
    (what,) = told(picture(tmp_path, REED, ROOT.replace(">", f' {name}="9">')))
    assert what == f"The picture itself has a {name}."


def test_what_stands_too_deep_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    assert told(picture(tmp_path, "<g>" * 19 + "</g>" * 19)) == []
    (what,) = told(picture(tmp_path, "<g>" * 20_000))
    assert "too deep" in what


@pytest.mark.parametrize(
    "inner",
    [
        '<path class="line" stroke-dasharray=".05" d="M0 0h10000v560z"/>',
        f'<path class="line" stroke-dasharray="4" d="M0 0{"h9999z" * 99}"/>',
        '<g stroke-dasharray=".05"><rect class="line" width="900" height="560"/></g>',
        '<path id="a" class="line" d="M0 0h900"/><use href="#a" stroke-dasharray=".05"/>',
    ],
)
def test_so_many_dashes_that_nothing_else_could_be_done_are_refused(
    tmp_path: Path, inner: str
) -> None:
    (what,) = told(picture(tmp_path, inner))
    assert what == "The picture draws more than 20000 dashes."
    assert told(picture(tmp_path, re.sub(r'dasharray="[^"]*"', 'dasharray="0"', inner))) == []


@pytest.mark.parametrize("value", ["100%", "9em", "9 mm"])
def test_a_length_with_a_unit_is_refused(tmp_path: Path, value: str) -> None:
    (what,) = told(picture(tmp_path, f'<rect class="good" width="{value}" height="9"/>'))
    assert what == f'width is "{value}".'


@pytest.mark.parametrize("box", ["0 0 900 &#53;60", "0 0&#x20;900 560", "0\n0 900 560"])
def test_a_view_box_that_is_not_written_sign_by_sign_is_refused(tmp_path: Path, box: str) -> None:
    """Whoever draws the picture would not find it."""
    found = picture(tmp_path, REED, ROOT.replace("0 0 900 560", box))
    assert found.view_box is None
    assert told(found) == ["The picture has no viewBox that begins at 0 0."]


def test_a_view_box_in_a_comment_is_none(tmp_path: Path) -> None:
    root = f"<!-- {ROOT} -->{ROOT.replace('900', '&#57;00')}"
    assert picture(tmp_path, REED, root).view_box is None
