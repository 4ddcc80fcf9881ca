"""No small group can be found, not even by someone who knows the rule and can subtract."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from course.content.kinds.questions import Choice
from course.content.model import Course
from course.learners.counts import ItemCount
from course.learners.visits import Item
from course.reports.figures import Figures
from course.reports.gather import Kept
from course.reports.small_cells import LEAST, Cell, protect, protect_total
from course.reports.wordings import Wordings


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to split a total."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for others in splits(total - first, parts - 1):
            yield first, *others


@pytest.mark.parametrize(("parts", "most"), [(2, 60), (3, 48), (4, 34)])
def test_whatever_is_shown_leaves_a_small_part_open(parts: int, most: int) -> None:
    for total in range(most + 1):
        behind: dict[tuple[Cell, ...], list[tuple[int, ...]]] = defaultdict(list)
        for split in splits(total, parts):
            named = {str(place): part for place, part in enumerate(split)}
            behind[tuple(protect(total, named).values())].append(split)
        for shown, candidates in behind.items():
            for place, cell in enumerate(shown):
                possible = {split[place] for split in candidates}
                if any(0 < part < LEAST for part in possible):
                    assert not isinstance(cell, int)
                    assert len(possible) > 1


def test_what_is_large_stays_as_it_is() -> None:
    parts = {"right": 60, "wrong": 40, "unsure": 0}
    assert protect(100, parts) == parts


def test_the_number_that_would_give_a_small_one_away_becomes_a_range() -> None:
    parts = {"right": 52, "wrong": 44, "unsure": 4}
    assert protect(100, parts) == {"right": "46-56", "wrong": 44, "unsure": "<11"}


@pytest.mark.parametrize(("people", "shown"), [(0, 0), (1, "<11"), (10, "<11"), (11, 11)])
def test_ten_people_are_too_few(people: int, shown: Cell) -> None:
    assert protect_total(people) == shown


def test_a_row_of_few_shows_nothing() -> None:
    assert set(protect(10, {"right": 10, "wrong": 0}).values()) == {"<11"}
    assert set(protect(21, {"right": 21, "wrong": 0}).values()) == {"hidden"}


@pytest.mark.parametrize("asked", [11, 21, 23, 33])
def test_a_row_of_the_report_leaves_every_small_group_open(asked: int, tea: Course) -> None:
    """Every way in which so many people can answer, against all that one row shows of it."""
    question = tea.module("making").question("cold-water")
    assert isinstance(question, Choice)
    figures = Figures(Wordings([tea]), Kept(tea), small=False)
    item = Item("making", question.id, question.fingerprint, "")
    wrong_keys = [option.key for option in question.options if not option.right]
    behind: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for right, one, other, unsure in splits(asked, 4):
        for second in range(one + other + unsure + 1):
            chosen = {key: n for key, n in zip(wrong_keys, (one, other), strict=True) if n}
            count = ItemCount(
                **item._asdict(),
                asked=asked,
                right=right,
                wrong=one + other,
                unsure=unsure,
                right_second=second,
                chosen=chosen,
            )
            row = figures.question(item, count)
            shown = (row.right_first, row.wrong_first, row.unsure_first, row.right_second)
            groups = (right, one + other, unsure, second, one + other + unsure - second)
            most = max(one, other)
            behind[(*shown, row.drawn_to, row.drawn_to_people)].append(
                (*groups, most, one + other - most)
            )
    for candidates in behind.values():
        for possible in map(set, zip(*candidates, strict=True)):
            assert len(possible) > 1 or not 0 < min(possible) < LEAST
