"""However many rows there are, they come in order, and only some are held at a time."""

import random

import pytest

from course.learners import sorting
from course.learners.sorting import newest_first


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 14, 100])
def test_rows_come_from_the_largest_to_the_smallest(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "RUN", 7)
    chance = random.Random(count)
    rows = [(f"{chance.randrange(50):02}", number) for number in range(count)]
    chance.shuffle(rows)
    assert list(newest_first(rows)) == sorted(rows, reverse=True)


def test_no_more_than_one_run_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "RUN", 10)
    longest = [0]

    def watched(rows: list[tuple[str, int]]) -> object:
        longest[0] = max(longest[0], len(rows))
        return real(rows)

    real = vars(sorting)["_file"]
    monkeypatch.setattr(sorting, "_file", watched)
    assert len(list(newest_first((str(n), n) for n in range(1000)))) == 1000
    assert longest == [10]
