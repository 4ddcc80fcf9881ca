"""Which environment variables a kiosk does not take over from whoever started it."""

from __future__ import annotations

from collections.abc import MutableMapping

PREFIX = "TEXTUAL"
"""Debugging, another driver, a log of every key, screenshots, signals: all switched on by these."""
NAMES = (
    # These change the size, the time after Escape, and how the terminal is spoken to.
    "COLUMNS",
    "LINES",
    "ESCDELAY",
    "LC_TERMINAL",
    "TERM_PROGRAM",
    # These start something else.
    "BROWSER",
    "PYTHONINSPECT",
    "PYTHONBREAKPOINT",
    "PYTHONASYNCIODEBUG",
)


def clear(environment: MutableMapping[str, str]) -> None:
    """Remove them. It must be done before Textual is imported, which reads its own only then."""
    for name in [*environment]:
        if name.startswith(PREFIX) or name in NAMES:
            del environment[name]
