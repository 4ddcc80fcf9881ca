"""What a course says and where it comes from, as a page that a clinician can go through.

`make claims` writes it: `python -m course.content.claims_table modules docs/claims.md`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct

from course.content import loader, prose, wording
from course.content.model import Claim, Course, Module
from course.errors import CourseError

_HEAD = """\
# What the course says, and where it comes from

Made by `make claims` from the files of the course "{title}"; do not edit it by hand. A page or a
question is named by its module and its own id, as in `preparation/medicines`. A day under "Read
again by" is the last one on which a claim is trusted.
"""
_SENTENCE = re.compile(r".+?(?:[.!?:][\"'\u201d\u2019)]*(?=\s|$)|$)", re.DOTALL)


class Cited(Struct, frozen=True):
    """What is stated at one place, and the sources or claims that are cited for it, by id."""

    place: str
    words: str
    ids: tuple[str, ...]


def cited_statements(course: Course) -> Iterator[Cited]:
    """Every statement with a citation, in reading order."""
    return chain(chain.from_iterable(map(_of_module, course.modules)), _of_signs(course))


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
        for figure in wording.figures_of(page):
            for text, source in figure.statements:
                yield Cited(place, text, (source,))
    for question in module.questions:
        for text in wording.of_question(question):
            yield from _of_text(f"{module.id}/{question.id}", text)


def _of_signs(course: Course) -> Iterator[Cited]:
    for name, row in course.triage.items():
        words = f"{prose.plain(row.sign)}: {prose.plain(row.why)}"
        yield Cited(f"triage/{name}", words, prose.cited(row.why))


def _of_text(place: str, text: str) -> Iterator[Cited]:
    for block in prose.parse(text).blocks:
        for inlines in (block.inlines,) if isinstance(block, prose.Paragraph) else block.items:
            for words, names in _citing(inlines):
                yield Cited(place, words, names)


def _citing(inlines: Iterable[prose.Inline]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is cited together, with the sentences that have come since the citation before."""
    words = ""
    cites: list[tuple[int, str]] = []
    for each in inlines:
        if isinstance(each, prose.Span):
            words += each.text
        else:
            cites.append((max(len(words.rstrip()), 1), each.id))
    ends = [sentence.end() for sentence in _SENTENCE.finditer(words)]
    together: dict[int, tuple[str, ...]] = {}
    for at, name in cites:
        end = next((end for end in ends if end >= at), len(words))
        together[end] = (*together.get(end, ()), name)
    start = 0
    for end, names in together.items():
        yield " ".join(words[start:end].split()), names
        start = end


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
