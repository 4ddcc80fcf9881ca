"""The figures of the course that ships: the same in words, signs that the font has, all places."""

from __future__ import annotations

import re

import pytest

from course.content import prose, wording
from course.content.kinds.figures import DrawingFigure, MapFigure, PeopleFigure, RangesFigure
from course.content.model import Course
from tests.content.parts import all_pages


def in_the_font(sign: str) -> bool:
    """Whether DejaVu Sans Mono has a character: letters, box lines, blocks and some shapes."""
    return sign == "\n" or " " <= sign <= "~" or sign == "·" or "\u2500" <= sign <= "\u25ff"


def test_each_says_in_words_what_it_shows(course: Course) -> None:
    for page in all_pages(course):
        if page.figure:
            assert len(page.figure.alt) >= 60, page.id
            assert page.figure.alt not in (page.figure.caption, page.text), page.id


def test_the_numbers_of_a_figure_are_in_its_words_too(course: Course) -> None:
    for page in all_pages(course):
        if page.figure is None:
            continue
        match page.figure:
            case RangesFigure(bars=bars):
                numbers = {f"{end:,}" for bar in bars for end in (bar.start, bar.end)}
            case PeopleFigure(groups=groups):
                numbers = {"100", *(str(group.count) for group in groups)}
            case _:
                shown = " ".join(map(prose.plain, wording.of_figure(page.figure)))
                numbers = set(re.findall(r"\d+", shown))
        missing = {number for number in numbers if number not in page.figure.alt}
        assert missing == set(), page.id


def test_a_comparison_says_what_it_does_not_show(course: Course) -> None:
    people = [p.figure for p in all_pages(course) if isinstance(p.figure, PeopleFigure)]
    assert [figure.groups[0].count for figure in people] == [68, 46, 12]
    # The first and the last are of one group of people, and compare nothing.
    for figure in people[1:2]:
        assert "may be chance" in figure.caption
        assert "may be chance" in figure.alt


def test_the_font_has_each_character_of_a_picture(course: Course) -> None:
    for name, picture in course.pictures.items():
        strange = {sign for sign in picture.drawing if not in_the_font(sign)}
        assert strange == set(), name


def test_pictures_leave_room_for_a_caption(course: Course) -> None:
    figures = [page.figure for page in all_pages(course)]
    drawn = [each for each in figures if isinstance(each, DrawingFigure | MapFigure)]
    assert set(course.pictures) <= {figure.file for figure in drawn}
    for picture in course.pictures.values():
        lines = picture.drawing.rstrip().split("\n")
        assert len(lines) <= 13
        assert max(map(len, lines)) <= 56


@pytest.mark.parametrize(
    "name",
    ["evidence-and-cost/the-place", "evidence-and-cost/my-joint", "is-it-for-me/compare-better"],
)
def test_a_page_about_places_speaks_of_each_one_with_its_source(course: Course, name: str) -> None:
    module, page = name.split("/")
    told = course.module(module).page(page).place
    assert told is not None
    assert list(told.keys() ^ course.places.keys()) == []
    assert [place for place, each in told.items() if not prose.cited(each.text)] == []
