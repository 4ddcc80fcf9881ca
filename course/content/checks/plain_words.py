"""Sentences that say who acts, words that people know, and texts with air."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content import prose
from course.content.any_of import any_of
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.reading import Lengths
from course.content.checks.rule import CDC, PEMAT, PLAIN, rule
from course.content.checks.scope import MODULE, TEXT
from course.content.checks.texts import matches, offset_of, parsed, words_in
from course.content.checks.words import Words
from course.content.checks.words.phrases import (
    Group,
    Phrases,
    Plain,
    PlainWords,
    compiled,
    either,
    ends_in,
    folded,
)
from course.content.model import Page, Term
from course.content.source.binding import Text
from course.errors import Problem

MOST_ITEMS = 7


class Passives(Group, frozen=True):
    be: Phrases
    participles: Phrases
    participle_endings: PlainWords
    not_participles: Phrases
    """Words with such an ending that tell how someone is, and not what is done to them."""
    between: Phrases
    between_endings: PlainWords
    """What may stand between the two: words, and the endings of others."""
    by: Phrases
    not_agents: Phrases
    not_agent_endings: PlainWords
    """What may stand behind "by" and is nobody who acts."""
    must_be: Phrases


class Passive(Words, frozen=True):
    """How a sentence hides who acts."""

    passives: Passives

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A passive that names who acts, or one that hides who must act."""
        told = self.passives
        ending = ends_in(told.participle_endings, least=2)
        done = f"(?:(?!{either(told.not_participles)}){ending}|{either(told.participles)})"
        between = f"(?:{ends_in(told.between_endings)}|{either(told.between)})"
        nobody = rf"{either(told.not_agents)}|\d|{ends_in(told.not_agent_endings)}\b"
        return compiled(
            rf"{either(told.be)}\s+(?:{between}\s+)?(?P<done>{done})\s+{either(told.by)}\s+"
            rf"(?!{nobody})|"
            rf"{either(told.must_be)}\s+(?:{ends_in(told.between_endings)}\s+)?"
            rf"(?P<to_do>{done})\b"
        )


class Jargon(Words, frozen=True):
    """Words that patients often do not know."""

    plain: Annotated[dict[Plain, Plain], Meta(min_length=1)]
    """A plainer word for each."""
    known: PlainWords
    """Words that need no explaining, whatever is in them."""

    @cached_property
    def hard(self) -> str:
        """A pattern for any of them, without its ending."""
        return any_of(self.plain)

    def plainer(self, word: str) -> str:
        """What to say for a hard word, however it is written."""
        return self._by_word[folded(word)]

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {folded(word): plainer for word, plainer in self.plain.items()}


@rule(
    "R03",
    "A sentence says who acts",
    why='"The form must be signed" does not say by whom. "Sign the form" does.',
    source=f"{PLAIN}; {PEMAT}; {CDC}",
    severity="warning",
    scope=TEXT,
    words=Passive,
    bad="""\
# a page
text: The form is signed by a nurse. [^book]
""",
    good="""\
# a page
text: A nurse signs the form. [^book]
""",
)
def check_passive(text: Told[Text], words: Passive) -> Iterator[Problem]:
    """A problem at each passive that names who acts behind "by", or hides who must act."""
    if text.it.markup == "exact":
        return
    for found, at in matches(words.pattern, text.it):
        what = f'"{found.group().strip()}" is passive.'
        cure = "Begin with who acts, as in: The nurse signs it."
        yield text.problem(what, cure, offset=at)


@rule(
    "R04",
    "A hard word is in the glossary, or has a plainer one",
    why="People do not ask what a word means; they guess.",
    source=f"{CDC}; {PEMAT}; CDC Everyday Words for Public Health Communication",
    severity="warning",
    scope=MODULE,
    words=Jargon,
    bad="""\
# a page
text: Ask the physician how deep it is.
""",
    good="""\
# a page
text: Ask the doctor how deep it is.
""",
)
def check_jargon(module: ModuleFile, words: Jargon) -> Iterator[Problem]:
    """A problem at each such word that the glossary does not explain."""
    glossary = module.edition.glossary
    if glossary.problems:
        return  # What explains the word may be among what cannot be read.
    explained = [
        form.casefold() for _, term in glossary.each(Term) for form in (term.term, *term.also)
    ]
    known = any_of([*explained, *words.known])
    # A longer term of the glossary hides a hard word inside it.
    pattern = compiled(rf"(?<!\w)(?:{known}|(?P<hard>{words.hard})(?:e?s)?)(?!\w)")
    for text in (*module.texts, *module.exact):
        for found, at in matches(pattern, text):
            if word := found["hard"]:
                what = f'Many people do not know the word "{found.group()}".'
                cure = f"Say: {words.plainer(word)}. Or explain it in the glossary."
                yield module.problem(text.path, what, cure, at)


@rule(
    "R05",
    f"A list has at most {MOST_ITEMS} items",
    why="Few people keep more than seven things in mind. Two short lists are easier.",
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    scope=MODULE,
    bad="""\
# a page
text: |
  Bring these:

  - a cup
  - a jug
  - a can
  - a pot
  - a mug
  - a pan
  - a bag
  - a box
""",
    good="""\
# a page
text: |
  Bring these:

  - a cup
  - a jug
""",
)
def check_lists(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each longer list and checklist."""
    for text in module.texts:
        content = parsed(text)
        for block in content.blocks if isinstance(content, prose.Prose) else ():
            if isinstance(block, prose.Bullets) and len(block.items) > MOST_ITEMS:
                what = f"This list has {len(block.items)} items."
                first = "".join(
                    each.text for each in block.items[0] if isinstance(each, prose.Span)
                )
                at = offset_of(first, text.node.text)
                yield module.problem(text.path, what, _CUT, at)
    for path, page in module.each(Page):
        if page.checklist and len(page.checklist) > MOST_ITEMS:
            what = f"This checklist has {len(page.checklist)} items."
            yield module.problem((*path, "checklist"), what, _CUT)


_CUT = f"Make two lists or two pages of it: at most {MOST_ITEMS}."


@rule(
    "R06",
    "No paragraph is a wall of text",
    why=(
        "A wall of text is skipped. White space and lists let a reader find what matters. The most "
        "words are set for each language: 60 in English, five or six lines on the smallest screen."
    ),
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    scope=TEXT,
    words=Lengths,
    bad="# a page\ntext: >-\n" + "  Ask how deep it is, and go in to see.\n" * 7,
    good="# a page\ntext: Ask how deep it is, and go in to see.\n",
)
def check_walls(text: Told[Text], words: Lengths) -> Iterator[Problem]:
    """A problem at each longer paragraph."""
    at = 0
    for block in () if text.it.markup == "exact" else _paragraphs(text.it):
        at = offset_of(block, text.it.node.text, at)
        if len(block.split()) > words.lengths.paragraph:
            what = f"This paragraph has {len(block.split())} words."
            cure = "Break it with an empty line, or make a list of it."
            yield text.problem(what, cure, offset=at)


def _paragraphs(text: Text) -> Iterator[str]:
    content = parsed(text)
    if content.faults:
        return
    if isinstance(content, prose.Prose):
        for block in content.blocks:
            if isinstance(block, prose.Paragraph):
                yield "".join(each.text for each in block.inlines if isinstance(each, prose.Span))
    else:
        yield words_in(text)
