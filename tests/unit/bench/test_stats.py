"""Ratios, percentiles and exponents."""

import statistics

import pytest

from bench.stats import Row, exponent, percentile_99


def test_ratio_of_the_medians() -> None:
    row = Row("a thing", "a yardstick", yards=[2, 4, 100], took=[1, 8, 9])
    assert row.ratio == 2


def test_the_tail_needs_many_times() -> None:
    few, many = [1.0] * 99, [float(number) for number in range(1, 101)]
    assert percentile_99(few) is None
    assert Row("a thing", "a yardstick", yards=many, took=few).tail is None
    assert Row("a thing", "a yardstick", yards=many, took=[2 * time for time in many]).tail == 2
    assert 99 <= (percentile_99(many) or 0) <= 100


@pytest.mark.parametrize("power", [0, 0.5, 1, 2])
def test_exponent(power: float) -> None:
    times = {number: 3 * number**power for number in (10, 100, 1_000, 100_000)}
    assert exponent(times) == pytest.approx(power)


def test_no_exponent_of_one_number() -> None:
    with pytest.raises(statistics.StatisticsError):
        exponent({10: 1.0})
