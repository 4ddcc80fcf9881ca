"""Which sources and claims a view cites, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from course.content import prose
from course.views.model import Advice, Block, Box, Drawing, Note, Text


def cited(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The ids, each once; their places are the numbers under which they are shown."""
    return tuple(dict.fromkeys(name for block in blocks for name in _names(block)))


def _names(block: Block) -> Iterator[str]:
    match block:
        case Text(parsed):
            yield from _cites(parsed.inlines)
        case Box() | Note():
            yield from _cites(block.inlines)
        case Advice():
            for noticed in block.signs:
                yield from _cites((*noticed.sign, *noticed.why))
        case Drawing(figure):
            for text in figure.shown:
                yield from _cites(prose.parse_inline(text).inlines)
            yield from figure.sources
            yield from _cites(prose.parse_inline(figure.caption).inlines)
        case _:
            pass


def _cites(inlines: Iterable[prose.Inline]) -> Iterator[str]:
    return (each.id for each in inlines if isinstance(each, prose.Cite))
