"""What the clinic has set reaches the kiosk that is started with it, and what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from course.cli import main
from course.flow.kiosk import KioskNavigator
from course.kiosk.policy.pin import hash_pin
from course.kiosk.updates import outcome
from course.kiosk.updates.places import Places
from course.ui.kiosk.app import KioskApp
from course.views.model import View, told
from course.views.press import Go, Pick, Spot
from tests.paths import TEA

PIN = "271828"


class StartedError(Exception):
    """In place of a kiosk that runs."""

    def __init__(self, app: KioskApp) -> None:
        super().__init__()
        self.app = app


@pytest.fixture(autouse=True)
def _not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(app: KioskApp) -> NoReturn:
        raise StartedError(app)

    monkeypatch.setattr("course.ui.kiosk.start.start", start)
    # It would stay disabled for all tests.
    monkeypatch.setattr("gc.disable", lambda: None)


def started(data: Path, *more: str) -> KioskApp:
    with pytest.raises(StartedError) as caught:
        main(["--data-dir", str(data), "kiosk", "--part", "course", *more])
    return caught.value.app


def said(view: View) -> str:
    return "\n".join(getattr(block, "text", "") for block in told(view))


def counter(kiosk: KioskNavigator) -> View:
    """What staff see behind the PIN."""
    kiosk.staff_key()
    for digit in PIN:
        kiosk.press(Pick(digit))
    kiosk.press(Go(Spot.OK))
    return kiosk.view()


@pytest.mark.parametrize(("written", "seconds"), [("idle: 120\n", 120), ("", 90)])
def test_the_clinic_says_after_how_many_seconds_it_asks(
    tmp_path: Path, written: str, seconds: int
) -> None:
    (tmp_path / "clinic.yaml").write_text(written)
    assert started(tmp_path)._settings.times.idle == seconds


def test_a_misspelt_setting_puts_it_out_of_order_and_is_told_to_staff(tmp_path: Path) -> None:
    hashed = hash_pin(PIN)
    (tmp_path / "clinic.yaml").write_text(f'staff_pin_hash: "{hashed}"\nidel: 120\n')
    kiosk = started(tmp_path).kiosk
    assert kiosk.is_out_of_order
    assert "out of order" in said(kiosk.view())
    shown = counter(kiosk)
    assert 'clinic.yaml:2:1: There is no key "idel" here. Did you mean "idle"?' in said(shown)
    # The course itself is sound; it cannot be opened all the same.
    assert [card.press for card in shown.cards] == [Go(Spot.RESTART), Go(Spot.END)]
    log = (tmp_path / "kiosk.log").read_text()
    assert "clinic.yaml:2:1 idel" in log


def test_a_fault_of_the_course_puts_it_out_of_order_and_is_told_to_staff(tmp_path: Path) -> None:
    modules = tmp_path / "tea"
    shutil.copytree(TEA, modules)
    course = modules / "course.yaml"
    course.write_text(course.read_text() + "revue: no\n")
    line = course.read_text().count("\n")
    (tmp_path / "clinic.yaml").write_text(f'staff_pin_hash: "{hash_pin(PIN)}"\n')
    kiosk = started(tmp_path, "--course", str(modules)).kiosk
    assert kiosk.is_out_of_order
    assert f"course.yaml:{line}:1" in said(counter(kiosk))
    assert f"course.yaml:{line}:1 revue" in (tmp_path / "kiosk.log").read_text()


def test_a_course_that_has_gone_puts_it_out_of_order(tmp_path: Path) -> None:
    gone = ("--course", str(tmp_path / "gone"), "--settings", str(tmp_path / "gone.yaml"))
    kiosk = started(tmp_path, *gone).kiosk
    assert kiosk.is_out_of_order
    assert "course.yaml:1:1" in (tmp_path / "kiosk.log").read_text()


def test_modules_on_trial_with_a_fault_are_given_up(tmp_path: Path) -> None:
    (tmp_path / "modules").mkdir()
    outcome.of("trial", "a").write(Places(tmp_path).report)
    asked = ["--part", "course", "--course", str(tmp_path / "modules")]
    assert main(["--data-dir", str(tmp_path), "kiosk", *asked]) == 1
