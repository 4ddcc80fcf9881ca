"""Danger signs with whom to call, no dose as an instruction, and no promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content import prose, wording
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.safety import Medicines
from course.content.checks.scope import MODULE, PAGE, TEXT
from course.content.checks.texts import offset_of, words_in
from course.content.checks.words import Words
from course.content.checks.words.counting import Counts
from course.content.checks.words.phrases import (
    ANY_WORD,
    HOW,
    Group,
    Phrases,
    PlainWords,
    compiled,
    either,
    ends_in,
    grammar,
)
from course.content.kinds.piece import Piece
from course.content.model import Page
from course.content.reading import sentences_of
from course.content.source.binding import Text
from course.errors import Problem

Rhythm = Annotated[
    str, Meta(pattern=grammar("n"), description=f"{HOW}; {{n}} stands for any number")
]
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


class Doses(Group, frozen=True):
    units: Phrases
    weights: Phrases
    """Units of which nothing but a medicine is counted."""
    occasions: Phrases
    """What is counted as well, and is no dose: "three times"."""
    rhythms: Annotated[tuple[Rhythm, ...], Meta(min_length=1)]
    during: Phrases
    """Before a time that something lasts."""
    more: Phrases
    before: Phrases
    """Behind the time from which on something is stopped."""


class Directions(Group, frozen=True):
    do: Phrases
    """What is done with a medicine."""
    do_at_once: Phrases
    """Likewise, but only where a sentence begins with it."""
    stop: Phrases
    lead_ins: Phrases
    """What stands before such a word in the middle of a sentence that tells to do it."""
    readers: Phrases
    may: Phrases
    adverbs: Phrases
    adverb_endings: PlainWords
    them: Phrases
    """What is done with a medicine that was named before."""
    not_them: Phrases

    def told_to(self, verbs: Phrases, at_once: Phrases = ()) -> re.Pattern[str]:
        """Where the reader is told to do it."""
        start = rf"(?:^\W*|,\s+|{either(self.lead_ins)}\s+){either([*verbs, *at_once])}"
        adverb = f"(?:{ends_in(self.adverb_endings)}|{either(self.adverbs)})"
        said = rf"{either(self.readers)}\s+{either(self.may)}\s+(?:{adverb}\s+)?{either(verbs)}"
        return compiled(f"{start}|{said}")


class Dosing(Words, frozen=True):
    """How much of a medicine, and how long, someone is to take or to leave out."""

    counts: Counts
    medicines: Medicines
    doses: Doses
    directions: Directions
    says: Phrases
    advises: Phrases

    @cached_property
    def medicine(self) -> re.Pattern[str]:
        """Any medicine."""
        return compiled(self.medicines.any)

    @cached_property
    def how_much(self) -> re.Pattern[str]:
        """A dose, or how often or how long it is taken."""
        doses, counts = self.doses, self.counts
        not_a_unit = f"(?!{either(doses.occasions)}|{counts.times.of()})"
        units = rf"(?:mg|mcg|\u00b5g|g|ml|{either([*doses.weights, *doses.units])})"
        amount = rf"\b{counts.number}\s*(?:{not_a_unit}[^\W\d_]+ )?{units}\b"
        several = rf"\b(?!(?:19|20)\d\d\b){counts.number} +{self.medicines.name}"
        rhythm = either(doses.rhythms, n=counts.count)
        more = f"(?:{either(doses.more)} +)?"
        lasting = (
            f"{either(doses.during)} +{counts.time('hour', 'day', 'week', 'month', more=more)}"
        )
        return compiled(f"{amount}|{several}|{rhythm}|{lasting}")

    @cached_property
    def before(self) -> re.Pattern[str]:
        """So long before."""
        time = self.counts.time("hour", "day", "week", "month")
        return compiled(rf"\b{time} +{either(self.doses.before)}|{self.counts.before}")

    @cached_property
    def weighed(self) -> re.Pattern[str]:
        """An amount of a medicine, whatever its name."""
        return compiled(rf"\d\s*(?:mg|mcg|\u00b5g|{either(self.doses.weights)})\b")

    @cached_property
    def do(self) -> re.Pattern[str]:
        """Where the reader is told to do something with a medicine."""
        return self.directions.told_to(self.directions.do, self.directions.do_at_once)

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """Where the reader is told to stop."""
        return self.directions.told_to(self.directions.stop)

    @cached_property
    def them(self) -> re.Pattern[str]:
        """Something done with what was named before."""
        told = self.directions
        return compiled(f"(?!{either(told.not_them)}){either(told.them)}")

    @cached_property
    def source_says(self) -> re.Pattern[str]:
        """What makes a sentence one that tells what a source says."""
        return compiled(either([*self.says, *self.advises]))


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
    "X03",
    "No dose and no number of days of a medicine is an instruction",
    why=(
        "The course cannot see the chart. A dose that is right for one person harms another. What "
        "a source says may be told as that; what the reader is to do comes from the clinic."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Dosing,
    bad="""\
# a page
text: Take two pills of aspirin every four hours. [^book]
""",
    good="""\
# a page
text: Ask which pain medicine you may take. Read how much on its label.
""",
)
def check_doses(module: ModuleFile, words: Dosing) -> Iterator[Problem]:
    """A problem at each dose or time in a sentence that tells the reader to take or stop."""
    wrong = {
        (*path, key)
        for path, piece in module.each(Piece)
        for key in piece.on_card
        if piece.is_wrong
    }
    for text in (*module.texts, *module.exact):
        if text.path in wrong or text.path[-1] in ("ask", "alt", "title"):
            continue
        for sentence in sentences_of(text.node.text):
            amount = words.do.search(sentence) and words.how_much.search(sentence)
            amount = amount or (words.stop.search(sentence) and words.before.search(sentence))
            if not amount or words.source_says.search(sentence):
                continue
            if _of_a_medicine(sentence, text, words):
                what = f'This tells the reader how much or how long ("{amount.group()}").'
                cure = "Take it out, and send the reader to the clinic or the label."
                at = offset_of(sentence, text.node.text)
                yield module.problem(text.path, what, cure, at)


def _of_a_medicine(sentence: str, text: Text, words: Dosing) -> bool:
    """Whether a sentence speaks of a medicine, or of "them" where its text names one."""
    if words.medicine.search(sentence) or words.weighed.search(sentence):
        return True
    return bool(words.them.search(sentence) and words.medicine.search(words_in(text)))


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
