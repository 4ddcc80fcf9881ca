"""Numbers and words of effect are cited, and disputes are told from each side. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.content import prose, wording
from course.content.checks import facts
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.sources import Claims
from course.content.checks.texts import offset_of, parsed
from course.content.model import Claim, Figure, Module, Page, RangesFigure
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.errors import Problem

NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLAIM_WORDS = re.compile(
    rf"(?P<number>\$\s?\d|\d\s?%|\bper ?cent\b|\b{NUMBER}\s+(?:in|of|out of)\s+{NUMBER}\b|"
    rf"\b{NUMBER}(?:\s+(?:to|or|and)\s+{NUMBER})?\s+(?:minute|hour|day|week|month|year|dollar|"
    r"people|patient|stud(?:y|ies)|visit|shot|treatment)s?\b|"
    r"\b(?:takes?|lasts?|within|for) (?:about |up to |at least )?an? "
    r"(?:hour|day|week|month|year)\b|"
    r"\b(?:half|most|a third|a quarter) of (?:them|the|those|people)\b|\bmost people\b)|"
    r"(?P<effect>\b(?:helps|cures?|heals?|prevents?|proven|works (?:well|best|better)|"
    r"(?:is|are) (?:very |quite |not )?(?:safe|dangerous|harmful|rare|common|likely|serious)|"
    r"safer|less pain|in danger|"
    r"(?:can|may|could) (?:help|heal|harm|hurt|damage|cause|raise|lower|ease|prevent)|"
    r"risks? of|side effects?|causes?|lowers?|raises?|reduces?)\b)",
    re.IGNORECASE,
)
_OF_ME = re.compile(r"I |My ")
"""What a reader ticks, or says in an answer."""
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
    bad="""\
# a page
text: The lake is deep. [^book] It helps 80 of 100 people.
""",
    good="""\
# a page
text: The lake is deep. It helps 80 of 100 people. [^book]
""",
)
def check_sentences(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each such sentence that no citation covers."""
    cited_figures = {
        (*path, "figure")
        for path, page in module.each(Page)
        if page.figure and prose.cited(page.figure.caption)
    }
    seen_by_facts = {(module.file, *_place(each)) for each in facts.check(module)}
    for text in module.texts:
        if any(text.path[:3] == figure for figure in cited_figures):
            continue
        if text.path[-1] == "caption" and not text.node.text.rstrip().endswith("."):
            continue  # It only names what is shown.
        for words, offset in _uncited(text):
            problem = module.problem(text.path, _what(words), _CURE, offset)
            if not _told_already(module, text, seen_by_facts):
                yield problem


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def _told_already(module: Written[Module], text: Text, seen: set[tuple[str, int, int]]) -> bool:
    """Whether the whole text, or a part of it, was found to cite nothing at all."""
    first = text.node.place(0)
    last = text.node.place(max(len(text.node.text) - 1, 0))
    return any((module.file, *first) <= place <= (module.file, *last) for place in seen)


def _what(words: str) -> str:
    found = next(_CLAIM_WORDS.finditer(words))
    kind = "a number" if found["number"] else "a word of effect"
    return f'This sentence has {kind} ("{found.group().strip()}") and no source.'


def _uncited(text: Text) -> Iterator[tuple[str, int]]:
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
            for sentence in () if covered else _after_the_last(inlines):
                at = offset_of(sentence, text.node.text, at)
                yield sentence, at
        led_over = any(isinstance(each, prose.Cite) for inlines in items for each in inlines)


def _after_the_last(inlines: Sequence[prose.Inline]) -> Iterator[str]:
    last = max((n for n, each in enumerate(inlines) if isinstance(each, prose.Cite)), default=-1)
    words = "".join(each.text for each in inlines[last + 1 :] if isinstance(each, prose.Span))
    for found in _SENTENCE.finditer(words):
        sentence = found.group().strip()
        if _CLAIM_WORDS.search(sentence) and facts.states(sentence) and not _OF_ME.match(sentence):
            yield sentence


_SIDES = """\
# sources.yaml
paper:
  title: The paper of water
  authors: Wells A
  published: Example Press
  year: 2018
  kind: review
  url: https://example.org/paper
  checked: 2026-11-22
# claims.yaml
how-deep:
  sources: [book, paper]
  disagree:
    - {{source: book, says: {{en: It is deep.}}}}
    - {{source: paper, says: {{en: You can stand in it.}}}}
# a page
text: |
  Our sources do not agree. [^how-deep]

  - One says that the lake is deep. [^book]
{other}"""


@rule(
    "S09",
    "A dispute is shown from both sides",
    why=(
        "Where sources disagree, one side alone reads like the truth. A disputed claim has two "
        "sides, and a page that tells one of them, by name or with a number, tells another one too."
    ),
    source=f"{PROJECT}; International Patient Decision Aid Standards (IPDAS)",
    bad=_SIDES.format(other=""),
    good=_SIDES.format(other="  - One says that you can stand in it. [^paper]\n"),
)
def check_sides(module: Written[Module], claims: Claims) -> Iterator[Problem]:
    """A problem at what a page tells of a disputed claim, if it tells one side only."""
    disputed = {
        str(path[0]): {side.source for side in claim.disagree}
        for path, claim in claims.each(Claim)
        if claim.disagree
    }
    for path, page in module.each(Page):
        for where, texts in _parts(path, page):
            cites = {name for text in texts for name in prose.cited(text)}
            for name in sorted(disputed.keys() & cites):
                here = disputed[name] & _told_by_name(
                    texts, page.figure if where[-1] != "text" else None
                )
                if len(here) == 1 and disputed[name] & cites <= here < disputed[name]:
                    (side,) = here
                    others = ", ".join(sorted(disputed[name] - here))
                    what = f'Of the dispute "{name}", this page tells only the side of "{side}".'
                    cure = f"Tell what another side says ({others}), or name none of them."
                    yield module.problem(where, what, cure, max(texts[-1].find(f"[^{side}]"), 0))


def _parts(path: Path, page: Page) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The text and the figure of a page, each with where to point if it tells one side."""
    if page.text:
        yield (*path, "text"), (page.text,)
    if page.figure:
        yield (*path, "figure", "caption"), tuple(wording.of_figure(page.figure))


_BY_NAME = re.compile(r"^\W*(?:one|another|a newer|an older|the other)\b.*\b(?:says?|said)\b", re.I)


def _is_a_side(sentence: str) -> bool:
    """Whether a sentence is told as what one source says: by name, or with a number."""
    claims = _CLAIM_WORDS.finditer(sentence)
    return bool(_BY_NAME.match(sentence)) or any(each["number"] for each in claims)


def _told_by_name(texts: Sequence[str], figure: Figure | None) -> set[str]:
    """The sources told as sides: in a figure of ranges, as "One says ...", or with a number."""
    named: set[str] = set()
    for text in texts:
        for block in prose.parse(text).blocks:
            for inlines in (block.inlines,) if isinstance(block, prose.Paragraph) else block.items:
                words = ""
                for each in inlines:
                    if isinstance(each, prose.Span):
                        words = each.text
                    elif any(_is_a_side(part) for part in re.split(r"[.?!]\s+", words)):
                        named.add(each.id)
    if isinstance(figure, RangesFigure):
        named |= {bar.source for bar in figure.bars}
    return named
