"""Sources and claims that are used, read again in time, and told from two sides."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from course.content.checks.rule import CDC, PROJECT, rule
from course.content.checks.sources import Claims, Sources, cites_of
from course.content.model import Claim, Module, Source
from course.content.source.binding import Written
from course.errors import Problem

OLD = 730
"""The days after which a source is to be read again."""


@rule(
    "S07",
    "Each source and each claim is used",
    why="What nothing cites is out of date one day, and nobody notices.",
    source=PROJECT,
    severity="warning",
    bad="""\
# claims.yaml
deep:
  says: {en: The lake is deep.}
  sources: [book]
""",
    good="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  says: {en: The lake is deep.}
  sources: [book]
""",
)
def check_used(
    sources: Sources, claims: Claims, modules: Iterable[Written[Module]]
) -> Iterator[Problem]:
    """A problem at each source that no page, question or claim names, and each claim likewise."""
    written: list[Written[Any]] = list(modules)
    if not written or any(
        each.value is None or each.problems for each in [*written, sources, claims]
    ):
        return
    used = {name for module in written for cites in cites_of(module).values() for name in cites}
    for _, claim in claims.each(Claim):
        used |= {*claim.sources, *claim.never_without, *(side.source for side in claim.disagree)}
    for entries, file, kind in (
        (sources.entries(), sources, "source"),
        (claims.entries(), claims, "claim"),
    ):
        for name, entry in entries.items():
            if name not in used:
                what = f'Nothing cites the {kind} "{name}".'
                cure = f"Cite it where it is told, or delete the {kind}."
                yield file.problem_at(entry.key.line, entry.key.column, what, cure)


_BOOK = """\
# sources.yaml
paper:
  title: The paper of water
  authors: Wells A
  published: Example Press
  year: 2018
  kind: review
  url: https://example.org/paper
  checked: {checked}
# a page
text: The lake is deep. [^paper]
"""


@rule(
    "S08",
    "Each source was read, by someone, within two years",
    why=(
        "A page on the web changes or goes away. A day that has not come yet, or from before the "
        "source was published, shows that nobody has read it."
    ),
    source=f"{CDC}; findings of this project",
    severity="warning",
    bad=_BOOK.format(checked="2017-05-01"),
    good=_BOOK.format(checked="2026-11-22"),
)
def check_read(sources: Sources, today: datetime.date) -> Iterator[Problem]:
    """A problem at each day under `checked` that cannot be, or lies long back."""
    for path, source in sources.each(Source):
        day = source.checked
        if day > today:
            what = f"This day has not come yet: {day}."
            cure = "Write the day on which someone last read the source."
        elif source.year and day.year < source.year:
            what = f"The source was read in {day.year}, and came out in {source.year}."
            cure = "Read it, and write that day."
        elif (today - day).days > OLD:
            what = f"Nobody has read this source since {day}."
            cure = "Read it again, mend what has changed, and write the new day."
        else:
            continue
        yield sources.problem((*path, "checked"), what, cure)


@rule(
    "S10",
    "A claim that sources dispute has sides from two sources",
    why="One side is no dispute: the reader is told of a disagreement and sees only one view.",
    source=PROJECT,
    bad="""\
# a page
text: The lake is deep. [^how-deep]
# claims.yaml
how-deep:
  sources: [book]
  disagree:
    - {source: book, says: {en: It is deep.}}
""",
    good="""\
# a page
text: The lake is deep. [^how-deep]
# claims.yaml
how-deep:
  sources: [book]
""",
)
def check_disputes(claims: Claims) -> Iterator[Problem]:
    """A problem at each dispute with a single side."""
    for path, claim in claims.each(Claim):
        if claim.disagree and len({side.source for side in claim.disagree}) < 2:
            what = "Only one source stands in this dispute."
            cure = 'Add what another source says, or delete "disagree".'
            yield claims.problem((*path, "disagree"), what, cure)
