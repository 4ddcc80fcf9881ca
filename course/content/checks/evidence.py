"""Numbers and words of effect are cited, and disputes are told from each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from course.content import prose, wording
from course.content.checks import facts
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.examples import paper
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.scope import MODULE, PAGE
from course.content.checks.texts import offset_of, parsed
from course.content.checks.words.counting import Counts
from course.content.checks.words.phrases import Group, Phrases, PlainWords, compiled, either
from course.content.kinds.figures import Figure
from course.content.model import Claim, Module, Page, PlaceText
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.errors import Problem


class Effects(Group, frozen=True):
    words: Phrases
    """Words of effect."""
    counted: Phrases
    """What is counted in an effect or in a price."""
    lasting: Phrases
    about: Phrases
    """What may stand between such a word and the time that something lasts."""
    shares: Phrases
    first_person: PlainWords
    """How a sentence of the reader begins: what a reader ticks, or says in an answer."""


class Claiming(facts.Stating, frozen=True):
    """Numbers and words of effect, and how a source is told by name."""

    counts: Counts
    per_cent: Phrases
    out_of: Phrases
    effects: Effects
    sides: Phrases
    says: Phrases

    @cached_property
    def claim(self) -> re.Pattern[str]:
        """A number, or a word of effect, each in a group of its name."""
        counts, told = self.counts, self.effects
        several = [word for word, value in counts.numbers.items() if value > 1]
        number = rf"(?:\d[\d,.]*|{either(several)})"
        some = f"{number}(?: +{either(counts.ranges)} +{number})?"
        long_time = counts.times.of("hour", "day", "week", "month", "year")
        lasting = (
            f"{either(told.lasting)} +(?:{either(told.about)} +)?"
            f"{either(counts.articles)} +{long_time}"
        )
        return compiled(
            rf"(?P<number>\$\s?\d[\d,]*|\d[\d,.]*\s?%|{either(self.per_cent)}|"
            rf"\b{number} +{either(self.out_of)} +{number}\b|"
            rf"\b{some} +(?:{counts.times.of()}|{either(told.counted)})|"
            rf"{lasting}|{either(told.shares)})|(?P<effect>{either(told.words)})"
        )

    @cached_property
    def of_me(self) -> re.Pattern[str]:
        """The start of a sentence of the reader."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, self.effects.first_person))})\b ")

    @cached_property
    def by_name(self) -> re.Pattern[str]:
        """A sentence that tells what one source says."""
        return compiled(rf"^\W*{either(self.sides)}.*{either(self.says)}")


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_CURE = "Add [^id] behind the sentence, with the id of its source, or take it out."


@rule(
    "S06",
    "A sentence with a number, a price, a time or a word of effect is cited",
    why=(
        "A number looks certain. The citation of a neighbouring sentence does not tell where this "
        "one comes from. A citation counts for the sentences before it in its paragraph."
    ),
    source=f"{PEMAT}; findings of this project",
    scope=MODULE,
    words=Claiming,
    bad="""\
# a page
text: The lake is deep. [^book] It helps 80 of 100 people.
""",
    good="""\
# a page
text: The lake is deep. It helps 80 of 100 people. [^book]
""",
)
def check_sentences(module: ModuleFile, words: Claiming) -> Iterator[Problem]:
    """A problem at each such sentence that no citation covers."""
    parts: list[tuple[Path, Page | PlaceText]] = [*module.each(Page), *module.each(PlaceText)]
    cited_figures = {
        (*path, "figure")
        for path, part in parts
        if part.figure and prose.cited(part.figure.caption)
    }
    seen_by_facts = {(module.file, *_place(each)) for each in facts.check(module, words)}
    for text in module.texts:
        if any(text.path[: len(figure)] == figure for figure in cited_figures):
            continue
        if text.path[-1] == "caption" and not text.node.text.rstrip().endswith("."):
            continue  # It only names what is shown.
        for sentence, offset in _uncited(text, words):
            problem = module.problem(text.path, _what(sentence, words), _CURE, offset)
            if not _told_already(module, text, seen_by_facts):
                yield problem


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def _told_already(module: Written[Module], text: Text, seen: set[tuple[str, int, int]]) -> bool:
    """Whether the whole text, or a part of it, was found to cite nothing at all."""
    first = text.node.place(0)
    last = text.node.place(max(len(text.node.text) - 1, 0))
    return any((module.file, *first) <= place <= (module.file, *last) for place in seen)


def _what(sentence: str, words: Claiming) -> str:
    found = next(words.claim.finditer(sentence))
    kind = "a number" if found["number"] else "a word of effect"
    return f'This sentence has {kind} ("{found.group().strip()}") and no source.'


def _uncited(text: Text, words: Claiming) -> Iterator[tuple[str, int]]:
    """Each such sentence after the last citation of its block, and where it begins."""
    content = parsed(text)
    if content.faults:
        return
    at, led_over = 0, False
    blocks = (
        content.blocks if isinstance(content, prose.Prose) else (prose.Paragraph(content.inlines),)
    )
    for block in blocks:
        items = (block.inlines,) if isinstance(block, prose.Paragraph) else block.items
        covered = led_over and isinstance(block, prose.Bullets)
        for inlines in items:
            for sentence in () if covered else _after_the_last(inlines, words):
                at = offset_of(sentence, text.node.text, at)
                yield sentence, at
        led_over = any(isinstance(each, prose.Cite) for inlines in items for each in inlines)


def _after_the_last(inlines: Sequence[prose.Inline], words: Claiming) -> Iterator[str]:
    last = max((n for n, each in enumerate(inlines) if isinstance(each, prose.Cite)), default=-1)
    rest = "".join(each.text for each in inlines[last + 1 :] if isinstance(each, prose.Span))
    for found in _SENTENCE.finditer(rest):
        sentence = found.group().strip()
        if not words.claim.search(sentence) or words.of_me.match(sentence):
            continue
        if words.states(sentence):
            yield sentence


_SIDE = (
    paper()
    + """\
# claims.yaml
how-deep:
  sources: [book, paper]
  disagree:
    - {source: book, says: {en: It is deep.}}
    - {source: paper, says: {en: You can stand in it.}}
# a page
text: |
  Our sources do not agree. [^how-deep]

  - One says that the lake is deep. [^book]
"""
)


@rule(
    "S09",
    "A dispute is shown from both sides",
    why=(
        "Where sources disagree, one side alone reads like the truth. A disputed claim has two "
        "sides, and a page that tells one of them, by name or with a number, tells another one too."
    ),
    source=f"{PROJECT}; International Patient Decision Aid Standards (IPDAS)",
    scope=PAGE,
    words=Claiming,
    bad=_SIDE,
    good=_SIDE + "  - One says that you can stand in it. [^paper]\n",
)
def check_sides(page: Told[Page], words: Claiming) -> Iterator[Problem]:
    """A problem at what a page tells of a disputed claim, if it tells one side only."""
    disputed = {
        str(path[0]): {side.source for side in claim.disagree}
        for path, claim in page.draft.claims.each(Claim)
        if claim.disagree
    }
    for where, texts, figure in _parts(page.it):
        cites = {name for text in texts for name in prose.cited(text)}
        for name in sorted(disputed.keys() & cites):
            here = disputed[name] & _told_by_name(texts, figure, words)
            if len(here) == 1 and disputed[name] & cites <= here < disputed[name]:
                (side,) = here
                others = ", ".join(sorted(disputed[name] - here))
                what = f'Of the dispute "{name}", this page tells only the side of "{side}".'
                cure = f"Tell what another side says ({others}), or name none of them."
                at = max(texts[-1].find(f"[^{side}]"), 0)
                yield page.problem(what, cure, *where, offset=at)


def _parts(page: Page) -> Iterator[tuple[Path, tuple[str, ...], Figure | None]]:
    """The texts and the figures of a page, each with where to point if it tells one side."""
    parts: list[tuple[Path, Page | PlaceText]] = [((), page)]
    parts += [(("place", name), place) for name, place in (page.place or {}).items()]
    for at, part in parts:
        if part.text:
            yield (*at, "text"), (part.text,), None
        if part.figure:
            told = tuple(wording.of_figure(part.figure))
            yield (*at, "figure", "caption"), told, part.figure


def _is_a_side(sentence: str, words: Claiming) -> bool:
    """Whether a sentence is told as what one source says: by name, or with a number."""
    claims = words.claim.finditer(sentence)
    return bool(words.by_name.match(sentence)) or any(each["number"] for each in claims)


def _told_by_name(texts: Sequence[str], figure: Figure | None, words: Claiming) -> set[str]:
    """The sources told as sides: in a figure of ranges, as "One says ...", or with a number."""
    named: set[str] = set()
    for text in texts:
        for block in prose.parse(text).blocks:
            for inlines in (block.inlines,) if isinstance(block, prose.Paragraph) else block.items:
                said = ""
                for each in inlines:
                    if isinstance(each, prose.Span):
                        said = each.text
                    elif any(_is_a_side(part, words) for part in re.split(r"[.?!]\s+", said)):
                        named.add(each.id)
    return named | set(figure.sources if figure else ())
