"""What each statement rests on was read, and a reviewer can compare what it says."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft
from course.content.checks.examples import TIED, paper
from course.content.checks.points import (
    all_is_read,
    cited_alone,
    keeps_readings,
    readings,
    rests,
    sources_of,
)
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import COURSE
from course.content.model import Claim, Reading, Source
from course.content.signs import DangerSign
from course.content.source.spelling import suggest
from course.errors import Problem

_DEEP = "# a page\ntext: The lake is deep. [^deep]\n"
_CLAIM = "# claims.yaml\ndeep:\n  sources: [book]\n"
_READ = """\
- {source: book, for: book, where: Page 1, says: Water is wet., read: 2026-11-22, how: full text}
"""
_BOOK_READ = "# readings.yaml\n" + _READ
_DEEP_READ = """\
- {source: book, for: deep, where: Page 3, says: It is deep., read: 2026-11-22, how: full text}
"""
_SHORE_READ = """\
- {source: book, for: shore, where: Page 4, says: Stay near it., read: 2026-11-22, how: full text}
"""
_SAFE = "# a page\ntext: The lake is deep. [^deep] Stay near the shore. [^shore]\n" + TIED


@rule(
    "S11",
    "What a safety fact rests on was read for it",
    why=(
        "Nobody may be told what is safe from a source that no one has opened. A safety fact is a "
        "danger sign, a claim that a danger sign rests on, or one that another claim must never "
        "stand without. Readings are asked for in a course that keeps them."
    ),
    source=PROJECT,
    scope=COURSE,
    bad=_SAFE + _BOOK_READ + _DEEP_READ,
    good=_SAFE + _BOOK_READ + _DEEP_READ + _SHORE_READ,
)
def check_safety(draft: Draft) -> Iterator[Problem]:
    """A problem at each source of a safety fact that nobody has read, or not for that fact."""
    unread = {str(path[0]) for path, source in draft.sources.each(Source) if source.checked is None}
    read, keeps = readings(draft), keeps_readings(draft)
    for rest in rests(draft):
        if not rest.is_safety or rest.source not in draft.sources.entries():
            continue
        if rest.source in unread:
            what = f'Nobody has read "{rest.source}", and "{rest.point}" is a safety fact.'
            cure = "Read it and set its day, or name a source that was read."
        elif keeps and not any((rest.source, point) in read for point in rest.points):
            what = f'"{rest.point}" is a safety fact, and no reading says what it has from here.'
            cure = f'Read "{rest.source}", and add to readings.yaml what it says for {rest.point}.'
        else:
            continue
        yield rest.file.problem(rest.path, what, cure)


@rule(
    "S12",
    "Each citation has a reading",
    why=(
        "A reviewer can compare a sentence with its source only where someone has kept what the "
        "source says on that point. A course that keeps readings keeps them for all that it cites."
    ),
    source=PROJECT,
    scope=COURSE,
    severity="warning",
    bad=_DEEP + _CLAIM + _BOOK_READ,
    good=_DEEP + _CLAIM + _BOOK_READ + _DEEP_READ,
)
def check_each(draft: Draft) -> Iterator[Problem]:
    """A problem at each source of a claim, and each one that is cited alone, without a reading."""
    if not keeps_readings(draft):
        return
    read = readings(draft)
    for rest in rests(draft):
        known = rest.source in draft.sources.entries()
        if known and not rest.is_safety and (rest.source, rest.point) not in read:
            what = f'No reading says what "{rest.point}" has from "{rest.source}".'
            cure = f"Read it, and add to readings.yaml what it says for {rest.point}."
            yield rest.file.problem(rest.path, what, cure)
    for name, (file, item) in cited_alone(draft).items():
        if (name, name) not in read:
            where = draft.sources.entries()[name].key
            what = f'"{item}" in {file} cites "{name}", and no reading says what it has from there.'
            cure = f"Read it, and add to readings.yaml what it says, for {name}."
            yield draft.sources.problem_at(where.line, where.column, what, cure)


@rule(
    "S13",
    "A reading is of a source, and for what is cited",
    why="A reading under a name that is misspelt is found by nobody.",
    scope=COURSE,
    bad=_BOOK_READ.replace("source: book", "source: boook") + _READ,
    good=_BOOK_READ,
)
def check_names(draft: Draft) -> Iterator[Problem]:
    """A problem at each name in a reading that is not there."""
    sources, claims, signs = draft.sources, draft.claims, draft.triage
    if not (sources.readable and claims.readable and signs.readable):
        return
    points = [*draft.citable, *signs.entries()]
    for path, reading in draft.readings.each(Reading):
        if reading.source not in sources.entries():
            what = f'There is no source "{reading.source}".'
            cure = suggest(reading.source, sources.entries(), "in sources.yaml")
            yield draft.readings.problem((*path, "source"), what, cure)
        if reading.point not in points:
            what = f'There is no source, claim or danger sign "{reading.point}".'
            cure = suggest(reading.point, points, "in sources.yaml, claims.yaml or triage.yaml")
            yield draft.readings.problem((*path, "for"), what, cure)


@rule(
    "S14",
    "Each reading belongs to something that is cited",
    why="What nothing rests on any more is in the way of whoever compares.",
    source=PROJECT,
    scope=COURSE,
    severity="warning",
    bad=_DEEP
    + paper()
    + "# a page\nid: other\ntitle: The paper\ntext: Paper gets wet. [^paper]\n"
    + _CLAIM
    + _BOOK_READ
    + _DEEP_READ
    + """\
- {source: paper, for: paper, where: Page 1, says: It gets wet., read: 2026-11-22, how: page}
- {source: paper, for: deep, where: Page 1, says: It is deep., read: 2026-11-22, how: page}
""",
    good=_DEEP + _CLAIM + _BOOK_READ + _DEEP_READ,
)
def check_used(draft: Draft) -> Iterator[Problem]:
    """A problem at each reading of a source that its point does not rest on."""
    if not all_is_read(draft):
        return
    used = {(name, name) for name in cited_alone(draft)}
    claims = {str(path[0]): claim for path, claim in draft.claims.each(Claim)}
    used |= {(source, name) for name, claim in claims.items() for source in sources_of(claim)}
    for path, sign in draft.triage.each(DangerSign):
        for named in sign.sources:
            behind = sources_of(claims[named]) if named in claims else (named,)
            used |= {(source, point) for source in behind for point in (str(path[0]), named)}
    citable = {*draft.citable, *draft.triage.entries()}
    for path, reading in draft.readings.each(Reading):
        known = reading.source in draft.sources.entries() and reading.point in citable
        if known and (reading.source, reading.point) not in used:
            what = f'Nothing rests on "{reading.source}" for "{reading.point}".'
            cure = "Cite it there, name what it was read for, or delete the reading."
            yield draft.readings.problem((*path, "for"), what, cure)


_PAPER_READ = (
    "# a page\ntext: The lake is deep. [^paper]\n"
    + _BOOK_READ
    + """\
- {source: paper, for: paper, where: Page 2, says: It is deep., read: 2026-11-20, how: abstract}
"""
)


@rule(
    "S15",
    "A source was last checked on the day of its latest reading",
    why="Two days for one thing: nobody knows which of them is true.",
    scope=COURSE,
    bad=paper(checked="2026-11-22") + _PAPER_READ,
    good=paper(checked="2026-11-20") + _PAPER_READ,
)
def check_days(draft: Draft) -> Iterator[Problem]:
    """A problem at the day of a source that is not that of its latest reading."""
    if draft.readings.problems:
        return
    latest: dict[str, Reading] = {}
    for _, reading in draft.readings.each(Reading):
        before = latest.get(reading.source)
        if before is None or before.read < reading.read:
            latest[reading.source] = reading
    for path, source in draft.sources.each(Source):
        last = latest.get(str(path[0]))
        if last is not None and source.checked != last.read:
            what = f"The latest reading of this source is of {last.read}."
            yield draft.sources.problem((*path, "checked"), what, f"Write checked: {last.read}.")
