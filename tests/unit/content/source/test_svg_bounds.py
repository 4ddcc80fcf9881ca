"""How far shapes reach: what stands in the picture counts, and nothing else."""

from pathlib import Path

import pytest

from course.content.source import svg_reader
from course.content.source.svg_bounds import bounds, middles

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560">'


def reach(tmp_path: Path, shapes: str) -> tuple[int, int, int, int]:
    (tmp_path / "a.svg").write_text(f"{HEAD}{shapes}</svg>", encoding="utf-8")
    found = svg_reader.read(tmp_path, "a.svg")
    assert found.problems == []
    return bounds(found.elements, 900, 560)


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (10, 20, 40, 60)),
        ('<circle cx="100" cy="90" r="10"/>', (90, 80, 110, 100)),
        ('<ellipse cx="100" cy="90" rx="20" ry="5"/>', (80, 85, 120, 95)),
        ('<line x1="5" y1="6" x2="7" y2="80"/>', (5, 6, 7, 80)),
        ('<polygon points="10,20 30,5 25 60"/>', (10, 5, 30, 60)),
        ('<path d="M100 100h50v-20H90V130z"/>', (90, 80, 150, 130)),
        ('<path d="m100 100 20 30 10-60"/>', (100, 70, 130, 130)),
        ('<path d="M100 100l10 10zl-40 5"/>', (60, 100, 110, 110)),
        ('<path d="M100 100c10 0 20-30 40 0s10 10 20 5"/>', (100, 70, 160, 110)),
        ('<path d="M100 100q10 40 20 0t20 0"/>', (100, 100, 140, 140)),
        # Half a circle above the line between its ends, and the same below it.
        ('<path d="M100 100a50 50 0 0 1 100 0"/>', (100, 50, 200, 100)),
        ('<path d="M100 100a50 50 0 0 0 100 0"/>', (100, 100, 200, 150)),
        # A whole circle, drawn as most programs do, with its flags run together.
        ('<path d="M100 100a50 50 0 1 0 .1 0z"/>', (50, 100, 151, 200)),
        ('<path d="M100 100a50 50 0 011 1"/>', (100, 100, 101, 101)),
    ],
)
def test_a_shape_reaches_from_its_edges(
    shape: str, box: tuple[int, int, int, int], tmp_path: Path
) -> None:
    assert reach(tmp_path, shape) == pytest.approx(box, abs=1)


@pytest.mark.parametrize(
    ("moved", "box"),
    [
        ("translate(5 6)", (15, 16, 25, 36)),
        ("translate(5)", (15, 10, 25, 30)),
        ("scale(2)", (20, 20, 40, 60)),
        ("scale(2 3)", (20, 30, 40, 90)),
        ("rotate(90 10 10)", (0, 10, 10, 20)),
        ("matrix(1 0 0 1 100 50)", (110, 60, 120, 80)),
        ("translate(100) scale(2)", (120, 20, 140, 60)),
        ("skewX(45)", (20, 10, 50, 30)),
        ("skewY(45)", (10, 20, 20, 50)),
        ("unheard(3)", (10, 10, 20, 30)),
        ("translate()", (10, 10, 20, 30)),
    ],
)
def test_a_transform_moves_it(moved: str, box: tuple[int, int, int, int], tmp_path: Path) -> None:
    shape = '<rect x="10" y="10" width="10" height="20"/>'
    assert reach(tmp_path, f'<g transform="{moved}">{shape}</g>') == pytest.approx(box, abs=1)
    moved_itself = shape.replace("/>", f' transform="{moved}"/>')
    assert reach(tmp_path, moved_itself) == pytest.approx(box, abs=1)


def test_what_is_used_again_counts_where_it_stands(tmp_path: Path) -> None:
    part = '<g id="a" transform="translate(10)"><path d="M0 0h10v20"/></g>'
    used = '<use href="#a" x="100" y="50" transform="scale(2)"/>'
    assert reach(tmp_path, f"<defs>{part}</defs>{used}") == (220, 100, 240, 140)
    assert reach(tmp_path, part + used) == (10, 0, 240, 140)


def test_the_ground_does_not_count_and_what_is_outside_is_cut_off(tmp_path: Path) -> None:
    ground = '<rect class="ground" width="900" height="560"/>'
    assert reach(tmp_path, f'{ground}<path d="M-20 -30h50v900"/>') == (0, 0, 30, 560)


def test_a_side_that_is_covered_by_the_ground_does_not_count(tmp_path: Path) -> None:
    wide = '<path class="skin" d="M0 100h900v50h-900z"/>'
    left, right = (
        f'<path class="ground" d="M{x}-20h{w}v600h-{w}z"/>' for x, w in ((-20, 190), (730, 190))
    )
    needle = '<path class="steel" d="M700 200h60"/>'
    assert reach(tmp_path, wide + left) == (170, 100, 900, 150)
    assert reach(tmp_path, wide + left + right) == (170, 100, 730, 150)
    assert reach(tmp_path, wide + left + right + needle) == (170, 100, 760, 200)
    # What covers a part of a side is a shape as any other.
    low = '<path class="ground" d="M0 50h200v200h-200z"/>'
    assert reach(tmp_path, wide + low) == (0, 50, 900, 250)


@pytest.mark.parametrize("shapes", ["", "<g/>", '<path d="M-50 0h10"/>', '<path d="M1e999 0h9"/>'])
def test_where_nothing_is_drawn_it_is_all_of_the_view_box(shapes: str, tmp_path: Path) -> None:
    assert reach(tmp_path, shapes) == (0, 0, 900, 560)


def test_each_shape_of_a_path_with_a_name_has_a_middle(tmp_path: Path) -> None:
    shapes = (
        '<g transform="translate(100 0)"><path id="knee" d="M10 10h20v40zM200 10h20v40z"/></g>'
        '<path d="M0 0h900"/><rect id="pond" width="9" height="9"/>'
    )
    (tmp_path / "a.svg").write_text(f"{HEAD}{shapes}</svg>", encoding="utf-8")
    found = middles(svg_reader.read(tmp_path, "a.svg").elements)
    assert found == {"knee": ((120, 30), (310, 30))}
