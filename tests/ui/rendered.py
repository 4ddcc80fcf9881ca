"""What stands on a screen, cell by cell, and what should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from textual.geometry import Region

from course.content import prose
from course.content.kinds.figures import Figure, Label, RangesFigure
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

FRAMES = "╭╮╰╯│─━┃┏┓┗┛▌▐▀▄█▆▁▜▟▶●▸•"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LONG = 30
"""Letters from which on a word, such as an address, may be broken."""
_GAPS = (re.compile(r" {2,}|[█▌▐│╭╮╯╰]"), re.compile(r" {3,}|[█▌▐│╭╮╯╰]"))
"""What lies between columns that stand side by side; two blanks may stand within one, too."""
_DROPPED = str.maketrans(dict.fromkeys(FRAMES + SUPERSCRIPTS + " \n", ""))


def cut(rows: list[str], region: Region) -> list[str]:
    """The part of the rows inside a region. Every character of the course takes one cell."""
    return [row[region.x : region.right] for row in rows[region.y : region.bottom]]


def squeezed(text: str) -> str:
    """A text without blanks, frames and the numbers of its sources, however it was wrapped."""
    return text.translate(_DROPPED)


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words of a text; a long word in pieces."""
    words = text.split()
    for start in range(max(len(words) - length + 1, 1)):
        run = words[start : start + length]
        if max(map(len, run)) <= LONG:
            yield tuple(run)
        else:
            for word in run:
                yield from ((word[at : at + LONG],) for at in range(0, len(word), LONG))


class Shown:
    """A screen as it is read: row by row, and where columns stand side by side, within each."""

    def __init__(self, rows: list[str]) -> None:
        self._whole = squeezed("\n".join(rows))
        self._pieces = [
            [squeezed(piece) for gap in _GAPS for piece in gap.split(row)] for row in rows
        ]

    def __contains__(self, run: tuple[str, ...]) -> bool:
        """Whether these words stand together, in a row or at the end of one and in the next."""
        text = squeezed("".join(run))
        if text in self._whole:
            return True
        # A long word may be broken anywhere.
        cuts = ((text[:at], text[at:]) for at in range(1, len(text)))
        return any(
            any(piece.endswith(first) for piece in row)
            and any(piece.startswith(rest) for piece in below)
            for first, rest in cuts
            for row, below in pairwise(self._pieces)
        )


def told(block: Block) -> list[str]:
    """The texts of a block that stand in one piece each, as a reader sees them."""
    match block:
        case Heading(text) | Plain(text):
            return [text]
        case Text(parsed):
            return [
                _plain(inlines)
                for part in parsed.blocks
                for inlines in ([part.inlines] if isinstance(part, prose.Paragraph) else part.items)
            ]
        case Box(_, label, inlines) | Note(label, inlines):
            return [f"{label} {_plain(inlines)}"]
        case Advice():
            signs = (part for each in block.signs for part in (each.sign, each.why) if part)
            return [block.text, *filter(None, [block.more]), *map(_plain, signs)]
        case Terms(terms):
            return [f"{term.term}: {term.says}" for term in terms]
        case Drawing(figure):
            return list(_words_of_figure(figure))
        case BigDigits() | Square():
            # Drawn in digits of their own; the text stands in no cell.
            return []


def _plain(inlines: tuple[prose.Inline, ...]) -> str:
    return "".join("" if isinstance(each, prose.Cite) else each.text for each in inlines)


def _words_of_figure(figure: Figure) -> Iterator[str]:
    """Word by word: a figure may set its texts in columns."""
    for text in _texts(figure):
        yield from _plain(prose.parse_inline(text).inlines).split()
    if isinstance(figure, RangesFigure):
        for bar in figure.bars:
            yield from (f"{bar.start:,}", f"{bar.end:,}")


HIDDEN = {"alt", "file", "source", "id", "unit"}
"""Fields of a figure that it does not show as they are; `unit` may stand against a number."""


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, Label):
        # It stands beside pixels. What is drawn in cells has its own, and else `alt` says it all.
        return
    names: tuple[str, ...] = getattr(part, "__struct_fields__", ())
    for name in names:
        value = getattr(part, name)
        if name in HIDDEN or (name == "text" and "x" in names):
            continue
        yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif hasattr(value, "__struct_fields__"):
        yield from _texts(value)
