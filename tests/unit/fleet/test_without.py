"""A kiosk alone imports nothing of the fleet; one with a hub imports a door, and no library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

KEYS = """hub: tls://hub.example.org
clinic: north
kiosk: one
user_seed: SU{seed}
clinic_key: {key}=
"""
PROBE = """
import sys
from course.cli import main
for name in ("nats", "nkeys", "nacl"):
    sys.modules[name] = None
status = main(["--data-dir", sys.argv[1], "--plain"])
print("STATUS", status)
print("FLEET", *sorted(name for name in sys.modules if name.startswith("course.fleet")))
"""


def loaded(data: Path) -> list[str]:
    """What a short visit in plain lines imports of the fleet, where its libraries are missing."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, str(data)],
        cwd=ROOT,
        input="1\n1\n1\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "STATUS 0" in ran.stdout, ran.stdout[-500:] + ran.stderr[-2000:]
    assert list((data / "learners").glob("*.json")), "no visit was begun"
    (line,) = [each for each in ran.stdout.splitlines() if each.startswith("FLEET")]
    return line.split()[1:]


def test_a_kiosk_alone_imports_nothing_of_the_fleet(tmp_path: Path) -> None:
    assert loaded(tmp_path) == []


def test_a_kiosk_that_tells_a_learning_record_store_imports_nothing_of_that(tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text("xapi: https://lrs.example.org/xapi\n")
    assert loaded(tmp_path) == []


def test_a_kiosk_with_a_hub_imports_its_door_alone(tmp_path: Path) -> None:
    (tmp_path / "fleet.yaml").write_text(KEYS.format(seed="A" * 56, key="A" * 43))
    assert loaded(tmp_path) == [
        "course.fleet",
        "course.fleet.door",
        "course.fleet.graves",
        "course.fleet.naming",
        "course.fleet.settings",
    ]


def test_a_fault_in_the_settings_of_the_fleet_keeps_nobody_from_the_course(tmp_path: Path) -> None:
    (tmp_path / "fleet.yaml").write_text("hub: nowhere\n")
    assert "course.fleet.door" in loaded(tmp_path)
