"""A course that cannot be opened, under its real supervisor: told, and back once it is mended."""

from __future__ import annotations

import sys
from pathlib import Path

from course.kiosk.policy.pin import hash_pin
from tests.paths import ROOT
from tests.terminal import Terminal

ATTRACT, OUT_OF_ORDER = "Touch the screen", "out of order"
PIN = "271828"
STAFF_KEY = "\x0b"


def kiosk(data: Path) -> Terminal:
    program = [sys.executable, str(ROOT / "app.py"), "--data-dir", str(data), "kiosk"]
    return Terminal(command=program, width=100, height=32)


def test_a_misspelt_setting_is_told_and_mended_under_the_real_supervisor(tmp_path: Path) -> None:
    settings = tmp_path / "clinic.yaml"
    hashed = f'staff_pin_hash: "{hash_pin(PIN)}"\n'
    settings.write_text(f"{hashed}idel: 120\n")
    with kiosk(tmp_path) as terminal:
        terminal.until(OUT_OF_ORDER)
        assert "clinic.yaml:2:1 idel" in (tmp_path / "kiosk.log").read_text()
        terminal.type(STAFF_KEY)
        terminal.until("type the PIN")
        terminal.type(PIN)
        terminal.press("\r")
        terminal.until('no key "idel"')
        terminal.press("0")
        terminal.until(OUT_OF_ORDER)
        settings.write_text(f"{hashed}idle: 120\n")
        terminal.until(ATTRACT)
        log = (tmp_path / "kiosk.log").read_text()
        assert "RESTART_ASKED" in log
        assert PIN not in log
