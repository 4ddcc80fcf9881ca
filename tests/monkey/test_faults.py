"""Whatever happens to the course, the next person can begin and sees nothing of the last."""

from __future__ import annotations

import pytest

from tests.monkey.faults import FAULTS, round_of
from tests.slow import one_now


@pytest.mark.parametrize("seed", one_now(range(len(FAULTS))), ids=FAULTS)
def test_a_fault_at_a_random_moment(seed: int) -> None:
    assert round_of(seed).fault == FAULTS[seed]
