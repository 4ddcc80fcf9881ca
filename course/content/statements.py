"""What a text states with its citations: the sentences that each of them carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from course.content import prose

_SENTENCE = re.compile(r".+?(?:[.!?:][\"'\u201d\u2019)]*(?=\s|$)|$)", re.DOTALL)


class Statement(Struct, frozen=True):
    """What is cited together, with the sentences that have come since the citation before."""

    words: str
    cites: tuple[prose.Cite, ...]
    around: str = ""
    """The list that it leads over to, or the paragraph that leads over to it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The sources and claims that are cited, in their order."""
        return tuple(cite.id for cite in self.cites)


def statements(text: str) -> Iterator[Statement]:
    """Every statement of a text that cites, in reading order."""
    lead = ""
    blocks = prose.parse(text).blocks
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, prose.Bullets):
            for item in block.items:
                for words, cites in _citing(item):
                    yield Statement(words, cites, lead)
            continue
        items = following.items if isinstance(following, prose.Bullets) else ()
        after = " ".join(map(_words, items))
        for words, cites in _citing(block.inlines):
            yield Statement(words, cites, after)
        lead = _words(block.inlines) if items else ""


def _words(inlines: Iterable[prose.Inline]) -> str:
    told = "".join(each.text for each in inlines if isinstance(each, prose.Span))
    return " ".join(told.split())


def _citing(inlines: Iterable[prose.Inline]) -> Iterator[tuple[str, tuple[prose.Cite, ...]]]:
    words = ""
    placed: list[tuple[int, prose.Cite]] = []
    for each in inlines:
        if isinstance(each, prose.Span):
            words += each.text
        else:
            placed.append((max(len(words.rstrip()), 1), each))
    ends = [sentence.end() for sentence in _SENTENCE.finditer(words)]
    together: dict[int, tuple[prose.Cite, ...]] = {}
    for at, cite in placed:
        end = next((end for end in ends if end >= at), len(words))
        together[end] = (*together.get(end, ()), cite)
    start = 0
    for end, cites in together.items():
        yield " ".join(words[start:end].split()), cites
        start = end
