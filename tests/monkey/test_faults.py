"""Whatever happens to the course, the next person can begin and sees nothing of the last."""

from __future__ import annotations

import pytest

from tests.monkey.faults import FAULTS, round_of

SOON = 30.0
"""Seconds; a guard, not a measurement."""


@pytest.mark.parametrize("seed", range(len(FAULTS)), ids=FAULTS)
def test_a_fault_at_a_random_moment(seed: int) -> None:
    assert round_of(seed).seconds < SOON


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_200_faults_at_random_moments(seed: int) -> None:
    assert round_of(seed).seconds < SOON
