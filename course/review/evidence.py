"""What stands behind each statement of a course, and what rests on nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from course.content import prose, wording
from course.content.carried import Carried
from course.content.carried import carried as carried_by
from course.content.loader import Behind
from course.content.model import Claim, Course, Reading, Source


class Ground(Struct, frozen=True):
    """A source behind a statement, and what was read there on the point."""

    name: str
    source: Source
    readings: tuple[Reading, ...]


class Statement(Struct, frozen=True):
    """What is stated at a place, and all that it rests on."""

    words: str
    claims: tuple[str, ...]
    """The claims behind it, each in words, with the sides of a dispute."""
    grounds: tuple[Ground, ...]


class Evidence:
    """What stands behind the places of one course."""

    def __init__(self, course: Course, behind: Behind) -> None:
        self._course, self._behind = course, behind
        self._held: Carried = carried_by(course, behind)

    def at(self, place: str) -> list[Statement]:
        """What is stated at a place that is named as in `preparation/medicines`."""
        return [
            self._statement(each.words, each.ids, place.removeprefix("triage/"))
            for each in self._held.statements
            if each.place == place
        ]

    def bare(self) -> Iterator[str]:
        """The pages and questions that cite nothing, and say something."""
        stated = {each.place for each in self._held.statements}
        for module in self._course.modules:
            for page in module.pages:
                has_text = any(True for _ in wording.of_page(page))
                if has_text and f"{module.id}/{page.id}" not in stated:
                    yield f"{module.id}/{page.id}"
            for question in module.questions:
                if f"{module.id}/{question.id}" not in stated and question.kind != "triage":
                    yield f"{module.id}/{question.id}"

    def unread(self) -> Iterator[str]:
        """The sources that nobody has read."""
        return (name for name, each in self._course.sources.items() if each.checked is None)

    def without_reading(self) -> Iterator[tuple[str, str]]:
        """Each point, with a source of it from which nobody kept what it says on that."""
        read = {(each.source, each.point) for each in self._behind.readings}
        for point, source in dict.fromkeys(self._points()):
            signed = (row for row, sign in self._behind.signs.items() if point in sign.sources)
            if not any((source, each) in read for each in (point, *signed)):
                yield point, source

    def _points(self) -> Iterator[tuple[str, str]]:
        for each in self._held.statements:
            for name in each.ids:
                claim = self._course.claims.get(name)
                yield from ((name, source) for source in _sources(claim, name))

    def _statement(self, words: str, ids: tuple[str, ...], sign: str) -> Statement:
        claims, grounds = self._course.claims, []
        for name in ids:
            for source in _sources(claims.get(name), name):
                points = (name, sign)
                read = (r for r in self._behind.readings if r.source == source)
                kept = tuple(r for r in read if r.point in points)
                grounds.append(Ground(source, self._course.sources[source], kept))
        told = (_told(n, claims[n], self._course.language) for n in ids if n in claims)
        return Statement(words, tuple(told), tuple(grounds))


def _sources(claim: Claim | None, name: str) -> tuple[str, ...]:
    """The sources of a claim, those of its dispute among them; of a source, itself."""
    if claim is None:
        return (name,)
    return tuple(dict.fromkeys((*claim.sources, *(side.source for side in claim.disagree))))


def _told(name: str, claim: Claim, language: str) -> str:
    said = [prose.plain(claim.says.get(language, ""))] if claim.says else []
    said += [
        f"{side.source}: {prose.plain(side.says.get(language, ''))}" for side in claim.disagree
    ]
    until = f" (read again by {claim.review_by})" if claim.review_by else ""
    return f"{name}: {' / '.join(said)}{until}" if said else f"{name}{until}"
