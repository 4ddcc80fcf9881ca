"""The blocks of a view as lines of a given width. Pure; the screen only paints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from course.content import prose
from course.content.model import Picture
from course.language import Words
from course.ui import figures
from course.ui.big_digits import big_digits
from course.ui.big_text import big_text
from course.ui.text import Numbering, indented, spans
from course.views.model import (
    BigDigits,
    Block,
    Box,
    Drawing,
    Heading,
    Note,
    Plain,
    Terms,
    Text,
    Title,
)

MARKS = {"key": "●", "warning": "!", "ask": "?"}
INKS = {"key": "$accent", "warning": "$warning", "ask": "$secondary"}
PAPERS = {"key": "$key-paper", "warning": "$care-paper", "ask": "$ask-paper"}
TONES = {"plain": "bold $accent", "good": "bold $success", "care": "bold $warning"}
SIGNS = {"plain": "", "good": "✓ ", "care": "→ "}


def lay_out(
    blocks: Sequence[Block],
    width: int,
    numbers: Numbering,
    pictures: Mapping[str, Picture],
    words: Words,
    tall: bool,
) -> list[Content]:
    """Every line of the blocks, with an empty line between two of them.

    `tall` says that the screen has room for large letters.
    """
    lines: list[Content] = []
    for block in blocks:
        if lines:
            lines.append(Content(""))
        if isinstance(block, Title):
            lines += _title(block.text, width, tall)
        else:
            lines += _lines(block, width, numbers, pictures, words)
    return lines


def _title(text: str, width: int, tall: bool) -> list[Content]:
    rows = big_text(text) if tall else ()
    if rows and max(map(len, rows)) <= width:
        return [Content.styled(row, "$accent") for row in rows]
    return indented(Content.styled(text, "bold $accent"), width)


def _lines(
    block: Block,
    width: int,
    numbers: Numbering,
    pictures: Mapping[str, Picture],
    words: Words,
) -> list[Content]:
    match block:
        case Title(text) | Heading(text):
            return indented(Content.styled(text, "bold $accent"), width)
        case Text(parsed):
            return _prose(parsed, width, numbers)
        case Drawing(figure):
            return figures.draw(figure, width, numbers, pictures, words)
        case Box():
            return _box(block, width, numbers)
        case Note(label, inlines, tone):
            lead = Content.styled(f"{SIGNS[tone]}{label}", TONES[tone])
            return indented(Content.assemble(lead, "  ", spans(inlines, numbers)), width)
        case Plain(text, strong):
            return indented(Content.styled(text, "bold" if strong else ""), width)
        case Terms(terms):
            return [
                line
                for term in terms
                for line in indented(
                    Content.assemble(
                        Content.styled(f"{term.term}: ", "bold $quiet"),
                        Content.styled(term.says, "$quiet"),
                    ),
                    width,
                    Content.styled("│ ", "$edge"),
                    Content.styled("│ ", "$edge"),
                )
            ]
        case BigDigits(digits):
            return [Content.styled(line, "bold $accent") for line in big_digits(digits)]


def _prose(parsed: prose.Prose, width: int, numbers: Numbering) -> list[Content]:
    lines: list[Content] = []
    for block in parsed.blocks:
        if lines:
            lines.append(Content(""))
        if isinstance(block, prose.Paragraph):
            lines += indented(spans(block.inlines, numbers), width)
            continue
        for number, item in enumerate(block.items, start=1):
            bullet = f"{number}. " if block.ordered else "• "
            lines += indented(spans(item, numbers), width, Content.styled(f"  {bullet}", "$accent"))
    return lines


def _box(box: Box, width: int, numbers: Numbering) -> list[Content]:
    ink, paper = INKS[box.kind], PAPERS[box.kind]
    edge = Content.styled("▌ ", f"{ink} on {paper}")
    label = Content.styled(f"{MARKS[box.kind]} {box.label}", f"bold {ink}")
    text = Content.assemble(label, "  ", spans(box.inlines, numbers))
    inner = text.wrap(max(width - 3, 10))
    return [
        edge + line.pad_right(max(width - 2 - line.cell_length, 0)).stylize_before(f"on {paper}")
        for line in inner
    ]
