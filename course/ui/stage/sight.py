"""Whether a terminal shows pictures, how, and how large its cells are; it is asked once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

from textual.message import Message

from course.ui.stage.looks import has_few_colors
from course.ui.stage.replies import Replied

if TYPE_CHECKING:
    from course.ui.pixels.picture import Way

PATIENCE = 30.0
"""Seconds within which a terminal answers, also while the machine starts up and much else does;
whatever comes later was typed."""
SMALLEST, LARGEST = 4, 160
"""Pixels that a cell has on any screen, along each side."""
SIXEL = "4"
"""Stands among the attributes of a terminal that draws sixels."""
RENDERERS = ("resvg_py", "PIL")
"""What draws pictures, if it is installed."""

_ATTRIBUTES = "\x1b[c"
_CELL = "\x1b[16t"
_KITTY = "\x1b_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
_KITTIES = ("kitty", "ghostty")
_MULTIPLEXERS = ("screen", "tmux")
"""They keep what is on the screen themselves, and pictures are no part of it."""

Cell = tuple[int, int]


class PicturesFound(Message):
    """The terminal shows pictures."""

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self.sight = sight


class Sight:
    """What is asked of one terminal, and what it has answered."""

    def __init__(
        self,
        surroundings: Mapping[str, str],
        measure: Callable[[], Cell | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`measure` gives the pixels of a cell as far as the system knows them."""
        self._surroundings = surroundings
        self._measure = measure
        self._clock = clock
        self._until: float | None = None
        self._told: Cell | None = None
        self._is_kitty = False
        self.way: Way | None = None
        """How pictures are sent; None while they are not, or not yet."""

    def question(self) -> str:
        """What to ask the terminal: nothing where no picture could be drawn, nor a second time."""
        if self._until is not None or not may_show(self._surroundings) or not can_draw():
            return ""
        self._until = self._clock() + PATIENCE
        asks_kitty = any(name in self._surroundings.get("TERM", "") for name in _KITTIES)
        # The attributes last: every terminal answers for them, and in the order of the questions.
        return f"{_KITTY if asks_kitty else ''}{'' if self._measured() else _CELL}{_ATTRIBUTES}"

    def told(self, reply: Replied) -> bool:
        """Take an answer; says whether it is now known that pictures can be shown."""
        if self._until is None or self._clock() > self._until:
            return False
        if reply.cell is not None:
            self._told = self._told or _sensible(reply.cell)
        elif reply.attributes is None:
            self._is_kitty = self._is_kitty or reply.kitty
        else:
            # Whatever else comes has nothing to say any more.
            self._until = 0.0
            if self._is_kitty:
                self.way = "kitty"
            elif SIXEL in reply.attributes:
                self.way = "sixel"
            return self.way is not None and self.cell is not None
        return False

    @property
    def waits(self) -> bool:
        """Whether an answer may still come to what was asked."""
        return self._until is not None and self._clock() <= self._until

    @property
    def cell(self) -> Cell | None:
        """The pixels of a cell, its width and height, as it is now; None if nobody knows."""
        return self._measured() or self._told

    def _measured(self) -> Cell | None:
        found = self._measure()
        return _sensible(found) if found else None


def may_show(surroundings: Mapping[str, str]) -> bool:
    """Whether a terminal may show pictures, by the variables around."""
    term = surroundings.get("TERM", "")
    is_nested = bool(surroundings.get("TMUX")) or term.startswith(_MULTIPLEXERS)
    return not is_nested and not has_few_colors(surroundings)


def can_draw() -> bool:
    """Whether what draws pictures is installed. It is not loaded."""
    return all(PathFinder.find_spec(name) is not None for name in RENDERERS)


def _sensible(cell: Cell) -> Cell | None:
    return cell if all(SMALLEST <= side <= LARGEST for side in cell) else None
