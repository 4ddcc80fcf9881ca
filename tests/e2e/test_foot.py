"""A picture in the kiosk's own terminal, foot in cage, on a display that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.paths import BAD

pytest.importorskip("PIL", reason="pictures are an extra")
pytest.importorskip("resvg_py", reason="pictures are an extra")

from tests.foot.course import Course, opened
from tests.foot.screen import MISSING, Pixels

SIZE = (60, 22)
FISH = (0x4A, 0xA3, 0xD8)
"""The colour of the fish in the picture, which nothing else has."""
NEAR = 4
"""A sixel tells colours in parts of a hundred."""
STEPS = 60
"""Presses that lead to the picture, at most."""


def has_fish(pixels: Pixels) -> bool:
    shades = {color for _, color in pixels.getcolors(pixels.width * pixels.height) or []}
    return any(
        isinstance(shade, tuple)
        and all(abs(a - b) < NEAR for a, b in zip(shade, FISH, strict=True))
        for shade in shades
    )


@pytest.fixture
def course() -> Iterator[Course]:
    with opened(BAD / "sound") as found:
        found.resize(SIZE)
        yield found


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_picture_is_seen_on_its_page_and_on_no_other(course: Course) -> None:
    for _ in range(STEPS):
        shown = course.pixels()
        if has_fish(shown):
            break
        course.foot.press("Return")
    assert has_fish(shown)
    course.foot.press("9")
    assert not has_fish(course.pixels())
    course.foot.press("0")
    assert course.pixels() == shown
