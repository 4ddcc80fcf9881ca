"""What a view says, block by block, as HTML. Every text is escaped where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import (
    Advice,
    BigDigits,
    Block,
    Box,
    Drawing,
    Heading,
    Note,
    Noticed,
    Plain,
    Square,
    Terms,
    Text,
)
from course.web import figures
from course.web.conditions import shown
from course.web.inlines import Inlines, dialable

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.language import Words
    from course.web.model import When
    from course.web.pictures import Pictures

_SIGNS = {"emergency": "!", "now": "\u260e", "today": "\u25f7", "home": "\u2713"}
"""What stands beside the words of a level, so that none is told by its color alone."""


class Blocks(Inlines):
    """Writes the blocks of one view."""

    def __init__(
        self,
        words: Words,
        clinic: Clinic,
        pictures: Pictures,
        cites: tuple[str, ...] = (),
        items: Mapping[str, When] | None = None,
    ) -> None:
        """`cites` are the sources and claims in the order of their numbers. `items` are texts of
        headings and lists that show only at times."""
        super().__init__(words, clinic, pictures, cites)
        self._items = items or {}

    def all(self, blocks: Iterable[Block]) -> str:
        """One after the other."""
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        """One of them."""
        match block:
            case Heading(text):
                return f"<h2{self._if(text)}>{escape(text)}</h2>"
            case Text(parsed):
                return "".join(map(self._part, parsed.blocks))
            case Drawing(figure):
                return figures.figure(figure, self)
            case Box():
                label = f'<p class="label">{escape(block.label)}</p>'
                told = self.dialed(self.inline(block.inlines))
                return f'<div class="box {block.kind}">{label}<p>{told}</p></div>'
            case Note():
                label = f"<strong>{escape(block.label)}</strong>"
                return f'<p class="note {block.tone}">{label} {self.inline(block.inlines)}</p>'
            case Plain(text, strong):
                told = self.dialed(escape(text))
                return f'<p class="strong">{told}</p>' if strong else f"<p>{told}</p>"
            case Advice():
                return self._advice(block)
            case Terms(terms):
                pairs = (
                    f"<dt>{escape(term.term)}</dt><dd>{escape(term.says)}</dd>" for term in terms
                )
                return f'<dl class="terms">{"".join(pairs)}</dl>'
            case BigDigits(digits):
                return f'<p class="digits">{escape(digits)}</p>'
            case Square():
                return ""  # Whoever reads the page has it on the phone already.

    def _part(self, part: prose.Block) -> str:
        if isinstance(part, prose.Paragraph):
            return f"<p>{self.inline(part.inlines)}</p>"
        tag = "ol" if part.ordered else "ul"
        items = (
            f"<li{self._if(prose.words_of(item))}>{self.inline(item)}</li>" for item in part.items
        )
        return f"<{tag}>{''.join(items)}</{tag}>"

    def _if(self, text: str) -> str:
        return shown(self._items[text]) if text in self._items else ""

    def _advice(self, advice: Advice) -> str:
        text = escape(advice.text)
        if advice.number:
            text = f'<a href="tel:{dialable(advice.number)}">{text}</a>'
        sign = f'<span aria-hidden="true" class="level">{_SIGNS[advice.level]}</span>'
        more = f"<p>{self.dialed(escape(advice.more))}</p>" if advice.more else ""
        kind = "signs" if advice.apart else "signs in-one"
        signs = "".join(map(self._noticed, advice.signs))
        signs = f'<ul class="{kind}">{signs}</ul>' if signs else ""
        head = f'<div class="band"><h2>{sign} {text}</h2>{more}</div>'
        return f'<div class="advice {advice.level}">{head}{signs}</div>'

    def _noticed(self, noticed: Noticed) -> str:
        why = self.inline(noticed.why)
        if noticed.why:
            # What it rests on stands behind the sign itself.
            told = f'<strong>{self.inline(noticed.sign)}</strong> <span class="why">{why}</span>'
        else:
            told = self.inline(noticed.sign)
        picture = self.pictures.sign(noticed.picture) if noticed.picture else ""
        return f"<li>{picture}<span>{told}</span></li>"
