"""A medicine is the one that was read of, and its brand is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content.checks.cited import together
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.points import keeps_readings
from course.content.checks.rested import behind
from course.content.checks.rule import PROJECT, rule
from course.content.checks.safety import Medicines
from course.content.checks.scope import MODULE, TEXT
from course.content.checks.texts import matches
from course.content.checks.words import Words
from course.content.checks.words.phrases import compiled
from course.content.model import Claim
from course.content.source.binding import Text
from course.errors import Problem


class Naming(Words, frozen=True):
    """The names of medicines."""

    medicines: Medicines

    @cached_property
    def name(self) -> re.Pattern[str]:
        """Any of them."""
        return compiled(self.medicines.name)

    @cached_property
    def with_brand(self) -> re.Pattern[str]:
        """A name, and another one behind it in brackets."""
        return compiled(rf"(?P<name>{self.medicines.name}) \((?P<brand>{self.medicines.name})")

    def first(self, name: str) -> str:
        """The name under which one is known that has several."""
        return self.medicines.same.get(name.casefold(), name.casefold())

    def named(self, text: str) -> dict[str, str]:
        """The medicines that a text names, each as it stands there."""
        return {self.first(found.group()): found.group() for found in self.name.finditer(text)}


@rule(
    "S22",
    "A name in brackets behind a medicine is another name of that medicine",
    why="Who takes the one and not the other reads of what is not theirs. People know the brand.",
    source=PROJECT,
    scope=TEXT,
    words=Naming,
    bad="""\
# a page
text: Ask about warfarin (Eliquis).
""",
    good="""\
# a page
text: Ask about warfarin (Coumadin).
""",
)
def check_brands(text: Told[Text], words: Naming) -> Iterator[Problem]:
    """A problem at each pair of names of two medicines."""
    for found, at in matches(words.with_brand, text.it):
        if words.first(found["name"]) != words.first(found["brand"]):
            what = f'"{found["brand"]}" is another medicine than "{found["name"]}".'
            yield text.problem(what, "Write a name of the same one, or name both.", offset=at)


_READ = """\
# a page
text: Ask your doctor before you take {name}. [^book]
# readings.yaml
- {{source: book, for: book, where: p. 3,
  says: Wet hands. A doctor asks about aspirin., read: 2026-11-22, how: page}}
"""


@rule(
    "S20",
    "A medicine that is named stands in what it rests on",
    why=(
        "One name in the place of another turns a rule round. Where the claim, or what was read of "
        "the source, names medicines, the ones that are told are among them, under any of their "
        "names."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Naming,
    bad=_READ.format(name="warfarin"),
    good=_READ.format(name="aspirin"),
)
def check_cited(module: ModuleFile, words: Naming) -> Iterator[Problem]:
    """A problem at the first medicine of a statement that stands in nothing that it rests on."""
    edition = module.edition
    if edition.original is not None or not keeps_readings(edition.draft):
        return
    kept = behind(edition)
    general = {
        str(path[0])
        for path, claim in edition.draft.claims.each(Claim)
        if not words.named((claim.says or {}).get(edition.language, ""))
    }
    for cited, names in together(module):
        if not (told := words.named(cited.words)) or not general.isdisjoint(names):
            continue
        there = words.named("\n".join(text for name in names for text in kept.get(name, ())))
        for first, name in told.items() if there else ():
            if first not in there:
                what = f'"{name}" is in nothing that this rests on ({", ".join(names)}).'
                cure = "Compare it with the source; correct it, or add it to its reading."
                yield module.problem(cited.path, what, cure, cited.offset)
                break
