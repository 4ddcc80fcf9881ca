"""The blocks of a view as items of a column of a given width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content, Span

from course.content import prose
from course.ui.paint.brush import Brush, Line
from course.ui.paint.grid import TEXT
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Item, Read, read
from course.ui.paint.text import Numbering, indented, spans, wrapped
from course.views.model import (
    Advice,
    BigDigits,
    Block,
    Box,
    Drawing,
    Heading,
    Note,
    Plain,
    Square,
    Terms,
    Text,
)

if TYPE_CHECKING:
    from course.content.model import Term

MARKS = {"key": "●", "warning": "!", "ask": "?"}
INKS = {"key": "$accent", "warning": "$care", "ask": "$accent"}
TONES = {"good": "$good", "care": "$care"}
SIGNS = {"good": "✓", "care": "→"}
CARD = "on $card"
EDGE = 2
"""Columns of a panel before its text, and behind it at least."""
LARGE_FROM, HUGE_FROM = 80, 105
"""Columns from which on a code is drawn in its larger digits, and in the largest ones."""


def items(
    blocks: Sequence[Block], width: int, numbers: Numbering, kit: Kit, *, airy: bool = False
) -> list[Item]:
    """Items of `width` columns for each block; running text takes no more than is easy to read.

    `airy` leaves an empty row above and below the text of a panel.
    """
    found: list[Item] = []
    for number, block in enumerate(blocks):
        here = _items(block, width, numbers, kit, airy)
        for item in here:
            item.read = item.read or (read(block, len(item.rows)),)
        if here and number and isinstance(blocks[number - 1], Heading):
            here[0].least = 0
        found += here
    return found


def _items(block: Block, width: int, numbers: Numbering, kit: Kit, airy: bool) -> list[Item]:
    brush = kit.brush
    text_width = min(width, TEXT)
    inner = min(width - 2 * EDGE, TEXT)
    match block:
        case Heading(text):
            title = Content.styled(text, "bold $accent")
            return [written(brush, wrapped(title, text_width), width)]
        case Text(parsed):
            return _prose(brush, block, parsed, width, numbers)
        case Advice():
            # Not on the way to the first screen.
            from course.ui.paint.advice import advised

            return advised(kit, block, width, numbers)
        case Drawing(figure):
            # Not needed before the first figure.
            from course.ui.paint import figures
            from course.ui.paint.figures.picture import pictured

            if (item := pictured(figure, width, numbers, kit, airy=airy)) is not None:
                return [item]
            # Of sixteen colours no three stand out from each other: there, words tell a picture.
            shown = {} if brush.boxed or brush.fewer_signs else kit.pictures
            lines = figures.draw(figure, width - 2 * EDGE, numbers, shown, kit.words)
            rows = panel(brush, lines, width)
            return [Item(rows, whole=True, filler=brush.blank(width, CARD) if airy else None)]
        case Box(kind, label, inlines):
            ink = INKS[kind]
            said = spans(inlines, numbers, f"{MARKS[kind]} {label}", ink)
            return [Item(panel(brush, wrapped(said, inner), width, ink, airy=airy), whole=True)]
        case Note(label, inlines, "plain"):
            said = spans(inlines, numbers, label, "$accent")
            note = written(brush, wrapped(said, text_width), width)
            # Nobody copies half of a source from one page, and the rest from the next.
            note.whole = True
            return [note]
        case Note(label, inlines, tone):
            ink = TONES[tone]
            said = spans(inlines, numbers, f"{SIGNS[tone]} {label}", ink)
            return [Item(panel(brush, wrapped(said, inner), width, ink, airy=airy), whole=True)]
        case Plain(text, strong):
            said = Content.styled(text, "bold") if strong else Content(text)
            return [written(brush, wrapped(said, text_width), width)]
        case Terms(terms):
            lines = [line for term in terms for line in _term(term, terms, width - 2 * EDGE)]
            return [Item(panel(brush, lines, width, "$quiet", airy=airy))]
        case BigDigits(code):
            panel_ = code_panel(brush, code, width)
            if airy:
                panel_.grown = lambda most: code_panel(brush, code, width, most)
            return [panel_]
        case Square(_, instead):
            # Where there is a code its own layout draws it.
            return [written(brush, wrapped(Content(instead), text_width), width)]


def written(brush: Brush, lines: Sequence[Content], width: int) -> Item:
    """Lines on the ground of the page."""
    return Item([brush.line(line, width) for line in lines])


def panel(
    brush: Brush, lines: Sequence[Content], width: int, ink: str = "", *, airy: bool = False
) -> list[Line]:
    """Lines on a panel, which is only read; a column in `ink` says its kind, if it has one."""
    edge = [brush.cells("█" if ink else " ", f"{ink or '$quiet'} {CARD}"), brush.cells(" ", CARD)]
    rows = [[*edge, *brush.line(line, width - 2, CARD)] for line in lines]
    if airy:
        blank = [*edge, *brush.blank(width - 2, CARD)]
        rows = [blank, *rows, blank]
    return rows


def _term(term: Term, terms: Sequence[Term], width: int) -> list[Content]:
    """A word and what it means, in two columns where the second one can be as wide as a text."""
    column = max(Content(each.term).cell_length for each in terms) + 3
    if column + TEXT <= width:
        name = Content.styled(f"{term.term}:".ljust(column), "bold")
        return indented(Content(term.says), column + TEXT, name)
    said = Content(f"{term.term}: {term.says}", [Span(0, len(term.term) + 1, "bold")])
    return wrapped(said, min(width, TEXT))


def _prose(
    brush: Brush, text: Block, parsed: prose.Prose, width: int, numbers: Numbering
) -> list[Item]:
    found: list[Item] = []
    part = 0
    for block in parsed.blocks:
        lines: list[Content] = []
        heard: list[Read] = []
        for number, inlines in enumerate(_parts(block), start=1):
            said = spans(inlines, numbers)
            if isinstance(block, prose.Paragraph):
                here = wrapped(said, min(width, TEXT))
            else:
                bullet = Content.styled(f"{number}. " if block.ordered else "• ", "bold $accent")
                here = indented(said, min(width, TEXT), bullet)
            heard.append(read(text, len(here), part, len(lines)))
            lines += here
            part += 1
        found.append(written(brush, lines, width))
        found[-1].read = tuple(heard)
    return found


def _parts(block: prose.Block) -> Sequence[tuple[prose.Inline, ...]]:
    return (block.inlines,) if isinstance(block, prose.Paragraph) else block.items


def code_panel(brush: Brush, code: str, width: int, most: int = 0) -> Item:
    """A code in solid digits on a panel, or in bold ones where there is no room for them; in twice
    as large ones where `most` rows are enough for them."""
    # Not on the way to the first screen.
    from course.ui.paint.letters import digits

    rows = digits(code, large=width >= LARGE_FROM)
    if most and width >= HUGE_FROM:
        huge = digits(code, times=2)
        rows = huge if len(huge) + 2 <= most and len(huge[0]) <= width else rows
    if brush.fewer_signs or len(rows[0]) > width:
        rows = ("   ".join(" ".join(group) for group in code.split()),)
    lines = [Content(""), *(Content.styled(row, "bold") for row in rows), Content("")]
    margin = " " * ((width - len(rows[0])) // 2)
    return Item(
        [brush.line(Content(margin) + line if line else "", width, CARD) for line in lines],
        whole=True,
    )
