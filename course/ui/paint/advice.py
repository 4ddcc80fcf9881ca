"""What to do, on a band in the colour of its level, and below it the signs for which."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint.brush import Brush, Line
from course.ui.paint.grid import TEXT
from course.ui.paint.letters import digits
from course.ui.paint.stack import Item, read
from course.ui.paint.text import Numbering, spans, wrapped
from course.views.model import Advice, Noticed

FILLS = {"emergency": "danger", "now": "care", "today": "accent", "home": "good"}
SIGNS = {"emergency": "!", "now": "☎", "today": "◷", "home": "✓"}
CARD = "on $card"
LEFT = 3
"""Columns of a band before its words: a blank, the sign and a blank."""
EDGE = 2
"""Columns of a panel before its text."""
HIGH = 20
"""Rows of a band that is a column, at most."""


def advised(brush: Brush, advice: Advice, width: int, numbers: Numbering) -> list[Item]:
    """The band, and right below it the signs, apart from each other where there is room."""
    rows = band(brush, advice, width)
    edges = _halves(brush, advice, width)
    found = [Item(rows, least=0, whole=True, edges=edges, read=(read(advice, len(rows)),))]
    if advice.signs and not advice.apart:
        rows = _short(brush, advice, width)
        heard = tuple(read(advice, len(rows), 1 + sign) for sign in range(len(advice.signs)))
        return [*found, Item(rows, least=0, gap=0, whole=True, read=heard)]
    for part, noticed in enumerate(advice.signs, start=1):
        rows = _noticed(brush, advice, noticed, width, numbers)
        heard = (read(advice, len(rows), part),)
        found.append(Item(rows, gap=int(part > 1), least=0, whole=True, read=heard))
    return found


def band(brush: Brush, advice: Advice, width: int) -> list[Line]:
    """Filled rows: what to do in bold, and behind it or below it what else is to be said."""
    fill = _fill(advice)
    room = width - LEFT - 1
    said, more = advice.text, advice.more
    sign = f" {SIGNS[advice.level]} "
    if not more or len(said) + 2 + len(more) <= room:
        text = said + (more.rjust(room - len(said)) if more else "")
        bold = brush.line(sign + text[: len(said)], LEFT + len(said), f"bold {fill}")
        return [[*bold, *brush.line(text[len(said) :], width - LEFT - len(said), fill)]]
    lines = [brush.line(sign + said, width, f"bold {fill}")]
    rest = wrapped(more, room)
    return lines + [brush.line(" " * LEFT + line.plain, width, fill) for line in rest]


def _halves(brush: Brush, advice: Advice, width: int) -> tuple[Line, Line]:
    """Half a row in the colour of a band, above and below it."""
    if brush.boxed:
        blank = brush.line("", width, _fill(advice))
        return blank, blank
    ink = f"$fill-{FILLS[advice.level]}"
    return [brush.cells("▄" * width, ink)], [brush.cells("▀" * width, ink)]


def tall(brush: Brush, advice: Advice, width: int, height: int) -> list[Line]:
    """A band that is a column: what to do in the middle of it, the number in large digits."""
    fill, room = _fill(advice), width - 2 * LEFT
    rows: list[tuple[str, str]] = []
    if advice.number.isdigit() and not brush.fewer_signs:
        drawn = digits(advice.number, large=True)
        if len(drawn[0]) <= room:
            rows += [(row, "bold") for row in drawn] + [("", "")]
    first = f"{SIGNS[advice.level]} {advice.text}"
    rows += [(line.plain, "bold") for line in wrapped(first, room)]
    if advice.more:
        rows += [("", ""), *((line.plain, "") for line in wrapped(advice.more, room))]
    above = max(height - len(rows), 0) // 2
    rows = [("", "")] * above + rows
    rows += [("", "")] * (height - len(rows))
    return [brush.line(" " * LEFT + text, width, f"{weight} {fill}") for text, weight in rows]


def panels(brush: Brush, advice: Advice, width: int, numbers: Numbering) -> list[Item]:
    """The signs, each on a panel of its own."""
    blank = _blank(brush, advice, width)
    found = []
    for part, noticed in enumerate(advice.signs, start=1):
        rows = [*blank, *_noticed(brush, advice, noticed, width, numbers), *blank]
        found.append(Item(rows, whole=True, read=(read(advice, len(rows), part),)))
    return found


def _noticed(
    brush: Brush, advice: Advice, noticed: Noticed, width: int, numbers: Numbering
) -> list[Line]:
    inner = min(width - 2 * EDGE, TEXT)
    sign = spans(noticed.sign, numbers)
    lines = wrapped(sign.stylize("bold"), inner)
    if noticed.why:
        lines += wrapped(spans(noticed.why, numbers), inner)
    return [[*_edge(brush, advice), *brush.line(line, width - EDGE, CARD)] for line in lines]


def _short(brush: Brush, advice: Advice, width: int) -> list[Line]:
    """Signs one behind the other, without their reasons."""
    said = Content(" • ").join(spans(each.sign, {}) for each in advice.signs)
    lines = wrapped(said, min(width - 2 * EDGE, TEXT))
    return [[*_edge(brush, advice), *brush.line(line, width - EDGE, CARD)] for line in lines]


def _blank(brush: Brush, advice: Advice, width: int) -> list[Line]:
    return [[*_edge(brush, advice), *brush.blank(width - EDGE, CARD)]]


def _edge(brush: Brush, advice: Advice) -> Line:
    return [brush.cells("▌", f"${FILLS[advice.level]} {CARD}"), brush.cells(" ", CARD)]


def _fill(advice: Advice) -> str:
    return f"$on-{FILLS[advice.level]} on $fill-{FILLS[advice.level]}"
