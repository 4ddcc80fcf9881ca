"""The real course breaks off at random moments of a visit, under its supervisor.

`make moments` tries two hundred of them, and prints how long each took.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from course.kiosk.supervisor.restarts import FREE
from tests.e2e.moments import several
from tests.slow import one_now


@pytest.mark.parametrize("seed", one_now(range(10)))
def test_back_on_the_welcome_screen(tmp_path: Path, seed: int) -> None:
    assert len(several(tmp_path, seed)) == FREE
