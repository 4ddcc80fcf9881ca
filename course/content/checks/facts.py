"""Whatever a page states has a source. English only.

No program knows what a fact is. So each paragraph, list, reason, box and figure of a page cites at
least once, unless it states nothing: it only asks, tells the reader what to do, leads over to a
list, or speaks of the course itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.content import prose, wording
from course.content.checks.rule import PEMAT, rule
from course.content.checks.texts import offset_of
from course.content.model import Figure, Module, Page, PeopleFigure, RangesFigure
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

_INSTRUCTION = re.compile(
    r"(?:(?:if|when|before|after|until|once|for|at|on|in|to|with|as)\b[^,]*,\s+)?"
    r"(?:(?:please|then|also|so|or|and|always|only|even)\W+)*"
    r"(?:add|answer|ask|avoid|be|begin|bring|call|check|choose|come|do|don['\u2019]t|drink|drive|eat|"
    r"find|follow|get|give|go|have|help|hold|keep|learn|leave|let|list|look|make|move|name|never|"
    r"note|pick|plan|press|put|read|remember|rest|say|see|show|speak|start|stay|stop|take|talk|tell|"
    r"think|try|turn|use|wait|walk|watch|wear|write)\b",
    re.IGNORECASE,
)
_OF_THE_COURSE = re.compile(r"\b(?:this course|our sources)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n")
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
    bad="""\
# a page
text: The lake is deep.
""",
    good="""\
# a page
text: The lake is deep. [^book]
""",
)
def check(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each part of a page that states something and cites nothing."""
    for path, page in module.each(Page):
        if page.text:
            for what, offset in _uncited(page.text):
                yield module.problem((*path, "text"), what, _CURE, offset)
        yield from _sentences(module, path, page)
        if page.figure:
            told = tuple(wording.of_figure(page.figure))
            cites = isinstance(page.figure, RangesFigure) or any(map(prose.cited, told))
            if not cites and _figure_states(page.figure, told):
                what = "This figure states something, and nothing in it cites a source."
                yield module.problem((*path, "figure", "caption"), what, _CURE)


def _sentences(module: Written[Module], path: Path, page: Page) -> Iterator[Problem]:
    for where, text in (
        ((*path, "why"), page.why),
        ((*path, "callout", "text"), page.callout and page.callout.text),
    ):
        if not text or (parsed := prose.parse_inline(text)).faults:
            continue
        if not _cites(parsed.inlines) and states(prose.plain(text)):
            yield module.problem(where, "This text states something and cites no source.", _CURE)


def _figure_states(figure: Figure, told: Sequence[str]) -> bool:
    """A caption without a full stop only names what is shown; numbers of people state by nature."""
    *parts, caption = map(prose.plain, told)
    return (
        isinstance(figure, PeopleFigure)
        or any(map(states, parts))
        or (caption.endswith(".") and states(caption))
    )


def _uncited(text: str) -> Iterator[tuple[str, int]]:
    """What is wrong with a block of a text, and where the block begins."""
    led_over = told = False
    at = 0
    parsed = prose.parse(text)
    for block in () if parsed.faults else parsed.blocks:
        items = (block.inlines,) if isinstance(block, prose.Paragraph) else block.items
        words = "\n".join(map(_words, items))
        cites = any(map(_cites, items))
        at = offset_of(words, text, at)
        if not cites and isinstance(block, prose.Paragraph) and states(words):
            yield "This paragraph states something and cites no source.", at
        if isinstance(block, prose.Bullets) and not (cites or led_over):
            # After "Bring these:" the items are what to bring, unless they are sentences.
            lines = words.split("\n")
            if any(states(line) for line in lines if line.endswith(".") or not told):
                yield "Neither this list nor the paragraph before it cites a source.", at
        led_over = cites
        told = words.endswith(":") and bool(_INSTRUCTION.match(_SENTENCE_END.split(words)[-1]))


def _cites(inlines: Sequence[prose.Inline]) -> bool:
    return any(isinstance(each, prose.Cite) for each in inlines)


def _words(inlines: Sequence[prose.Inline]) -> str:
    return "".join(each.text for each in inlines if isinstance(each, prose.Span)).strip()


def states(words: str) -> bool:
    """Whether some words hold a statement that is about the world and not about the course."""
    if _OF_THE_COURSE.search(words):
        return False
    sentences = (each.strip() for each in _SENTENCE_END.split(words))
    return any(
        each and not each.endswith(("?", ":")) and not _INSTRUCTION.match(each)
        for each in sentences
    )
