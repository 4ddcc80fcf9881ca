"""The program in a real terminal that answers as one that draws sixels."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paths import BAD
from tests.processes import PATIENCE
from tests.sixels import decode
from tests.slow import one_now
from tests.terminal import ENTER, Terminal

pytest.importorskip("resvg_py", reason="pictures are an extra")
pytest.importorskip("PIL", reason="pictures are an extra")

POND = BAD / "sound"
TITLE = "A pond from the side"
QUESTION = b"\x1b[16t\x1b[c"
CELL = (8, 18)
ANSWER = "\x1b[6;18;8t\x1b[?62;4;22c"


def come_to_the_pond(terminal: Terminal) -> None:
    for _ in range(60):
        if TITLE in terminal.text:
            return
        terminal.press(ENTER)
    raise AssertionError("\n".join(terminal.lines))


def wait_for(terminal: Terminal, comes: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not comes():
        assert time.monotonic() < end, terminal.raw[-200:]
        terminal.read(0.05)
    terminal.settle()


def test_a_picture_comes_in_its_place_and_none_after_its_page(tmp_path: Path) -> None:
    with Terminal("--modules", str(POND), "--data-dir", str(tmp_path), quick=True) as terminal:
        terminal.until("▶")
        wait_for(terminal, lambda: QUESTION in terminal.raw)
        terminal.type(ANSWER)
        assert not terminal.pictures
        come_to_the_pond(terminal)
        wait_for(terminal, lambda: terminal.pictures)
        (shown,) = terminal.pictures
        width, height = shown.size
        assert width % CELL[0] == height % CELL[1] == 0
        assert len(decode(shown.data)) == height
        # Nothing is written in the cells that it covers.
        for row in terminal.lines[shown.row : shown.row + height // CELL[1]]:
            assert not row[shown.column : shown.column + width // CELL[0]].strip()
        terminal.press("9")
        terminal.settle()
        assert terminal.pictures == [shown]
        assert terminal.raw.count(QUESTION) == 1


@pytest.mark.parametrize(
    "surroundings", one_now([{"TMUX": "/tmp/tmux-0/default,1,0"}, {"TERM": "screen-256color"}])
)
def test_under_tmux_nothing_is_asked_and_nothing_drawn(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    words = ("--modules", str(POND), "--data-dir", str(tmp_path))
    with Terminal(*words, quick=True, surroundings=surroundings) as terminal:
        terminal.until("▶")
        come_to_the_pond(terminal)
        terminal.settle()
        assert b"\x1b[c" not in terminal.raw
        # Whoever types the answer to no question gets no pictures.
        terminal.type(ANSWER)
        terminal.type("0")
        terminal.settle()
        assert not terminal.pictures
