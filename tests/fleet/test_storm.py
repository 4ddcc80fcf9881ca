"""The short form of `make fleet-storm`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fleet.hub import needs_hub
from tests.fleet.storm import storm


@needs_hub
@pytest.mark.slow
async def test_nothing_is_lost_or_doubled_and_nobody_comes_back(tmp_path: Path) -> None:
    assert await storm(tmp_path, kiosks=6, answers=2_000, seed=7) == []
