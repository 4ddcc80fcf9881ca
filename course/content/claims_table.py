"""What a course says and where it comes from, as a page that a clinician can go through.

`make claims` writes it: `python -m course.content.claims_table modules docs/claims.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct

from course.content import loader, prose, wording
from course.content.model import Claim, Course, Module
from course.content.statements import statements
from course.errors import CourseError

_HEAD = """\
# What the course says, and where it comes from

Made by `make claims` from the files of the course "{title}"; do not edit it by hand. A page or a
question is named by its module and its own id, as in `preparation/medicines`. A day under "Read
again by" is the last one on which a claim is trusted.
"""


class Cited(Struct, frozen=True):
    """What is stated at one place, and the sources or claims that are cited for it, by id."""

    place: str
    words: str
    ids: tuple[str, ...]


def cited_statements(course: Course) -> Iterator[Cited]:
    """Every statement with a citation, in reading order."""
    return chain.from_iterable(map(_of_module, course.modules))


def table(course: Course) -> Iterator[str]:
    """The lines of the page."""
    statements = list(cited_statements(course))
    yield _HEAD.format(title=course.title)
    yield f"## {len(course.claims)} claims\n"
    yield from _rows(
        ("Claim", "What it says", "Sources", "Never without", "Places", "Read again by"),
        (
            (
                f"`{name}`",
                _told(claim, course.language),
                _names(claim.sources),
                _names(claim.never_without),
                _names(dict.fromkeys(each.place for each in statements if name in each.ids)),
                _day(claim.review_by),
            )
            for name, claim in course.claims.items()
        ),
    )
    yield f"\n## {len(statements)} cited statements\n"
    yield from _rows(
        ("Place", "Statement", "Cites", "Sources", "Read again by"),
        (_row(each, course.claims) for each in statements),
    )
    yield f"\n## {len(course.sources)} sources\n"
    yield from _rows(
        ("Source", "Title", "By", "Published", "Kind", "Last read"),
        (
            (
                f"`{name}`",
                f"[{source.title}]({source.url})",
                source.authors,
                f"{source.published}, {source.year or 'no year'}",
                source.kind,
                _day(source.checked),
            )
            for name, source in course.sources.items()
        ),
    )


def _of_module(module: Module) -> Iterator[Cited]:
    for page in module.pages:
        place = f"{module.id}/{page.id}"
        for text in wording.of_page(page):
            yield from _of_text(place, text)
        if page.figure is not None:
            for text, source in page.figure.statements:
                yield Cited(place, text, (source,))
    for question in module.questions:
        for text in wording.of_question(question):
            yield from _of_text(f"{module.id}/{question.id}", text)


def _of_text(place: str, text: str) -> Iterator[Cited]:
    for each in statements(text):
        yield Cited(place, each.words, each.ids)


def _row(cited: Cited, claims: dict[str, Claim]) -> tuple[str, ...]:
    behind = chain.from_iterable(
        claims[name].sources if name in claims else (name,) for name in cited.ids
    )
    days = [day for name in cited.ids if name in claims and (day := claims[name].review_by)]
    return (
        f"`{cited.place}`",
        cited.words,
        _names(cited.ids),
        _names(dict.fromkeys(behind)),
        _day(min(days, default=None)),
    )


def _told(claim: Claim, language: str) -> str:
    told = [prose.plain(claim.says[language])] if claim.says else []
    told += [f"{side.source}: {prose.plain(side.says[language])}" for side in claim.disagree]
    return "<br>".join(told)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main(folder: str, page: str) -> int:
    """Write the page for the course in a folder; the status is 1 if the course has faults."""
    try:
        lines = list(table(loader.load(Path(folder))))
    except CourseError as error:
        print(error, file=sys.stderr)
        return error.status
    Path(page).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
