"""What is on top of every view: the part and the place in it, and how far."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint.brush import Brush, Line
from course.ui.paint.text import wrapped

BETWEEN = 4
"""Columns between two large words, at most: none of them where a line ends."""


def header(brush: Brush, section: str, said: str, width: int) -> Line:
    """The part on the left, the place on the right, in one row."""
    place = Content.styled(said, "$quiet")
    part = Content.styled(section, "bold $quiet")
    room = width - place.cell_length - (2 if said else 0)
    if part.cell_length > room:
        part = part.truncate(max(room, 0), ellipsis=True)
    gap = width - part.cell_length - place.cell_length
    return brush.line(part + Content(" " * gap) + place, width)


def progress(brush: Brush, step: tuple[int, int] | None, width: int) -> Line:
    """A piece for each step, thick for what is done, thin for what is ahead; or a thin line."""
    done, of = step or (0, 1)
    of = max(of, 1)
    gap = 1 if of * 3 <= width else 0
    room = width - gap * (of - 1)
    # A whole row of a colour would look like a band.
    thick, thin = ("■", "─") if brush.fewer_signs else ("▄", "▁")
    line: Line = []
    end = 0
    for number in range(of):
        start, end = end, room * (number + 1) // of
        sign, ink = (thick, "$accent") if number < done else (thin, "$quiet")
        line.append(brush.cells(sign * (end - start), ink))
        if gap and number < of - 1:
            line += brush.blank(gap)
    return line


def title(brush: Brush, text: str, width: int, most: int) -> list[Line]:
    """A title in one or at most two lines of letters of blocks where they have room, else bold."""
    if found := large(brush, text, width, most):
        return found
    lines = wrapped(Content.styled(text, "bold $accent"), width)
    return [brush.line(line, width) for line in lines]


def quiet(brush: Brush, text: str, width: int) -> list[Line]:
    """A title that only says what the question below it belongs to."""
    return [brush.line(line, width) for line in wrapped(Content.styled(text, "$quiet"), width)]


def large(brush: Brush, text: str, width: int, most: int) -> list[Line]:
    """A text in one or at most two lines of letters of blocks; none where they have no room."""
    if not most or brush.fewer_signs:
        return []
    # Not on the way to the first screen of a small terminal.
    from course.ui.paint.letters import even, letters

    drawn = letters(text)
    if drawn and len(drawn[0]) <= width:
        found = [drawn]
    else:
        may_fit = drawn and most > 1 and len(drawn[0]) <= 2 * width + BETWEEN
        found = even(text, width) if may_fit else []
    return [brush.line(row, width, "$accent") for line in found for row in line]
