"""Danger signs with whom to call, and no promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content import prose, wording
from course.content.checks.draft import Told
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.scope import PAGE, TEXT
from course.content.checks.texts import offset_of
from course.content.checks.words import Words
from course.content.checks.words.phrases import (
    ANY_WORD,
    HOW,
    Group,
    Phrases,
    compiled,
    either,
    grammar,
)
from course.content.model import Page
from course.content.reading import sentences_of
from course.content.source.binding import Text
from course.errors import Problem

Promise = Annotated[
    str, Meta(pattern=grammar("word"), description=f"{HOW}; {{word}} stands for any word")
]


class Danger(Words, frozen=True):
    """Danger signs, and whom to call."""

    danger_signs: Phrases
    emergency_help: Phrases
    call_signs: Phrases
    """Signs for which a call is soon enough."""
    call_help: Phrases
    not_now: Phrases
    """What stands before a sign that nobody has."""

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """Any danger sign."""
        return compiled(either(self.danger_signs))

    @cached_property
    def help(self) -> re.Pattern[str]:
        """Any help that is there at once."""
        return compiled(either(self.emergency_help))

    @cached_property
    def sign_to_call(self) -> re.Pattern[str]:
        """Any sign for which a call is soon enough."""
        return compiled(either(self.call_signs))

    @cached_property
    def call(self) -> re.Pattern[str]:
        """Any help that a call brings, or that is there at once."""
        return compiled(either([*self.call_help, *self.emergency_help]))

    @cached_property
    def away(self) -> re.Pattern[str]:
        """What ends right before a sign that nobody has."""
        return compiled(rf"{either(self.not_now)}(?: +\w+)? +$")

    def first(self, signs: re.Pattern[str], words: str) -> str | None:
        """The first of some signs that somebody may have, as a text names it."""
        for found in signs.finditer(words):
            if not self.away.search(words[: found.start()]):
                return found.group()
        return None


class Promises(Group, frozen=True):
    words: Annotated[tuple[Promise, ...], Meta(min_length=1)]
    none: Phrases
    """What promises that there is none of something, at the end of a sentence."""
    at_all: Phrases
    """What may follow it there."""
    denials: Phrases


class Promising(Words, frozen=True):
    """What promises."""

    promises: Promises

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """Any promise."""
        told = self.promises
        none = f"{either(told.none)}(?= +{either(told.at_all)}|[.!])"
        return compiled(rf"{either(told.words, word=ANY_WORD)}|{none}")

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """What takes a promise back, before it."""
        return compiled(either(self.promises.denials))


@rule(
    "X02",
    "A page with a danger sign says to get emergency help",
    why=(
        "Who has the sign must not look for what to do on another page. The number itself is the "
        "clinic's setting, so a page names the help and not the number."
    ),
    source=f"{PROJECT}; {PEMAT}",
    scope=PAGE,
    words=Danger,
    bad="""\
# a page
text: Do you have chest pain? Ask what it may be.
""",
    good="""\
# a page
text: Do you have chest pain? Get emergency help now.
""",
)
def check_red_flags(page: Told[Page], words: Danger) -> Iterator[Problem]:
    """A problem at the first sign of a page that does not say what to do for it."""
    told = " ".join([page.it.title, *map(prose.plain, wording.of_page(page.it))])
    shown = page.it.triage
    if words.help.search(told) or (shown and shown.level == "emergency"):
        return
    may_call = shown is not None or bool(words.call.search(told))
    for text in page.texts():
        if text.markup == "exact":
            continue
        said = prose.plain(text.node.text)
        if sign := words.first(words.sign, said):
            what = f'This page names a danger sign ("{sign}"), and no emergency help.'
            cure = 'Say on the same page: "Get emergency help now.", or whom to call.'
        elif not may_call and (sign := words.first(words.sign_to_call, said)):
            what = f'This page names a danger sign ("{sign}"), and not whom to call.'
            cure = 'Say on the same page whom to call, as in "Call the clinic today."'
        else:
            continue
        yield page.file.problem(text.path, what, cure, offset_of(sign, text.node.text))
        return


@rule(
    "X04",
    "Nothing promises",
    why='No treatment is sure. "Cure", "painless" or "no risk" leads people to choose badly.',
    source=f"{PROJECT}; {PEMAT}",
    scope=TEXT,
    words=Promising,
    bad="""\
# a page
text: Water cures thirst. [^book]
""",
    good="""\
# a page
text: Water may ease thirst. [^book]
""",
)
def check_promises(text: Told[Text], words: Promising) -> Iterator[Problem]:
    """A problem at each promise outside of wrong answers, unless its sentence denies it."""
    if text.it.markup == "exact":
        return
    for sentence in sentences_of(text.it.node.text):
        found = words.promise.search(sentence)
        if found and not words.denied.search(sentence[: found.start()]):
            what = f'This promises: "{found.group()}".'
            cure = "Say what was seen, in how many, and that nobody can promise it."
            yield text.problem(what, cure, offset=offset_of(found.group(), text.it.node.text))
