"""Draws the pictures of `docs/tutorial.md`: `make pictures`.

They are the screens of somebody who does what it says, in a real terminal. Needs what
`docs/make_pictures.py` needs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_pictures import drawn, save
from pyte.screens import Char
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.e2e.tutorial import pictures, walk
from tests.terminal import Terminal

PAPER, INK = "1d1f21", "e8e8e8"
"""The colours of a terminal where a program asks for none."""


def strips(terminal: Terminal) -> Iterator[Strip]:
    """The rows of a terminal as they are on its screen."""
    screen = terminal.screen
    for row in range(screen.lines):
        cells = [screen.buffer[row][column] for column in range(screen.columns)]
        yield Strip([Segment(cell.data, _style(cell)) for cell in cells if cell.data])


def _style(cell: Char) -> Style:
    ink, paper = _color(cell.fg, INK), _color(cell.bg, PAPER)
    if cell.reverse:
        ink, paper = paper, ink
    return Style(color=ink, bgcolor=paper, bold=cell.bold, underline=cell.underscore)


def _color(name: str, usual: str) -> str:
    return f"#{usual if name == 'default' else name}"


def main() -> None:
    """Draw them, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for name, terminal in zip(pictures(), walk(Path(folder)), strict=True):
            terminal.settle()
            save(drawn([*strips(terminal)]), name)


if __name__ == "__main__":
    main()
