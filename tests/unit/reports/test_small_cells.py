"""No small group can be found, not even by someone who knows the rule and can subtract."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from msgspec import structs

from course.content.kinds.questions import Choice
from course.content.model import Course, Page
from course.learners.counts import ItemCount, ModuleCount
from course.learners.visits import Item
from course.reports.gather import Kept
from course.reports.rows import Figures
from course.reports.small_cells import LEAST, Cell, protect, protect_total, rounded
from course.reports.wordings import Wordings
from tests.courses import a_module
from tests.slow import one_now


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


@pytest.mark.parametrize("asked", one_now([11, 21, 23, 33]))
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
            taken = tuple((each.answer, each.people) for each in row.wrong_answers)
            behind[(*shown, taken)].append((*groups, one, other))
    for candidates in behind.values():
        for possible in map(set, zip(*candidates, strict=True)):
            assert len(possible) > 1 or not 0 < min(possible) < LEAST


def assert_open(behind: dict[tuple[object, ...], list[tuple[int, ...]]]) -> None:
    """Whatever was shown, each small group behind it may have been of another size."""
    for candidates in behind.values():
        for possible in map(set, zip(*candidates, strict=True)):
            assert len(possible) > 1 or not 0 < min(possible) < LEAST


@pytest.mark.parametrize("started", [11, 20, 22, 27, 34])
def test_where_people_left_leaves_every_small_group_open(started: int, tea: Course) -> None:
    page = Page(id="one", title="One")
    question = tea.module("making").question("cold-water")
    module = a_module("short", [page, structs.replace(page, id="two")], [question])
    places = ("page:one", "page:two", "question:cold-water")
    figures = Figures(Wordings([tea]), Kept(tea), small=False)
    behind: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for finished, *gone in splits(started, 4):
        left = {place: people for place, people in zip(places, gone, strict=True) if people}
        count = ModuleCount(module="short", started=started, finished=finished, left=left)
        row = figures.module(module, 1.0, count)
        shown = tuple((one.kind, one.id, one.people) for one in row.left_at)
        behind[row.started, row.finished, shown].append((finished, *gone))
    assert_open(behind)


@pytest.mark.parametrize("rows", [2, 3])
def test_small_rows_that_are_added_up_stay_open(rows: int, tea: Course) -> None:
    items = [item for item in Wordings([tea]).items(tea) if item.part][:rows]
    figures = Figures(Wordings([tea]), Kept(tea), small=False)
    behind: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for asked in product(range(1, LEAST), repeat=rows):
        for right in range(sum(asked) + 1):
            counts = []
            rest = right
            for item, people in zip(items, asked, strict=True):
                known = min(rest, people)
                rest -= known
                counts.append((item, _answered(item, people, known)))
            shown = tuple((one.asked, one.right_first, one.wrong_first)
                          for one in figures.pooled(counts))  # fmt: skip
            behind[shown].append((*asked, right, sum(asked) - right))
    assert any(behind)
    assert_open(behind)


def _answered(item: Item, asked: int, right: int) -> ItemCount:
    return ItemCount(**item._asdict(), asked=asked, right=right, wrong=asked - right)


def test_two_reports_subtracted_leave_every_small_group_open() -> None:
    """One period holds the other, and so each of its groups."""
    behind: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for larger in range(120):
        for smaller in range(larger + 1):
            behind[rounded(larger), rounded(smaller)].append((larger, smaller, larger - smaller))
    assert_open(behind)
