"""Short storms over the real kiosk; `make monkey` runs long ones."""

from __future__ import annotations

import pytest

from tests.monkey.storms import run
from tests.slow import one_now

KEPT = [0, 1, 4, 5, 6, 7, 8, 17, 41]
"""Seeds that found something once."""


@pytest.mark.parametrize("seed", one_now([3, *KEPT]))
def test_a_short_storm(seed: int) -> None:
    report = run(seed, 1500)
    assert report.handled > 300


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 4])
def test_a_short_storm_with_pictures(seed: int) -> None:
    pytest.importorskip("resvg_py", reason="pictures are an extra")
    report = run(seed, 3000, pictures=True)
    assert report.pictures > 3
