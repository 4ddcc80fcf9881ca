"""What the statements of a course rest on, and what was read for each.

A *point* is what a citation names: a claim, a source, or a row of the table of danger signs. What a
source says on it is kept in `readings.yaml`, for a reviewer to compare.

A *safety fact* is each danger sign, each claim that a danger sign rests on, and each claim that
another one must never stand without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from course.content.checks.draft import Draft
from course.content.checks.sources import cites_of
from course.content.model import Claim, Reading
from course.content.signs import DangerSign
from course.content.source.binding import Written
from course.content.source.nodes import Path


class Rest(Struct, frozen=True):
    """A source that a point rests on, and where the course says so."""

    source: str
    point: str
    points: frozenset[str]
    """A reading for any of these is one for the point."""
    is_safety: bool
    file: Written[Any]
    path: Path


def rests(draft: Draft) -> Iterator[Rest]:
    """Every source behind a danger sign or a claim, once for each of them."""
    claims = {str(path[0]): claim for path, claim in draft.claims.each(Claim)}
    signs = {str(path[0]): sign for path, sign in draft.triage.each(DangerSign)}
    for name, sign in signs.items():
        points = frozenset({name, *(each for each in sign.sources if each in claims)})
        for index, source in enumerate(sign.sources):
            if source not in draft.claims.entries():
                where: Path = (name, "sources", index)
                yield Rest(source, name, points | {source}, True, draft.triage, where)
    needed = {other for claim in claims.values() for other in claim.never_without}
    for name, claim in claims.items():
        signed = {row for row, sign in signs.items() if name in sign.sources}
        is_safety = bool(signed) or name in needed
        for source, path in sources_of(claim).items():
            points = frozenset({name, *signed})
            yield Rest(source, name, points, is_safety, draft.claims, (name, *path))


def sources_of(claim: Claim) -> dict[str, Path]:
    """The sources of a claim and of the sides of its dispute, and where each is named first."""
    named: dict[str, Path] = {}
    for index, source in enumerate(claim.sources):
        named.setdefault(source, ("sources", index))
    for index, side in enumerate(claim.disagree):
        named.setdefault(side.source, ("disagree", index, "source"))
    return named


def cited_alone(draft: Draft) -> dict[str, tuple[str, str]]:
    """The sources that pages and questions cite themselves; the file and the item that does first.

    Of the edition that the others are translations of.
    """
    found: dict[str, tuple[str, str]] = {}
    for module in draft.original.modules.values() if draft.original else ():
        for path, cites in cites_of(module).items():
            item = module.text(*path, "id") or ""
            for name in cites.keys() & draft.sources.entries().keys():
                found.setdefault(name, (module.file, item))
    return found


def readings(draft: Draft) -> dict[tuple[str, str], list[tuple[Path, Reading]]]:
    """What was read, by the source and the point."""
    found: dict[tuple[str, str], list[tuple[Path, Reading]]] = {}
    for path, reading in draft.readings.each(Reading):
        found.setdefault((reading.source, reading.point), []).append((path, reading))
    return found


def keeps_readings(draft: Draft) -> bool:
    """Whether the course has readings, and all of them can be read."""
    return draft.readings.root is not None and not draft.readings.problems


def all_is_read(draft: Draft) -> bool:
    """Whether every file is sound that could cite something."""
    modules = [module for edition in draft.editions for module in edition.modules.values()]
    files: list[Written[Any]] = [*modules, *draft.shared]
    if not modules or any(each.value is None or each.problems for each in files):
        return False
    return len(modules) == len(draft.editions) * len(draft.course.names("modules"))
