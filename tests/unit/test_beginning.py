"""The first thing that a kiosk does is to close the keys that end a program."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from course.start import is_kiosk
from tests.paths import ROOT

WATCHED = """
import json, os, signal, sys
seen = []
def look(event, given):
    name = getattr(given[0], "co_filename", "") if event == "exec" else ""
    if "/course/" in name or "site-packages" in name:
        closed = all(signal.getsignal(each) is signal.SIG_IGN for each in KEYS)
        seen.append((name.partition("/course/")[2] or name, closed))
    if name.endswith("course/cli/kiosk.py"):
        print(json.dumps(seen), flush=True)
        os._exit(0)
KEYS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
sys.argv = ["app.py", *sys.argv[1:]]
import runpy
sys.addaudithook(look)
runpy.run_path("app.py", run_name="__main__")
"""


def test_no_key_ends_it_from_the_first_line_on() -> None:
    told = subprocess.run(
        [sys.executable, "-c", WATCHED, "kiosk"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    loaded = dict(json.loads(told))
    assert not loaded.pop("__init__.py")
    assert not loaded.pop("start.py")
    assert loaded["cli/__init__.py"]
    assert all(loaded.values()), loaded


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        ("kiosk", True),
        ("--data-dir /var/lib/prolo-kiosk kiosk", True),
        ("--data-dir=/x kiosk --part course", True),
        ("kiosk --modules-incoming /media", True),
        ("kiosk doctor", False),
        ("kiosk set-pin", False),
        ("--data-dir kiosk report", False),
        ("--data-dir kiosk", False),
        ("", False),
        ("check kiosk.yaml", False),
    ],
)
def test_which_command_it_is(words: str, is_it: bool) -> None:
    assert is_kiosk(words.split()) is is_it
