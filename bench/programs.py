"""The programs that are measured, and what surrounds them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent

_MISLEADING = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "COLUMNS", "LINES", "NO_COLOR")
"""Without bytecode everything would be compiled on each start; the others speak for the terminal
from which the bench was started."""


def bare(texts: Path) -> list[str]:
    """The arguments of Python for the bare app."""
    return [str(HERE / "bare.py"), str(texts)]


def course(data: Path, modules: Path | None = None) -> list[str]:
    """The arguments of Python for the program as everyone starts it, with progress in `data`."""
    return [str(ROOT / "app.py"), *options(data, modules)]


def options(data: Path, modules: Path | None) -> list[str]:
    """What the program is told of where things are."""
    given = [] if modules is None else ["--modules", str(modules)]
    return ["--data-dir", str(data), *given]


def launched(name: str, arguments: Sequence[str]) -> list[str]:
    """The program with something of it changed by the launcher of this name, in this folder."""
    return [str(HERE / f"{name}.py"), *arguments]


def surround(cache: Path) -> None:
    """Give what is started from here a terminal of many colours, and a cache of its own."""
    for name in [name for name in os.environ if name in _MISLEADING or name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", XDG_CACHE_HOME=str(cache))
