"""No environment variable opens a door."""

from __future__ import annotations

import pytest

from course.kiosk.policy import environment

DOORS = [
    "TEXTUAL",
    "TEXTUAL_ALLOW_SIGNALS",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DRIVER",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_DEVTOOLS_HOST",
    "TEXTUAL_SHOW_RETURN",
    "TEXTUAL_FPS",
    "TEXTUAL_THEME",
    "COLUMNS",
    "LINES",
    "ESCDELAY",
    "LC_TERMINAL",
    "TERM_PROGRAM",
    "BROWSER",
    "PYTHONINSPECT",
    "PYTHONBREAKPOINT",
    "PYTHONASYNCIODEBUG",
]


@pytest.mark.parametrize("name", DOORS)
def test_a_variable_is_removed(name: str) -> None:
    variables = {name: "1", "TERM": "foot", "LANG": "C.UTF-8"}
    environment.clear(variables)
    assert variables == {"TERM": "foot", "LANG": "C.UTF-8"}
