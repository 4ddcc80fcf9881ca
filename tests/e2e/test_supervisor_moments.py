"""The real course breaks off at random moments of a visit, under its supervisor.

Run all two hundred moments with `pytest -m long tests/e2e/test_supervisor_moments.py`;
`python -m tests.e2e.moments 200` prints how long each took.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.moments import several

SOON = 10.0
"""Seconds; a guard on a loaded machine, not a measurement."""


@pytest.mark.parametrize("seed", range(2))
def test_back_on_the_welcome_screen(tmp_path: Path, seed: int) -> None:
    assert all(back.seconds < SOON for back in several(tmp_path, seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(67))
def test_back_two_hundred_times(tmp_path: Path, seed: int) -> None:
    assert all(back.seconds < SOON for back in several(tmp_path, 1000 + seed))
