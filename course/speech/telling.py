"""The blocks of a view in words alone, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from course.content import prose
from course.content.kinds.figures import Figure
from course.language import Words
from course.speech.characters import joined, without_marks
from course.views.citations import cited
from course.views.model import (
    Advice,
    BigDigits,
    Block,
    Box,
    Card,
    Drawing,
    Heading,
    Note,
    Noticed,
    Plain,
    Square,
    Terms,
    Text,
)

ENDS = ".?!:"


@dataclass(frozen=True)
class Said:
    """One paragraph, or one item of a list behind its `lead`: a dash or a number."""

    text: str
    lead: str = ""


Group = tuple[Said, ...]
"""What belongs together, such as the items of one list."""
Numbers = Mapping[str, int]
"""The number under which each source or claim is named; what has none is left out."""


def tell(blocks: Sequence[Block], words: Words, numbers: Numbers) -> list[Group]:
    """Every block in words. With no numbers, no word interrupts the text to name a source."""
    teller = _Teller(words, numbers)
    return [
        group for block in blocks for group in teller.block(block) if any(g.text for g in group)
    ]


def card_text(card: Card, words: Words) -> str:
    """A card with what it leads to and what its mark means behind it."""
    text, state = without_marks(card.text), card_state(card, words)
    if card.about:
        told = map(without_marks, card.about)
        text = labelled(text, " ".join(f"{t}{'' if t[-1:] in ENDS else '.'}" for t in told))
    return f"{text} ({state})" if state else text


def card_state(card: Card, words: Words) -> str:
    """What the mark of a card means; empty where it means nothing."""
    state = card.status
    if not state and card.mark == "done":
        state = words("listen.picked" if card.ticks else "listen.done")
    return without_marks(state)


def labelled(label: str, text: str) -> str:
    """A text behind what it is about."""
    label = without_marks(label)
    return f"{label} {text}" if label[-1:] in ENDS else f"{label}: {text}"


def told_advice(advice: Advice) -> str:
    """What to do, in whole sentences."""
    return joined([f"{advice.text}.", f" {advice.more}" if advice.more else ""])


def digit_by_digit(code: str) -> str:
    """The groups of a code as they are said: `4 8 2, 7 1 9, 3 6 0`."""
    return ", ".join(" ".join(group) for group in code.split())


class _Teller:
    def __init__(self, words: Words, numbers: Numbers) -> None:
        self.words = words
        self.numbers = numbers

    def block(self, block: Block) -> list[Group]:
        match block:
            case Heading(text) | Plain(text):
                return [(Said(without_marks(text)),)]
            case Text(parsed):
                return [self.part(part) for part in parsed.blocks]
            case Box() | Note():
                return [(Said(labelled(block.label, self.inline(block.inlines))),)]
            case Advice():
                return [(Said(told_advice(block)),), tuple(map(self.noticed, block.signs))]
            case Drawing(figure):
                return [self.figure(figure, block)]
            case Terms(terms):
                told = (labelled(term.term, without_marks(term.says)) for term in terms)
                return [tuple(map(Said, told))]
            case BigDigits(digits):
                return [(Said(digit_by_digit(digits.replace("_", ""))),)]
            case Square():
                # It is for a camera alone.
                return []

    def noticed(self, noticed: Noticed) -> Said:
        sign = self.inline(noticed.sign)
        return Said(labelled(sign, self.inline(noticed.why)) if noticed.why else sign, "-")

    def part(self, part: prose.Block) -> Group:
        if isinstance(part, prose.Paragraph):
            return (Said(self.inline(part.inlines)),)
        return tuple(
            Said(self.inline(item), f"{number}." if part.ordered else "-")
            for number, item in enumerate(part.items, start=1)
        )

    def figure(self, figure: Figure, block: Drawing) -> Group:
        """Its name and its words. What its parts cite stands behind the first as a whole."""
        caption = self.words("listen.picture", caption=without_marks(prose.plain(figure.caption)))
        first, *others = figure.told
        first = joined([first, *map(self.source, cited((block,)))])
        return tuple(Said(text) for text in (caption, first, *map(without_marks, others)))

    def inline(self, inlines: Iterable[prose.Inline]) -> str:
        return joined(
            [
                self.source(each.id) if isinstance(each, prose.Cite) else each.text
                for each in inlines
            ]
        )

    def source(self, name: str) -> str:
        if name not in self.numbers:
            return ""
        return " " + self.words("plain.source", number=self.numbers[name])
