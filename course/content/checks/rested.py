"""What a citation rests on, in words: what its claim says, and what was read for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from course.content import prose
from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.points import sources_of
from course.content.model import Claim, Reading
from course.content.signs import DangerSign


def behind(edition: LanguageDraft) -> Mapping[str, tuple[str, ...]]:
    """For each source, claim and danger sign, all that is kept of what stands behind it."""
    if edition.behind is None:
        edition.behind = _behind(edition.draft, edition.language)
    return edition.behind


def _behind(draft: Draft, language: str) -> dict[str, tuple[str, ...]]:
    by_point: dict[tuple[str, str], list[str]] = {}
    by_source: dict[str, list[str]] = {}
    for _, reading in draft.readings.each(Reading):
        by_point.setdefault((reading.source, reading.point), []).append(reading.says)
        by_source.setdefault(reading.source, []).append(reading.says)

    def read(sources: Iterable[str], points: Iterable[str]) -> Iterator[str]:
        wanted = [*points]
        for source in sources:
            for point in (*wanted, source):
                yield from by_point.get((source, point), ())

    found = {name: (*by_source.get(name, ()),) for name in draft.sources.entries()}
    rows = {str(path[0]): row for path, row in draft.triage.each(DangerSign)}
    for path, claim in draft.claims.each(Claim):
        name = str(path[0])
        told = [claim.says or {}, *(side.says for side in claim.disagree)]
        said = [prose.plain(each[language]) for each in told if language in each]
        points = [name, *(row for row, sign in rows.items() if name in sign.sources)]
        found[name] = (*said, *read(sources_of(claim), points))
    for name, row in rows.items():
        claims = (said for each in row.sources for said in found.get(each, ()))
        found[name] = (*read(row.sources, (name,)), *claims)
    return found
