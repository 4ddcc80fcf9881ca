"""Where the page and what is told of it stand."""

import pytest
from textual.geometry import Region, Size

from course.ui.preview.places import SIZES, fitting, places

SMALL, PLAIN, KIOSK = SIZES


@pytest.mark.parametrize("window", [Size(w, h) for w in range(1, 200, 7) for h in range(1, 60, 5)])
@pytest.mark.parametrize("is_long", [False, True])
def test_nothing_overlaps_or_leaves_the_window(window: Size, is_long: bool) -> None:
    room = Region(0, 0, window.width, max(window.height - 2, 1))
    for page in SIZES:
        found = [each for each in places(window, page, is_long=is_long) if each is not None]
        assert found
        assert all(room.contains_region(each) for each in found)
        assert len(found) == 1 or not found[0].overlaps(found[1])


@pytest.mark.parametrize("window", [Size(80, 24), Size(112, 31), Size(160, 50), Size(60, 24)])
def test_the_small_page_is_whole_in_each_window(window: Size) -> None:
    page = places(window, SMALL, is_long=False).page
    assert page == Region(0, 0, 60, 22)


def test_findings_are_beside_the_page_in_a_plain_terminal() -> None:
    assert places(Size(80, 24), SMALL, is_long=False).told == Region(61, 0, 19, 22)


def test_what_is_long_has_the_whole_of_a_plain_terminal() -> None:
    assert places(Size(80, 24), SMALL, is_long=True) == (None, Region(0, 0, 80, 22))


def test_a_window_offers_the_sizes_for_which_it_has_room() -> None:
    assert fitting(Size(80, 24)) == [SMALL]
    assert fitting(Size(112, 31)) == [SMALL, PLAIN]
    assert fitting(Size(160, 50)) == [SMALL, PLAIN, KIOSK]
