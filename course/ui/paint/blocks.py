"""The blocks of a view as lines of a given width. Pure; the screen only paints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from course.content import prose
from course.content.model import Picture
from course.language import Words
from course.ui.paint import figures
from course.ui.big_digits import big_digits
from course.ui.paint.text import Numbering, indented, spans
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
TONES = {"good": "$success", "care": "$warning"}
TONE_PAPERS = {"good": "$good-paper", "care": "$care-paper"}
SIGNS = {"good": "✓", "care": "→"}
BIG_FROM = 50
"""Cells of width from which on a code is drawn large; a narrower screen is low as well."""


def lay_out(
    blocks: Sequence[Block],
    width: int,
    numbers: Numbering,
    pictures: Mapping[str, Picture],
    words: Words,
) -> list[Content]:
    """Every line of the blocks, with an empty line between two of them.

    A title is left out: it stands on top of the screen.
    """
    lines: list[Content] = []
    for block in blocks:
        if isinstance(block, Title):
            continue
        if lines:
            lines.append(Content(""))
        lines += _lines(block, width, numbers, pictures, words)
    return lines


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
        case Box(kind, label, inlines):
            named = _labelled(f"{MARKS[kind]} {label}", INKS[kind], inlines, numbers)
            return _boxed(named, INKS[kind], PAPERS[kind], width)
        case Note(label, inlines, "plain"):
            return indented(_labelled(label, "$accent", inlines, numbers), width)
        case Note(label, inlines, tone):
            named = _labelled(f"{SIGNS[tone]} {label}", TONES[tone], inlines, numbers)
            return _boxed(named, TONES[tone], TONE_PAPERS[tone], width)
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
            if width < BIG_FROM:
                digits = "   ".join(" ".join(group) for group in digits.split())
                return [Content.styled(digits, "bold $accent")]
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


def _labelled(
    label: str, ink: str, inlines: tuple[prose.Inline, ...], numbers: Numbering
) -> Content:
    return Content.assemble(Content.styled(label, f"bold {ink}"), "  ", spans(inlines, numbers))


def _boxed(text: Content, ink: str, paper: str, width: int) -> list[Content]:
    edge = Content.styled("▌ ", f"{ink} on {paper}")
    return [
        edge + line.pad_right(max(width - 2 - line.cell_length, 0)).stylize_before(f"on {paper}")
        for line in text.wrap(max(width - 3, 10))
    ]
