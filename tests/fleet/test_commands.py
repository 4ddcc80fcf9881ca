"""The keeper's commands, against the real `prolo sync` of two kiosks and a real hub."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course.cli import main as prolo
from course.content import loader
from course.kiosk.settings import Settings
from tests.fleet.conftest import Keeper
from tests.fleet.hub import ENDS_IN, needs_hub
from tests.fleet.place import Place
from tests.paths import ROOT, TEA
from tests.unit.reports.population import Population

pytestmark = needs_hub
Output = pytest.CaptureFixture[str]


@contextmanager
def syncing(*places: Place) -> Iterator[None]:
    running = []
    for each in places:
        # Into a file: a pipe of whoever runs the tests would stay open with what does not end.
        with (each.data / "sync.out").open("ab") as out:
            words = ["--data-dir", str(each.data), "--modules", str(TEA), "sync"]
            running.append(
                subprocess.Popen(
                    [sys.executable, "app.py", *words], cwd=ROOT, stdout=out, stderr=out
                )
            )
    try:
        until(lambda: all((each.data / "fleet" / "door").exists() for each in places))
        yield
        for process in running:
            process.terminate()
        assert [process.wait(ENDS_IN) for process in running] == [0] * len(running)
    finally:
        for process in running:
            process.kill()
            process.wait(ENDS_IN)


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends, "it does not come about"
        time.sleep(0.2)


def reported(folder: Path, capsys: Output) -> dict[str, object]:
    capsys.readouterr()
    words = ["--modules", str(TEA), "report", "--format", "json", "--small-cells"]
    assert prolo([*words, "--fleet", str(folder)]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_report_counts_everybody_once_however_often_it_is_sent(
    keeper: Keeper, one: Place, two: Place, capsys: Output
) -> None:
    Population(loader.load(TEA), seed=1).write(one.data / "learners", 20)
    Population(loader.load(TEA), seed=2).write(two.data / "learners", 30)
    with syncing(one, two):
        until(lambda: reported(keeper.folder, capsys)["visits_kept"] == 50)
    Population(loader.load(TEA), seed=3).write(two.data / "learners", 4)
    with syncing(one, two):
        until(lambda: reported(keeper.folder, capsys)["visits_kept"] == 54)
    assert reported(keeper.folder / "north", capsys)["visits_kept"] == 54
    assert reported(keeper.folder / "south", capsys)["visits_kept"] == 0


def test_a_guest_is_counted_where_they_began(
    keeper: Keeper, one: Place, two: Place, capsys: Output
) -> None:
    code = one.store.create("en").code
    with syncing(one, two):
        until(lambda: two.door.bring(code) == "brought")
    with syncing(one, two):
        until(lambda: reported(keeper.folder, capsys)["visits_kept"] == 1)
    assert reported(keeper.folder, capsys)["visits_kept"] == 1


def test_a_course_goes_out_in_stages_is_held_and_rolled_back(
    keeper: Keeper, one: Place, two: Place, tmp_path: Path, capsys: Output
) -> None:
    changed = tmp_path / "changed"
    changed.mkdir()
    for path in TEA.rglob("*"):
        if path.is_file():
            target = changed / path.relative_to(TEA)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (changed / "more.txt").write_text("more")
    fleet = ["--data-dir", str(keeper.home("north")), "fleet"]

    def has(place: Place, more: bool) -> bool:
        came = place.data / "modules.new"
        return came.is_dir() and (came / "more.txt").exists() == more

    with syncing(one, two):
        assert prolo([*fleet, "publish", str(TEA), "--share", "100"]) == 0
        until(lambda: has(one, more=False) and has(two, more=False))
        assert prolo([*fleet, "publish", str(changed), "--to", "two"]) == 0
        until(lambda: has(two, more=True))
        assert has(one, more=False)
        assert prolo([*fleet, "hold"]) == 0
        assert prolo([*fleet, "roll-back"]) == 0
        until(lambda: has(one, more=False) and has(two, more=False))
    assert "100 % of all kiosks" in capsys.readouterr().out


def test_a_kiosk_is_paused_from_afar_and_tells_it(
    keeper: Keeper, one: Place, capsys: Output
) -> None:
    fleet = ["--data-dir", str(keeper.home("north")), "fleet"]
    assert prolo([*fleet, "pause", "one"]) == 0

    def told() -> bool:
        capsys.readouterr()
        assert prolo([*fleet, "status"]) == 0
        return any(
            line.startswith("one ") and "out of order" in line
            for line in capsys.readouterr().out.splitlines()
        )

    with syncing(one):
        until(Settings(one.data).paused.exists)
        until(told)


def test_a_visit_is_forgotten_from_a_kiosk_that_does_not_have_it(
    one: Place, two: Place, capsys: Output
) -> None:
    code = one.store.create("en").code
    with syncing(one, two):
        until(lambda: two.door.bring(code) == "brought")
    two.store.forget(code)
    (two.data / "learners").mkdir(exist_ok=True)
    assert prolo(["--data-dir", str(two.data), "learners", "forget", code]) == 0
    assert "as soon as they can be reached" in capsys.readouterr().out
    with syncing(one, two):
        until(lambda: code not in set(one.store.codes()))


def test_one_sync_a_data_folder(one: Place, capsys: Output) -> None:
    with syncing(one):
        assert prolo(["--data-dir", str(one.data), "sync"]) == 2
    assert "runs here already" in capsys.readouterr().err


def test_without_settings_it_says_where_to_look(tmp_path: Path, capsys: Output) -> None:
    assert prolo(["--data-dir", str(tmp_path), "sync"]) == 2
    assert "docs/fleet.md" in capsys.readouterr().err
