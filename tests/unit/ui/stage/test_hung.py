"""What is written on the screen anew: enough that nothing is left behind, and no more."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from course.ui.stage.hung import Hung, Screenful, following, stale, strips

WIDTH = 10


def rows(*texts: str) -> list[Strip]:
    return [Strip([Segment(text.ljust(WIDTH))], WIDTH) for text in texts]


KNEE = Hung(Region(4, 1, 4, 2), "<knee>")
TEXT = rows("title", "one", "two", "three", "bar")


def written(regions: list[Region]) -> dict[int, int]:
    """Up to which column each row is written."""
    assert all(region.x == 0 and region.height == 1 for region in regions)
    return {region.y: region.width for region in regions}


def test_a_picture_comes_with_the_last_row_that_it_covers() -> None:
    found = strips(Screenful(TEXT, (KNEE,)))
    assert [strip.text for strip in found[:2]] == ["title     ", "one       "]
    assert found[2].text == "two       \x1b7\x1b[2;5H<knee>\x1b8"
    assert [strip.cell_length for strip in found] == [WIDTH] * 5
    assert found[2].crop(0, 4).text == "two "


def test_nothing_is_written_where_nothing_changed() -> None:
    now = Screenful(TEXT, (KNEE,))
    assert stale(now, following(now, rows("title", "one", "two", "three", "bar"), (KNEE,))) == []


def test_a_row_without_a_picture_is_written_alone() -> None:
    now = Screenful(TEXT, (KNEE,))
    after = rows("title", "one", "two", "three", "BAR")
    assert written(stale(now, following(now, after, (KNEE,)))) == {4: WIDTH}


def test_what_changes_left_of_a_picture_does_not_touch_it() -> None:
    now = Screenful(TEXT, (KNEE,))
    after = rows("title", "ONE", "two", "three", "bar")
    assert written(stale(now, following(now, after, (KNEE,)))) == {1: 4}


def test_a_picture_whose_cells_are_written_comes_again() -> None:
    now = Screenful(TEXT, (KNEE,))
    after = rows("title", "one      x", "two", "three", "bar")
    assert written(stale(now, following(now, after, (KNEE,)))) == {1: WIDTH, 2: WIDTH}


def test_pictures_side_by_side_come_again_together() -> None:
    back = Hung(Region(8, 2, 2, 2), "<back>")
    now = Screenful(TEXT, (KNEE, back))
    after = rows("title", "one      x", "two", "three", "bar")
    found = stale(now, following(now, after, (KNEE, back)))
    assert written(found) == {1: WIDTH, 2: WIDTH, 3: WIDTH}


def test_a_picture_that_comes_or_goes_takes_all_of_its_rows_along() -> None:
    without, with_it = Screenful(TEXT), Screenful(TEXT, (KNEE,))
    assert written(stale(without, with_it)) == {1: WIDTH, 2: WIDTH}
    assert written(stale(with_it, without)) == {1: WIDTH, 2: WIDTH}


def test_another_picture_in_its_place_is_another_one() -> None:
    hip = Hung(KNEE.region, "<hip>")
    assert written(stale(Screenful(TEXT, (KNEE,)), Screenful(TEXT, (hip,)))) == {
        1: WIDTH,
        2: WIDTH,
    }


def test_what_stays_over_the_cells_is_taken_away() -> None:
    knee = Hung(KNEE.region, "<knee>", "<no knee>")
    before = Screenful(TEXT, (knee,))
    after = following(before, TEXT, ())
    assert strips(after)[2].text.endswith("<no knee>")
    assert written(stale(before, after)) == {1: WIDTH, 2: WIDTH}
    # It may not have been written when the next frame is asked for.
    assert "<no knee>" in strips(following(after, TEXT, ()))[2].text
    assert "<no knee>" not in strips(following(after, TEXT, (KNEE,)))[2].text


def test_what_only_moves_is_not_taken_away() -> None:
    knee = Hung(KNEE.region, "<knee>", "<no knee>")
    moved = knee._replace(region=KNEE.region.translate((0, 1)))
    after = following(Screenful(TEXT, (knee,)), TEXT, (moved,))
    assert "<no knee>" not in "".join(strip.text for strip in strips(after))


def test_a_smaller_screen_still_says_farewell() -> None:
    knee = Hung(Region(0, 3, 4, 2), "<knee>", "<no knee>")
    after = following(Screenful(TEXT, (knee,)), TEXT[:2], ())
    assert "<no knee>" in strips(after)[1].text
