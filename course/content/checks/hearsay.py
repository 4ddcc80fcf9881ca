"""What is told on sites for the public is told as what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content.checks.cited import cited
from course.content.checks.draft import Draft, ModuleFile, Told
from course.content.checks.points import sources_of
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, MODULE, TEXT
from course.content.checks.texts import offset_of, parsed
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, compiled, either
from course.content.model import Claim, Source
from course.content.prose import Cite
from course.content.reading import sentences_of
from course.content.signs import DangerSign
from course.content.source.binding import Text
from course.errors import Problem


class Hearsay(Words, frozen=True):
    """How a sentence says that it only tells what can be read somewhere."""

    hearsay: Phrases

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them."""
        return compiled(either(self.hearsay))


class OneOfThem(Words, frozen=True):
    """What a sentence begins with that tells of one source among others."""

    one_source: Phrases

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them, at the start of a sentence."""
        return compiled(rf"\W*{either(self.one_source)}")


_SITE = """\
# sources.yaml
site:
  title: All about lakes
  authors: Health Site
  published: Health Site
  year: 2018
  kind: article
  url: https://example.org/site
  checked: 2026-11-22
# a page
text: {text} [^site]
"""


@rule(
    "S17",
    "What rests on an article for the public is told as what some sites say",
    why=(
        "Such articles cite little, change without notice and contradict each other. They may say "
        "what a reader will meet elsewhere, and what is to be corrected, but carry no fact."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Hearsay,
    bad=_SITE.format(text="The lake is deep."),
    good=_SITE.format(text="Some health sites call the lake deep."),
)
def check_articles(module: ModuleFile, words: Hearsay) -> Iterator[Problem]:
    """A problem at each citation of an article whose sentence does not say so."""
    articles = _articles(module.edition.draft)
    for each in cited(module):
        if each.name in articles and not words.pattern.search(f"{each.words} {each.around}"):
            what = f'"{each.name}" is an article for the public, and this is told as a fact.'
            cure = "Cite a better source, or tell it as what some health sites say."
            yield module.problem(each.path, what, cure, each.offset)


@same_rule("S17", scope=COURSE)
def check_signs(draft: Draft) -> Iterator[Problem]:
    """A problem at each danger sign that rests on an article."""
    articles = _articles(draft)
    for path, sign in draft.triage.each(DangerSign):
        for index, name in enumerate(sign.sources):
            if name in articles:
                what = f'"{name}" is an article for the public, and carries no danger sign.'
                cure = "Name a better source."
                yield draft.triage.problem((*path, "sources", index), what, cure)


def _articles(draft: Draft) -> set[str]:
    """The sources that are articles, and the claims that rest on nothing else."""
    found = {str(path[0]) for path, each in draft.sources.each(Source) if each.kind == "article"}
    claims = {str(path[0]): set(sources_of(claim)) for path, claim in draft.claims.each(Claim)}
    return found | {name for name, sources in claims.items() if sources <= found}


@rule(
    "S18",
    'No sentence begins with "One source" where only one is named',
    why="The reader asks what the other sources say. A single source is told by its kind and name.",
    source=PROJECT,
    scope=TEXT,
    words=OneOfThem,
    bad="""\
# a page
text: One source says that the lake is deep. [^book]
""",
    good="""\
# a page
text: A book says that the lake is deep. [^book]
""",
)
def check_one(text: Told[Text], words: OneOfThem) -> Iterator[Problem]:
    """A problem at each such sentence in a text that cites fewer than two sources."""
    cites = () if text.it.markup == "exact" else parsed(text.it).inlines
    if len({each.id for each in cites if isinstance(each, Cite)}) > 1:
        return
    at = 0
    for sentence in sentences_of(text.it.node.text):
        if found := words.pattern.match(sentence):
            at = offset_of(sentence, text.it.node.text, at)
            what = f'This begins with "{found.group().strip()}", and no second source is named.'
            cure = "Say what kind of source it is, such as a hospital, or name the other one too."
            yield text.problem(what, cure, offset=at)
            at += 1
