"""Whatever a page states has a source.

No program knows what a fact is. So each paragraph, list, reason, box and figure of a page cites at
least once, unless it states nothing: it only asks, tells the reader what to do, leads over to a
list, or speaks of the course itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from course.content import prose, wording
from course.content.checks.rule import PEMAT, rule
from course.content.checks.scope import MODULE
from course.content.checks.texts import offset_of
from course.content.checks.words import Words
from course.content.checks.words.phrases import (
    Group,
    Phrase,
    Phrases,
    Plain,
    compiled,
    either,
    variants,
)
from course.content.kinds.figures import Figure
from course.content.model import Module, Page, PlaceText
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

_STRESSED = str.maketrans(
    {vowel: f"[{ways}]" for ways in ("aá", "eé", "ií", "oó", "uúü") for vowel in ways}
)
"""A vowel may carry an accent in one form of a verb and none in the next: "tome", "tómelo"."""
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n")


class Instructions(Group, frozen=True, kw_only=True):
    verbs: Phrases
    lead_ins: Phrases
    """What may stand before the verb."""
    clauses: Phrases
    """What begins a clause before it, up to a comma."""
    offers: tuple[Phrase, ...] = ()
    """What a sentence has that speaks of the reader's own papers, or of what the clinic offers."""
    not_before: tuple[Phrase, ...] = ()
    """What makes a noun of such a word that stands before it, as in "Exercise helps"."""
    attached: tuple[Plain, ...] = ()
    """What may be written onto the end of the verb, which then shows its stress: "lávese"."""


class Stating(Words, frozen=True):
    """What a text says that states nothing."""

    instructions: Instructions
    of_the_course: Phrases

    @cached_property
    def instruction(self) -> re.Pattern[str]:
        """The start of a sentence that tells the reader what to do."""
        told = self.instructions
        clause, lead_ins = either(told.clauses), either(told.lead_ins)
        verb = either(told.verbs)
        if told.attached:
            verb = rf"(?:{verb}|{_with_attached(told.verbs, told.attached)})"
        if told.not_before:
            verb += rf"(?!\W+{either(told.not_before)})"
        return compiled(rf"\u00a1?(?:{clause}[^,]*,\s+)?(?:{lead_ins}\W+)*{verb}")

    @cached_property
    def offer(self) -> re.Pattern[str]:
        """What makes a sentence one that states nothing of the world."""
        offers = self.instructions.offers
        return compiled(either(offers) if offers else "(?!)")

    @cached_property
    def speaks_of_the_course(self) -> re.Pattern[str]:
        """What a text says of the course itself."""
        return compiled(either(self.of_the_course))

    def states(self, words: str) -> bool:
        """Whether some words hold a statement that is about the world and not about the course."""
        if self.speaks_of_the_course.search(words):
            return False
        sentences = (each.strip() for each in _SENTENCE_END.split(words))
        return any(
            each
            and not each.endswith(("?", ":"))
            and not self.instruction.match(each)
            and not self.offer.search(each)
            for each in sentences
        )


def _with_attached(verbs: Iterable[str], attached: Iterable[str]) -> str:
    """A pattern for verbs that end in something attached, with an accent on any vowel or none."""
    alone = [way for each in verbs for way in variants(each) if " " not in way]
    stressed = "|".join(re.escape(each).translate(_STRESSED) for each in alone)
    return rf"\b(?:{stressed})(?:{'|'.join(map(re.escape, attached))})\b"


_CURE = (
    "Add [^id] behind it, with the id of the source; where you have none, make a question for the "
    "clinic of it."
)


@rule(
    "S05",
    "Whatever a page states has a source",
    why=(
        "Patients cannot tell what is known from what is hoped. Each paragraph, list, reason, box "
        "and figure that states something cites at least once."
    ),
    source=f"{PEMAT}; findings of this project",
    scope=MODULE,
    words=Stating,
    bad="""\
# a page
text: The lake is deep.
""",
    good="""\
# a page
text: The lake is deep. [^book]
""",
)
def check(module: Written[Module], words: Stating) -> Iterator[Problem]:
    """A problem at each part of a page that states something and cites nothing."""
    for path, page in module.each(Page):
        yield from _sentences(module, path, page, words)
    parts: list[tuple[Path, Page | PlaceText]] = [*module.each(Page), *module.each(PlaceText)]
    for path, part in parts:
        if part.text:
            for what, offset in _uncited(part.text, words):
                yield module.problem((*path, "text"), what, _CURE, offset)
        if part.figure:
            told = tuple(wording.of_figure(part.figure))
            cites = bool(part.figure.sources) or any(map(prose.cited, told))
            if not cites and _figure_states(part.figure, told, words):
                what = "This figure states something, and nothing in it cites a source."
                yield module.problem((*path, "figure", "caption"), what, _CURE)


def _sentences(
    module: Written[Module], path: Path, page: Page, words: Stating
) -> Iterator[Problem]:
    for where, text in (
        ((*path, "why"), page.why),
        ((*path, "callout", "text"), page.callout and page.callout.text),
    ):
        if not text or (parsed := prose.parse_inline(text)).faults:
            continue
        if not _cites(parsed.inlines) and words.states(prose.plain(text)):
            yield module.problem(where, "This text states something and cites no source.", _CURE)


def _figure_states(figure: Figure, told: Sequence[str], words: Stating) -> bool:
    """A caption without a full stop only names what is shown; numbers of people state by nature."""
    *parts, caption = map(prose.plain, told)
    return (
        figure.states
        or any(map(words.states, parts))
        or (caption.endswith(".") and words.states(caption))
    )


def _uncited(text: str, words: Stating) -> Iterator[tuple[str, int]]:
    """What is wrong with a block of a text, and where the block begins."""
    led_over = told = False
    at = 0
    parsed = prose.parse(text)
    for block in () if parsed.faults else parsed.blocks:
        items = (block.inlines,) if isinstance(block, prose.Paragraph) else block.items
        said = "\n".join(map(_words, items))
        cites = any(map(_cites, items))
        at = offset_of(said, text, at)
        if not cites and isinstance(block, prose.Paragraph) and words.states(said):
            yield "This paragraph states something and cites no source.", at
        if isinstance(block, prose.Bullets) and not (cites or led_over):
            # After "Bring these:" the items are what to bring, unless they are sentences.
            lines = said.split("\n")
            if any(words.states(line) for line in lines if line.endswith(".") or not told):
                yield "Neither this list nor the paragraph before it cites a source.", at
        led_over = cites
        last = _SENTENCE_END.split(said)[-1]
        told = said.endswith(":") and bool(words.instruction.match(last))


def _cites(inlines: Sequence[prose.Inline]) -> bool:
    return any(isinstance(each, prose.Cite) for each in inlines)


def _words(inlines: Sequence[prose.Inline]) -> str:
    return "".join(each.text for each in inlines if isinstance(each, prose.Span)).strip()
