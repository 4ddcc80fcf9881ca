"""After a visit with everything used, nothing said for the visit alone is on the disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from course import printing
from course.cli.run import printer_of
from course.clinic import Clinic
from course.flow.navigator import Navigator
from course.kiosk.log import Log
from course.kiosk.settings import Settings
from course.locations import Locations
from course.views.press import Pick, Spot
from course.visit.route import Place
from tests.desk import navigator_for
from tests.fake_cups import Cups
from tests.paths import MODULES
from tests.processes import PATIENCE
from tests.unit.flow.walking import begun, press

OWN = "does my cat mind the needle"
ON = date.today() + timedelta(days=45)


def told(on: date) -> list[bytes]:
    """A day in every form in which the course writes it."""
    forms = (f"{on}", f"{on:%Y%m%d}", f"{on:%B} {on.day}", repr(on), f"{on:%b} {on.day}")
    return [form.encode() for form in forms]


def held(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder, and what is packed in it."""
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield path, content
            for start in (at for at in range(len(content)) if content[at : at + 1] == b"\x78"):
                try:
                    yield path, zlib.decompressobj().decompress(content[start:])
                except zlib.error:
                    continue


@pytest.fixture
def clinic() -> Clinic:
    return Clinic(
        printer="Q", web="https://clinic.example/c", phone="555-0100", anti_inflammatory_days=7
    )


def everything(navigator: Navigator) -> None:
    """Use all that there is on the way out."""
    navigator.visit.go(Place("page", "is-it-for-me", "three-questions"))
    navigator.visit.tick("odds", True)
    navigator.go()
    press(navigator, Spot.HELP, Spot.TAKE, Spot.QUESTIONS, Spot.OWN, *OWN, Spot.OK)
    press(navigator, "own", Spot.NEXT)
    navigator.visit.for_now.appointment = ON
    press(navigator, Spot.WHOLE)
    while navigator.view().step:
        press(navigator, Spot.NEXT)
    for what in (Spot.IN_WORDS, Spot.IN_CALENDAR, Spot.ON_WEB):
        press(navigator, Spot.PHONE, what)
        while navigator.view().title != "On my phone":
            press(navigator, Spot.NEXT)
        press(navigator, Spot.BACK)
    press(navigator, Spot.PRINT, Spot.MY_CODE, Spot.BACK, Spot.SHARE, Spot.OK)
    while navigator.view().title != "Take this home":
        press(navigator, Spot.NEXT)


@pytest.mark.parametrize("trouble", [(), ("stopped",), ("aborts",)])
def test_neither_their_words_nor_their_day_is_on_the_disk_or_in_the_log(
    trouble: tuple[str, ...], tmp_path: Path, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    data, outside = tmp_path / "data", tmp_path / "outside"
    outside.mkdir()
    cups = Cups(outside, monkeypatch)
    cups.be(*trouble)
    where = Locations(MODULES, data, data / "clinic.yaml", data / "cache")
    kept = Log(Settings(data).log)
    navigator = begun(navigator_for(MODULES, where.learners, clinic))
    navigator.printer = printer_of(where, clinic, lambda why: kept.say(f"printed: {why}"))
    navigator.code_room = lambda: 100
    everything(navigator)
    jobs = navigator.visit.for_now.printed
    assert jobs
    assert all(job.is_over.wait(PATIENCE) for job in jobs)
    kept.error("a fault", ValueError(repr(navigator.visit.for_now)))
    navigator.leave()
    # The search finds what is there: a page for the printer holds both.
    if not trouble:
        assert cups.pages
    found = [
        path
        for path, content in held(data)
        for each in (OWN.encode(), OWN.capitalize().encode(), *told(ON))
        if each in content
    ]
    assert found == []
    assert [path for path, _ in held(data)]


def test_no_part_of_it_is_shown_where_a_fault_is_told(tmp_path: Path) -> None:
    navigator = begun(navigator_for(MODULES, tmp_path / "learners"))
    kept = navigator.visit.for_now
    kept.question, kept.appointment, kept.first = OWN, ON, ("own",)
    assert repr(kept) == "ForNow()"


def test_a_pick_that_nobody_offers_is_not_kept(tmp_path: Path) -> None:
    navigator = begun(navigator_for(MODULES, tmp_path / "learners"))
    navigator.press(Pick(OWN))
    assert OWN not in str(list(held(tmp_path)))
