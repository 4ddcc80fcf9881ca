"""What nobody has signed, or what has changed since, comes in only where the clinic lets it."""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path

import pytest

from course.cli import main
from course.kiosk.updates import outcome
from course.kiosk.updates.modules import notices, prepare
from course.kiosk.updates.places import Places
from tests.paths import TEA
from tests.unit.content.course_edits import change
from tests.unit.content.review.conftest import sign

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    shutil.copytree(TEA, tmp_path / "modules.new")
    return Places(tmp_path)


def state(places: Places, *, takes_unsigned: bool = False) -> str:
    report = prepare(places, TODAY, takes_unsigned=takes_unsigned)
    assert report is not None
    return report.state


def test_what_nobody_has_signed_waits_and_staff_see_how_to_mend_it(places: Places) -> None:
    assert state(places) == "refused"
    (told,) = notices(places)
    assert "prolo review sign" in told
    assert "unsigned_content: true" in told
    assert state(places, takes_unsigned=True) == "ready"


def test_what_is_signed_is_taken_over_with_its_signature(places: Places) -> None:
    sign(places.incoming)
    assert state(places) == "ready"
    assert places.take_over()
    assert (places.current / "review" / "en.yaml").is_file()


def test_what_has_changed_since_waits(places: Places) -> None:
    sign(places.incoming)
    change(places.incoming, "triage.yaml", "level: emergency", "level: today")
    assert state(places) == "refused"
    assert any("triage/child-burn" in each for each in notices(places))
    assert state(places, takes_unsigned=True) == "ready"


def test_another_fault_keeps_it_out_wherever_it_is_allowed(places: Places) -> None:
    change(places.incoming, "course.yaml", "format: 1", "format: 2")
    assert state(places, takes_unsigned=True) == "refused"


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [("name: Lake\n", "refused"), ("unsigned_content: true\n", "ready"), ("nam: x\n", "refused")],
)
def test_the_settings_of_the_clinic_decide(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, wanted: str
) -> None:
    # They would hold for the tests that follow as well.
    monkeypatch.setattr(os, "nice", lambda _: 0)
    monkeypatch.setattr(os, "umask", lambda _: 0)
    clinic = tmp_path / "own.yaml"
    clinic.write_text(settings, encoding="utf-8")
    options = ("--part", "check-incoming", "--settings", str(clinic))
    main(["--data-dir", str(tmp_path), "kiosk", *options])
    report = outcome.read(places.report)
    assert report is not None
    assert report.state == wanted
