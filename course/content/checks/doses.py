"""No dose and no number of days of a medicine as an instruction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content.checks.draft import ModuleFile
from course.content.checks.rule import PROJECT, rule
from course.content.checks.safety import Medicines
from course.content.checks.scope import MODULE
from course.content.checks.texts import offset_of, words_in
from course.content.checks.words import Words
from course.content.checks.words.counting import Counts
from course.content.checks.words.phrases import (
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
from course.content.reading import sentences_of
from course.content.source.binding import Text
from course.errors import Problem

Rhythm = Annotated[
    str, Meta(pattern=grammar("n"), description=f"{HOW}; {{n}} stands for any number")
]


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
