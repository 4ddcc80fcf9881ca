"""Cards: whatever can be pressed, with the sign that presses it on a filled chip."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content

from course.ui.paint.brush import Brush, Line
from course.ui.paint.text import wrapped

EDGES = 2
"""Rows of a card above and below its text: the gap to the card above, and its lower edge."""
POINTER, BOX, TICK = "▶", "□", "✓"
SIGNS = {"done": TICK, "here": "●", "picked": "●"}
"""What stands before the status of a card, so that its colour is never alone."""
FACE, CHIP = "on $card", "bold $on-accent on $fill-accent"


class Face(Struct, frozen=True):
    """What a card says."""

    sign: str
    """The key that presses it, or nothing."""
    text: str
    status: str = ""
    mark: str = ""
    ticks: bool = False
    beside: bool = False
    """Whether its status stands in the last row of its label where there is room for it."""
    joined: bool = False
    """Whether its chip grows together with the one above."""
    in_use: bool = False
    """Whether it is only shown, with a tick in place of its chip, as the language of now is."""
    about: tuple[str, ...] = ()
    """What it leads to, below its label."""

    @property
    def said(self) -> str:
        """The status with its sign."""
        sign = "" if self.ticks else SIGNS.get(self.mark, "")
        return f"{sign} {self.status}" if sign and self.status else self.status


class _Laid(Struct, frozen=True):
    labels: tuple[str, ...]
    about: tuple[str, ...]
    status: tuple[str, ...]
    """The rows of the status, where it does not stand beside the label."""
    beside: str

    @property
    def rows(self) -> int:
        return len(self.labels) + len(self.about) + len(self.status)

    @property
    def longest(self) -> int:
        lines = [*map(cell_len, (*self.labels, *self.about, *self.status))]
        if self.beside:
            lines[len(self.labels) - 1] += 1 + cell_len(self.beside)
        return max(lines)


def rows_at(face: Face, width: int, chip: int) -> int:
    """How many rows a card takes at a width."""
    return _laid(face, width - chip - 2).rows + EDGES


def _laid(face: Face, room: int) -> _Laid:
    room -= _lead(face)
    status = face.said
    labels = tuple(line.plain for line in wrapped(face.text, room))
    told = " • ".join(face.about)
    # The pointer has room beside it.
    about = tuple(line.plain for line in wrapped(told, room - 2)) if told else ()
    if status and face.beside and cell_len(labels[-1]) + 2 + cell_len(status) <= room:
        return _Laid(labels, about, (), status)
    below = tuple(line.plain for line in wrapped(status, room)) if status else ()
    return _Laid(labels, about, below, "")


def _lead(face: Face) -> int:
    return 2 if face.ticks else 0


def draw(
    brush: Brush,
    face: Face,
    width: int,
    height: int,
    chip: int,
    held: bool,
    first: int | None = None,
) -> list[Line]:
    """The rows of a card, each `width` cells wide.

    Its words stand in the middle, or from the row `first` on, counted from below its upper edge.
    """
    if face.in_use:
        return _in_use(brush, face, width, height)
    laid = _laid(face, width - chip - 2)
    if first is None:
        first = (height - EDGES - laid.rows) // 2
    rows = [_edge(brush, width, chip, held, above=True, joined=face.joined)]
    for number in range(-first, height - EDGES - first):
        line = _sign(brush, face.sign if number == 0 else "", chip)
        if 0 <= number < laid.rows:
            line += _words(brush, face, laid, number, width - chip - 1, held)
        else:
            line += brush.blank(width - chip - 1, FACE)
        rows.append([*line, _side(brush, held)])
    rows.append(_edge(brush, width, chip, held, above=False))
    return rows


def _in_use(brush: Brush, face: Face, width: int, height: int) -> list[Line]:
    side = _side(brush, False)
    words = Content(f" {TICK} {face.text}").truncate(width - 2, ellipsis=True)
    line = brush.line(words.plain, width - 2, f"bold $accent {FACE}")
    rows = [_edge(brush, width, 0, False, above=True), [side, *line, side]]
    rows += [[side, *brush.blank(width - 2, FACE), side]] * (height - EDGES - 1)
    return [*rows, _edge(brush, width, 0, False, above=False)]


def _sign(brush: Brush, sign: str, chip: int) -> Line:
    return [brush.cells(sign.center(chip), CHIP)]


def _words(brush: Brush, face: Face, laid: _Laid, number: int, room: int, held: bool) -> Line:
    lead = _lead(face)
    # Where there is no room to move the words aside, the pointer stands close to them.
    roomy = lead + laid.longest + 3 <= room
    first = held and number == 0
    pointer = f" {POINTER if first else ' '} " if held and roomy else POINTER if first else " "
    line = [brush.cells(pointer, f"bold $accent {FACE}")]
    used = len(pointer)
    told = len(laid.labels) + len(laid.about)
    if lead:
        box = (TICK if face.mark == "done" else BOX) if number == 0 else " "
        line.append(brush.cells(f"{box} ", f"bold $accent {FACE}"))
        used += lead
    said = f"bold $accent {FACE}" if face.mark in SIGNS else f"$quiet {FACE}"
    ink = (
        f"bold {FACE}" if number < len(laid.labels) else f"$quiet {FACE}" if number < told else said
    )
    text = (*laid.labels, *laid.about, *laid.status)[number]
    line.append(brush.cells(text, ink))
    used += cell_len(text)
    if number == len(laid.labels) - 1 and laid.beside:
        # A line around the card needs a cell between it and the words.
        end = room - (1 if brush.boxed else 0)
        line += brush.blank(end - cell_len(laid.beside) - used, FACE)
        line.append(brush.cells(laid.beside, said))
        used = end
    return line + brush.blank(room - used, FACE)


def _side(brush: Brush, held: bool) -> Segment:
    if held:
        return brush.cells("▐", f"$accent {FACE}")
    return brush.cells("│" if brush.boxed else " ", f"$quiet {FACE}")


def _edge(
    brush: Brush, width: int, chip: int, held: bool, *, above: bool, joined: bool = False
) -> Line:
    face = width - chip
    if held:
        side = "▀" * (face - 1) + "▜" if above else "▄" * (face - 1) + "▟"
        return [*brush.blank(chip, CHIP), brush.cells(side, f"$accent {FACE}")]
    chips = brush.blank(chip, CHIP)
    if above and not joined and chip:
        chips = [brush.cells("▆" * chip, "$fill-accent")]
    if brush.boxed:
        corners = "╭╮" if above else "╰╯"
        side = "─" * (face - 1) + corners[1]
        if not chip:
            side = corners[0] + side[1:]
        return [*chips, brush.cells(side, f"$quiet {FACE}")]
    if above:
        return [*chips, brush.cells("▆" * face, "$card")]
    return [*chips, brush.cells("▁" * face, f"$quiet {FACE}")]
