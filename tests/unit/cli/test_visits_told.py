"""What came of looking after visits reaches whoever looks after the machine."""

import sys
from pathlib import Path

import pytest

from course.cli.run import remove_old_visits
from course.locations import find
from tests.desk import navigator_for
from tests.paths import TEA
from tests.unit.cli.conftest import Run


def test_what_came_of_it_is_said_in_a_sentence(data: Path, codes: list[str]) -> None:
    navigator = navigator_for(TEA, data / "learners")
    said = remove_old_visits(find(TEA, data), navigator, 30)
    assert said.endswith(": 0 put to rest, 0 counted and removed.")
    (data / "leaving").write_text("in the way")
    (data / "counts.json").mkdir()
    said = remove_old_visits(find(TEA, data), navigator, 30)
    assert "were not removed at" in said
    assert not [code for code in codes if code in said]


@pytest.mark.skipif(sys.platform != "linux", reason="a kiosk runs on Linux alone")
def test_the_doctor_tells_of_the_visits(prolo: Run, data: Path, codes: list[str]) -> None:
    assert codes
    told = prolo("kiosk", "doctor").out
    assert "ok    locks        One process keeps another out." in told
    assert "ok    old visits   Old visits were not looked for yet." in told
    (data / "housekeeping.json").write_text('{"refused": "2026-11-22T12:00:00Z", "why": "Full."}')
    told = prolo("kiosk", "doctor").out
    assert "MEND  old visits   Old visits were not removed at 2026-11-22 12:00 UTC. Full." in told
