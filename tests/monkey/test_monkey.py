"""Short storms over the real kiosk; `make monkey` runs long ones."""

from __future__ import annotations

import pytest

from tests.monkey.storms import run

KEPT = [0, 1, 4, 5, 6, 7, 8, 17, 41]
"""Seeds that found something once."""


@pytest.mark.parametrize("seed", [3, *KEPT])
def test_a_short_storm(seed: int) -> None:
    report = run(seed, 1500)
    assert report.handled > 300


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_a_long_storm(seed: int) -> None:
    run(seed, 10_000)
