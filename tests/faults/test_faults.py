"""The short form of `python -m tests.faults`, and whether that would notice anything."""

import random
from pathlib import Path
from typing import Any

import pytest

from progress import files, storage
from tests.faults.acts import Loss, Visit
from tests.faults.rounds import campaign, faults_of, run
from tests.faults.scenes import PLAYED, SCENES, Scene
from tests.owner import open_folder


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_nothing_is_lost_whatever_fails(scene: Scene) -> None:
    if scene not in PLAYED:
        pytest.skip("only root can leave a lock that the kiosk cannot open")
    chance = random.Random(scene.name)
    with open_folder() as folder:
        visit = Visit(folder / "learners", answers=3)
        faults = [fault for fault in faults_of(scene, visit) if fault.how != "SIGKILL"]
        for fault in chance.sample(faults, min(20, len(faults))):
            for power in (None, chance) if scene.power else (None,):
                run(scene, fault, visit, power)


def test_nor_if_the_process_is_really_killed(tmp_path: Path) -> None:
    visit = Visit(tmp_path / "learners", answers=3)
    for fault in faults_of(SCENES[0], visit):
        if fault.how == "SIGKILL":
            run(SCENES[0], fault, visit, None)


def _careless_write(path: Path, content: bytes) -> None:
    """What TinyDB's own storage does: the disk may get it later, or half of it."""
    system: Any = files.__dict__["os"]
    opened = system.open(path, system.O_WRONLY | system.O_CREAT | system.O_TRUNC, 0o600)
    system.write(opened, content)
    system.close(opened)


CARELESS: dict[str, tuple[object, str, object]] = {
    "the file does not reach the disk": (files, "write_new", _careless_write),
    "the folder does not reach the disk": (files, "sync_folder", id),
    "there is no temporary file": (storage.Names, "temporary", property(lambda n: n.current)),
    "no generation is kept": (files, "keep_as", lambda *_: None),
}


@pytest.mark.parametrize("careless", CARELESS.values(), ids=CARELESS)
def test_the_harness_notices_a_careless_save(
    careless: tuple[object, str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*careless)
    visit = Visit(tmp_path / "learners", answers=3)
    chance = random.Random(1)
    losses = []
    for scene in SCENES[0], SCENES[2]:
        faults = [fault for fault in faults_of(scene, visit) if fault.how != "SIGKILL"]
        for fault in chance.sample(faults, 40):
            try:
                run(scene, fault, visit, chance)
            except Loss as loss:
                losses.append(loss)
    assert losses


def test_the_report_counts_what_was_done() -> None:
    with open_folder() as folder:
        report = campaign(folder / "learners", 30, random.Random(1))
    assert (report.rounds, report.losses) == (30, [])
    assert report.points > 7000
    assert "30 rounds" in str(report)
