"""A number stands in what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import prose
from course.content.checks.amounts import Amounts
from course.content.checks.cited import together
from course.content.checks.draft import LanguageDraft, ModuleFile
from course.content.checks.points import keeps_readings
from course.content.checks.rested import behind
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import LANGUAGE, MODULE
from course.content.signs import DangerSign
from course.errors import Problem

_EVERY = (1, 100)
"""One, and the number of which people are counted: no source need say them."""
_CURE = "Compare it with the source; correct it, or add to its reading what the source says."
_READ = """\
# a page
text: It takes your hands {time}. [^book]
# readings.yaml
- {{source: book, for: book, where: p. 3,
  says: Wet hands. It takes 2 hours., read: 2026-11-22, how: page}}
"""


@rule(
    "S19",
    "A number stands in what it rests on",
    why=(
        "A wrong number looks as sure as a right one. Each number in digits, and each time, is "
        "looked for in what the claim says and in what was read for it; it may be rounded, be a "
        "per cent of 100, or be told in another unit of time."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Amounts,
    bad=_READ.format(time="2 days"),
    good=_READ.format(time="120 minutes"),
)
def check_cited(module: ModuleFile, words: Amounts) -> Iterator[Problem]:
    """A problem at the first number of a statement that stands in nothing that it rests on."""
    edition = module.edition
    if edition.original is not None or not keeps_readings(edition.draft):
        return
    kept = behind(edition)
    for cited, names in together(module):
        texts = [text for name in names for text in kept.get(name, ())]
        if found := _missing(cited.words, texts, words):
            what = f'"{found}" is in nothing that this rests on ({", ".join(names)}).'
            yield module.problem(cited.path, what, _CURE, cited.offset)


@same_rule("S19", scope=LANGUAGE, words=Amounts)
def check_signs(edition: LanguageDraft, words: Amounts) -> Iterator[Problem]:
    """A problem at the first number of a danger sign that stands in nothing that it rests on."""
    draft, language = edition.draft, edition.language
    if edition.original is not None or not keeps_readings(draft):
        return
    kept = behind(edition)
    for path, row in draft.triage.each(DangerSign):
        for key, told in (("sign", row.sign), ("short", row.short), ("why", row.why)):
            said = prose.plain((told or {}).get(language, ""))
            if found := _missing(said, kept.get(str(path[0]), ()), words):
                what = f'"{found}" is in nothing that this sign rests on.'
                yield draft.triage.problem((*path, key, language), what, _CURE)


def _missing(said: str, texts: list[str] | tuple[str, ...], words: Amounts) -> str | None:
    """The first amount of a text that is in none of some others; None where there are none."""
    if not texts:
        return None
    there = [amount for text in texts for amount in words.all_of(text)]
    for amount in words.of(said):
        if amount.number not in _EVERY and not amount.is_in(there):
            return amount.said
    return None
