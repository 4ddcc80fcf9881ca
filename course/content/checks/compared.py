"""A sentence and what was read for it speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from course.content import prose
from course.content.checks.answers import SmallWords
from course.content.checks.cited import cited
from course.content.checks.draft import LanguageDraft
from course.content.checks.points import keeps_readings
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import LANGUAGE
from course.content.model import Reading
from course.content.signs import DangerSign
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

LETTERS = 4
"""Of two words that begin with as many of the same, one is taken for a form of the other."""

_READ = """\
# a page
text: The lake is deep. [^book]
# readings.yaml
- {{source: book, for: book, where: Page 3, says: {says}, read: 2026-11-22, how: full text}}
- {{source: book, for: book, where: Page 1, says: Water is wet., read: 2026-11-22, how: full text}}
"""


class _Resting(Struct, frozen=True):
    """Words that rest on a point, and where they cite it."""

    point: str
    words: frozenset[str]
    file: Written[Any]
    path: Path
    offset: int = 0


@rule(
    "S16",
    "A sentence and the reading that it rests on have a word in common",
    why=(
        "A reading of something else proves nothing. Small words do not count, and a reading is "
        "compared with the sentences of the first language alone."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    words=SmallWords,
    severity="warning",
    bad=_READ.format(says="Boats are fast."),
    good=_READ.format(says="The middle of the lake is deep."),
)
def check_words(edition: LanguageDraft, words: SmallWords) -> Iterator[Problem]:
    """A problem at each citation whose readings share no word with it, and each such reading."""
    draft = edition.draft
    if edition.original is not None or not keeps_readings(draft):
        return
    resting: dict[str, list[_Resting]] = {}
    for each in (*_on_pages(edition, words), *_in_signs(edition, words)):
        resting.setdefault(each.point, []).append(each)
    read: dict[str, list[tuple[Path, frozenset[str]]]] = {}
    for path, reading in draft.readings.each(Reading):
        said = _beginnings(reading.says, words)
        read.setdefault(reading.point, []).append((path, said))
    for point, those in resting.items():
        alone = [
            each
            for each in those
            if point in read and all(each.words.isdisjoint(said) for _, said in read[point])
        ]
        for each in alone:
            what = f'No word of this is in what was read for "{point}".'
            cure = "Cite what says it, or add a reading to readings.yaml that has it."
            yield each.file.problem(each.path, what, cure, each.offset)
        for path, said in read.get(point, ()) if len(alone) < len(those) else ():
            if all(each.words.isdisjoint(said) for each in those):
                what = f'No sentence that rests on "{point}" has a word of this reading.'
                cure = "Say it in the words of the sentence, name what it was read for, or delete "
                yield draft.readings.problem((*path, "says"), what, f"{cure}it.")


def _beginnings(text: str, words: SmallWords) -> frozenset[str]:
    """The first letters of its words, so that "heals" and "healing" meet."""
    return frozenset(word[:LETTERS] for word in words.others_of(text))


def _on_pages(edition: LanguageDraft, words: SmallWords) -> Iterator[_Resting]:
    for module in edition.modules.values():
        for each in cited(module):
            told = _beginnings(f"{each.words} {each.around}", words)
            yield _Resting(each.name, told, module, each.path, each.offset)


def _in_signs(edition: LanguageDraft, words: SmallWords) -> Iterator[_Resting]:
    triage = edition.draft.triage
    for path, sign in triage.each(DangerSign):
        told = (each.get(edition.language, "") for each in (sign.sign, sign.why))
        said = _beginnings(" ".join(map(prose.plain, told)), words)
        for index, name in enumerate(sign.sources):
            yield _Resting(name, said, triage, (*path, "sources", index))
        if str(path[0]) not in sign.sources:
            yield _Resting(str(path[0]), said, triage, (*path, "sign"))
