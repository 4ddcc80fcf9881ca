"""No number of days for stopping a medicine stands alone.

A time for stopping a medicine is safe to read only beside the rule that a doctor's medicine is
never stopped without that doctor. Claims tie the two together with `never_without`; so where such a
time is named, the page or the question cites one end of such a tie (and `sources.check_company`
sees to it that the other end is there too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from course.content.any_of import any_of
from course.content.checks.draft import ModuleFile
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import MODULE
from course.content.checks.sources import cites_of
from course.content.checks.texts import offset_of, words_in
from course.content.checks.words import Words
from course.content.checks.words.counting import Counts
from course.content.checks.words.phrases import (
    HOW,
    Group,
    Phrases,
    Plain,
    compiled,
    either,
    grammar,
)
from course.content.model import Claim
from course.content.reading import sentences_of
from course.content.source.binding import Text
from course.content.source.nodes import Path
from course.errors import Problem

OfAMedicine = Annotated[
    str,
    Meta(pattern=grammar("medicine"), description=f"{HOW}; {{medicine}} stands for any medicine"),
]


class Medicines(Group, frozen=True, kw_only=True):
    brands: dict[Plain, tuple[Plain, ...]] = {}
    """The other names of each: those that makers sell it under, and those of other countries."""
    names: tuple[Plain, ...] = ()
    """Those with one name alone."""
    endings: tuple[Plain, ...] = ()
    """How names of medicines end, and nothing else does."""
    kinds: Phrases
    """What is said for one without its name, such as "pill"."""
    gone: tuple[Plain, ...] = ()
    """What has such an ending, and is none."""

    @cached_property
    def every(self) -> tuple[str, ...]:
        """Each name that is known."""
        others = (name for names in self.brands.values() for name in names)
        return tuple(dict.fromkeys((*self.brands, *others, *self.names)))

    @cached_property
    def name(self) -> str:
        """A pattern for one by its name."""
        known = rf"(?<![^\W\d_]){any_of(self.every)}\b"
        if not self.endings:
            return f"(?:{known})"
        other = rf"(?<!\w)(?!{any_of(self.gone)}\b)\w{{2,}}(?:{'|'.join(self.endings)})\b"
        return f"(?:{known}|{other})"

    @cached_property
    def any(self) -> str:
        """A pattern for one, by its name or its kind."""
        return f"(?:{either(self.kinds)}|{self.name})"

    @cached_property
    def same(self) -> dict[str, str]:
        """The first name of each, in small letters, by each of its names."""
        found = {each.casefold(): each.casefold() for each in self.every}
        for first, others in self.brands.items():
            found |= {other.casefold(): first.casefold() for other in others}
        return found


class Stop(Group, frozen=True):
    words: Annotated[tuple[OfAMedicine, ...], Meta(min_length=1)]
    """What is said to one who is to go without something."""
    other_words: Phrases
    fillers: Phrases
    other_things: Phrases
    """What else a reader may be asked to go without, behind one of the other words."""


class Stopping(Words, frozen=True):
    """How long someone is to go without a medicine."""

    counts: Counts
    medicines: Medicines
    stopping: Stop

    @cached_property
    def medicine(self) -> re.Pattern[str]:
        """Any medicine."""
        return compiled(self.medicines.any)

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """Any word that says to go without."""
        return compiled(either(self.stopping.words, medicine=self.medicines.any))

    @cached_property
    def stop_else(self) -> re.Pattern[str]:
        """Any that says to go without something other than a medicine."""
        stop = self.stopping
        fillers = f"(?:{either(stop.fillers)} +)*"
        return compiled(f"{either(stop.other_words)} +{fillers}{either(stop.other_things)}")

    @cached_property
    def time(self) -> re.Pattern[str]:
        """So many hours or more."""
        time = self.counts.time("hour", "day", "week", "month")
        return compiled(rf"\b{time}|{self.counts.before}")


@rule(
    "X01",
    "No time for stopping a medicine stands without its rule",
    why=(
        "Who stops a blood thinner on their own may have a stroke. A time to stop "
        "is safe only beside the rule to ask the doctor who gave the medicine."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Stopping,
    bad="""\
# a page
text: One book says to stop your pills two days before. [^book]
""",
    good="""\
# a page
text: Ask your doctor before you stop your pills.
""",
)
def check(module: ModuleFile, words: Stopping) -> Iterator[Problem]:
    """A problem at each time for stopping a medicine on a page, or in a question, without a tie."""
    claims = module.edition.draft.claims
    if claims.problems:
        return  # The tie may be among what cannot be read.
    tied = {
        name
        for path, claim in claims.each(Claim)
        if claim.never_without
        for name in (str(path[0]), *claim.never_without)
    }
    cited = cites_of(module)
    told: dict[Path, list[Text]] = {}
    for text in (*module.texts, *module.exact):
        if len(text.path) > 2:
            told.setdefault(text.path[:2], []).append(text)
    for path, texts in told.items():
        if tied.isdisjoint(cited.get(path, ())) and any(
            words.medicine.search(words_in(t)) for t in texts
        ):
            for text in texts:
                if time := _time_to_stop(text, words):
                    yield module.problem(
                        text.path,
                        "This names a time for stopping a medicine, and no rule stands with it.",
                        "Take the time out, or cite a claim that has never_without and say on the "
                        "same page whom to ask before stopping.",
                        offset_of(time, text.node.text),
                    )


def _time_to_stop(text: Text, words: Stopping) -> str | None:
    for sentence in sentences_of(text.node.text):
        names_one = words.medicine.search(sentence)
        rest = sentence if names_one else words.stop_else.sub("", sentence)
        if words.stop.search(rest) and (time := words.time.search(sentence)):
            return time.group()
    return None
