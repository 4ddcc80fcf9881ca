"""What to do, on a band in the colour of its level, and below it the signs for which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from course.ui.paint.brush import Brush, Line
from course.ui.paint.grid import TEXT
from course.ui.paint.letters import digits, in_lines
from course.ui.paint.placed import Placed
from course.ui.paint.stack import Item, read
from course.ui.paint.text import Numbering, spans, wrapped
from course.views.model import Advice, Noticed

if TYPE_CHECKING:
    from course.ui.paint.kit import Kit

FILLS = {"emergency": "danger", "now": "care", "today": "accent", "home": "good"}
SIGNS = {"emergency": "!", "now": "☎", "today": "◷", "home": "✓"}
CARD = "on $card"
LEFT = 3
"""Columns of a band before its words: a blank, the sign and a blank."""
EDGE = 2
"""Columns of a panel before its text."""
PICTURE = 3
"""Rows of the picture of a sign, at least."""
GAP = 1
"""Columns between a picture and its sign."""
HIGH = 20
"""Rows of a band that is a column, at most."""


def advised(kit: Kit, advice: Advice, width: int, numbers: Numbering) -> list[Item]:
    """The band, and right below it the signs, apart from each other where there is room."""
    brush = kit.brush
    rows = band(brush, advice, width)
    edges = _halves(brush, advice, width)
    found = [Item(rows, least=0, whole=True, edges=edges, read=(read(advice, len(rows)),))]
    if advice.signs and not advice.apart:
        rows = _short(brush, advice, width)
        heard = tuple(read(advice, len(rows), 1 + sign) for sign in range(len(advice.signs)))
        return [*found, Item(rows, least=0, gap=0, whole=True, read=heard)]
    for part, noticed in enumerate(advice.signs, start=1):
        item = _noticed(kit, advice, noticed, width, numbers)
        item.gap, item.least = int(part > 1), 0
        item.read = (read(advice, len(item.rows), part),)
        found.append(item)
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
    more = [("", ""), *((line.plain, "") for line in wrapped(advice.more, room))]
    more = more if advice.more else []
    said = (
        []
        if rows or brush.fewer_signs
        else [row for line in in_lines(advice.text, room) for row in line]
    )
    if said and 2 + len(said) + len(more) <= height:
        rows = [(SIGNS[advice.level], "bold"), ("", ""), *((row, "bold") for row in said)]
    else:
        first = f"{SIGNS[advice.level]} {advice.text}"
        rows += [(line.plain, "bold") for line in wrapped(first, room)]
    rows += more
    above = max(height - len(rows), 0) // 2
    rows = [("", "")] * above + rows
    rows += [("", "")] * (height - len(rows))
    return [brush.line(" " * LEFT + text, width, f"{weight} {fill}") for text, weight in rows]


def panels(
    kit: Kit, advice: Advice, width: int, numbers: Numbering, high: int = PICTURE
) -> list[Item]:
    """The signs, each on a panel of its own, with pictures of so many rows."""
    found = []
    for part, noticed in enumerate(advice.signs, start=1):
        item = _noticed(kit, advice, noticed, width, numbers, high=high, airy=True)
        item.read = (read(advice, len(item.rows), part),)
        found.append(item)
    return found


def _noticed(
    kit: Kit,
    advice: Advice,
    noticed: Noticed,
    width: int,
    numbers: Numbering,
    *,
    high: int = PICTURE,
    airy: bool = False,
) -> Item:
    """A sign and why it is one, behind its picture if it has one; `airy` leaves an empty row above
    and below the words."""
    brush = kit.brush
    pictures = {each: _pictured(kit, each, high) for each in advice.signs}
    picture = pictures.get(noticed)
    widths = [each.region.width + GAP for each in pictures.values() if each]
    beside = max(widths, default=0)
    inner = min(width - 2 * EDGE - beside, TEXT)
    lines = _told(noticed, inner, numbers, run_in=picture is not None and not airy)
    if airy:
        lines = [Content(""), *lines, Content("")]
    spare = max((picture.region.height if picture else 0) - len(lines), 0)
    lines = [Content("")] * ((spare + 1) // 2) + lines + [Content("")] * (spare // 2)
    edge = [*_edge(brush, advice), *brush.blank(beside, CARD)]
    rows = [[*edge, *brush.line(line, width - EDGE - beside, CARD)] for line in lines]
    if picture is None:
        return Item(rows, whole=True)
    above = (len(rows) - picture.region.height) // 2
    return Item(rows, pictures=(picture.moved(EDGE, above),), whole=True)


def _told(noticed: Noticed, width: int, numbers: Numbering, *, run_in: bool) -> list[Content]:
    """The lines of a sign and of why it is one; `run_in` begins the reason where the sign ends, so
    that a picture has room beside them."""
    sign = spans(noticed.sign, numbers)
    bold = sign.stylize("bold")
    if not noticed.why:
        return wrapped(bold, width)
    why = spans(noticed.why, numbers)
    if run_in:
        return wrapped(
            Content.assemble(bold, ("" if sign.plain[-1] in ".?!" else ".") + " ", why), width
        )
    return wrapped(bold, width) + wrapped(why, width)


def _pictured(kit: Kit, noticed: Noticed, high: int) -> Placed | None:
    """The picture of a sign in so many rows, if there is one and it is drawn here."""
    if kit.cell is None or noticed.picture not in kit.svgs:
        return None
    # Not needed where there are no pictures.
    from course.ui.paint.figures.leads import view

    drawn = kit.svgs[noticed.picture]
    wide = round(high * kit.cell[1] / kit.cell[0] * drawn.width / drawn.height)
    return view(drawn, kit.cell, max(wide, 1), high).placed(noticed.picture, 0)


def _short(brush: Brush, advice: Advice, width: int) -> list[Line]:
    """Signs one behind the other, without their reasons."""
    said = Content(" • ").join(spans(each.sign, {}) for each in advice.signs)
    lines = wrapped(said, min(width - 2 * EDGE, TEXT))
    return [[*_edge(brush, advice), *brush.line(line, width - EDGE, CARD)] for line in lines]


def _edge(brush: Brush, advice: Advice) -> Line:
    return [brush.cells("▌", f"${FILLS[advice.level]} {CARD}"), brush.cells(" ", CARD)]


def _fill(advice: Advice) -> str:
    return f"$on-{FILLS[advice.level]} on $fill-{FILLS[advice.level]}"
