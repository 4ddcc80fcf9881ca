"""The package of the kiosk: what is in it, and that it is the same wherever it is built."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.paths import ROOT

DEPLOY = ROOT / "deploy"
LIMIT = 400
"""Seconds for one package, of which most is fetched from an index."""
PINS = (DEPLOY / "wheels.txt").read_text().splitlines()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_wheel_is_pinned_with_its_hash() -> None:
    assert all(re.fullmatch(r"[a-z0-9.-]+==\S+( --hash=sha256:[0-9a-f]{64})+", e) for e in PINS)


def test_the_pins_are_those_of_the_checkout() -> None:
    constraints = (ROOT / "constraints.txt").read_text().split()
    known = {plain(each.partition("==")[0]): each.partition("==")[2] for each in constraints}
    pinned = {plain(each.partition("==")[0]): each.split()[0].partition("==")[2] for each in PINS}
    assert pinned == {name: known[name] for name in pinned}
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*needed["dependencies"], *needed["optional-dependencies"]["pictures"]]
    names = {plain(re.split(r"[<>=]", each)[0]) for each in asked}
    assert names <= set(pinned)


def test_what_speaks_with_a_hub_is_pinned_to_what_was_tried() -> None:
    constraints = (ROOT / "constraints.txt").read_text().splitlines()
    pinned = (DEPLOY / "fleet" / "requirements.txt").read_text().splitlines()
    assert set(pinned) <= set(constraints)
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = extra["optional-dependencies"]["fleet"]
    names = {plain(re.split(r"[<>=]", each)[0]) for each in asked}
    assert names <= {plain(each.partition("==")[0]) for each in pinned}
    role = "deploy/ansible/roles/prolo_kiosk/tasks/main.yml"
    for path in ("docs/fleet.md", "deploy/debian/postinst", role):
        lines = (ROOT / path).read_text().splitlines()
        typed = [line for line in lines if "pip" in line or "from_hub" in line]
        assert any("fleet/requirements.txt" in line for line in typed), path
        assert not any(name in line for line in typed for name in names), path


def test_the_parts_are_told_in_the_form_of_cyclonedx(tmp_path: Path) -> None:
    (tmp_path / "tea_leaf-1.2-py3-none-any.whl").write_bytes(b"x")
    told = runpy.run_path(str(DEPLOY / "deb.py"))["parts"](tmp_path, "0.1.0")
    assert told["bomFormat"] == "CycloneDX"
    (part,) = told["components"]
    assert part["name"] == "tea-leaf"
    assert part["purl"].startswith("pkg:pypi/tea-leaf@1.2")
    assert len(part["hashes"][0]["content"]) == 64


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_the_same_commit_gives_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        command = [sys.executable, str(DEPLOY / "deb.py"), str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)
        if "No matching distribution" in done.stderr or "ConnectionError" in done.stderr:
            pytest.skip("no package index can be reached")
        assert done.returncode == 0, done.stderr
        found.append(Path(done.stdout.strip()))
    one, two = found
    assert one.read_bytes() == two.read_bytes()
    parts = json.loads(one.with_suffix(".cdx.json").read_text())
    assert len(parts["components"]) >= len(PINS)
