"""What a course says and where it comes from, as a page that a clinician can go through.

`make claims` writes it: `python -m course.content.claims_table modules docs`. It reads what must be
said from `must-be-said.yaml` in the second folder, and writes `claims.md` there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from course.content import loader, prose
from course.content.carried import Carried, carried
from course.content.loader import Behind
from course.content.model import Claim, Course, Source
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind
from course.content.texts import Line, Part, Row
from course.errors import ContentError, CourseError

MUST, PAGE = "must-be-said.yaml", "claims.md"

_HEAD = """\
# What the course says, and where it comes from

Made by `make claims` from the files of the course "{title}"; do not edit it by hand. A page or a
question is named by its module and its own id, as in `preparation/medicines`, and a danger sign as
in `triage/chest-pain`. A day under "Read again by" is the last one on which a claim or a source is
trusted.
"""


class Must(Part, frozen=True, kw_only=True):
    """A row of the list of what the course must say."""

    says: Line
    left_out: Line | None = None
    """Why the course does not say it, if it does not."""


Rows = Annotated[dict[Row, Must], Meta(min_length=1)]


def must_be_said(folder: Path) -> dict[str, Must]:
    """The list of what the course must say; raises ContentError if its file has faults."""
    document = yaml_reader.read(folder, MUST)
    written: Written[dict[str, Must]] = Written(MUST, document.root, problems=[*document.problems])
    bind(written, Rows)
    if written.value is None:
        raise ContentError(written.problems)
    return written.value


def table(course: Course, behind: Behind, must: dict[str, Must]) -> Iterator[str]:
    """The lines of the page."""
    held = carried(course, behind)
    yield _HEAD.format(title=course.title)
    yield from _of_rows(held, must)
    yield from _of_asks(behind, course)
    yield from _of_signs(held, behind, course.language)
    yield from _of_claims(held, course)
    yield from _of_statements(held, course)
    yield from _of_sources(held, course)
    yield from _of_readings(held, behind)


def _of_rows(held: Carried, must: dict[str, Must]) -> Iterator[str]:
    yield f"## {len(must)} things that must be said\n"
    yield from _rows(
        ("Row", "What must be said", "Danger signs", "Claims", "Pages"),
        (
            (
                f"`{name}`",
                row.says,
                _names(held.signs_covering(name)),
                _names(held.claims_covering(name)),
                row.left_out or _names(held.pages_covering(name)),
            )
            for name, row in must.items()
        ),
    )


def _of_asks(behind: Behind, course: Course) -> Iterator[str]:
    yield f"\n## {len(behind.asks)} questions that patients ask\n"
    yield from _rows(
        ("Question", "Pages that answer it", "On the first screen"),
        (
            (
                ask.ask[course.language],
                _names(
                    f"{module.id}/{page.id}"
                    for module in course.modules
                    for page in module.pages
                    if name in page.answers
                ),
                "yes" if ask.first else "",
            )
            for name, ask in behind.asks.items()
        ),
    )


def _of_signs(held: Carried, behind: Behind, language: str) -> Iterator[str]:
    yield f"\n## {len(behind.signs)} danger signs\n"
    yield from _rows(
        ("Danger sign", "What one notices", "After", "What to do", "Why", "Rests on", "Places"),
        (
            (
                f"`{name}`",
                prose.plain(sign.sign[language]),
                "any shot" if sign.after == "any" else ", ".join(sign.after),
                sign.level,
                prose.plain(sign.why[language]),
                _names(sign.sources),
                _names(held.showing[name]),
            )
            for name, sign in behind.signs.items()
        ),
    )


def _of_claims(held: Carried, course: Course) -> Iterator[str]:
    yield f"\n## {len(course.claims)} claims\n"
    yield from _rows(
        ("Claim", "What it says", "Sources", "Never without", "Places", "Read again by"),
        (
            (
                f"`{name}`",
                _told(claim, course.language),
                _names(claim.sources),
                _names(claim.never_without),
                _names(held.citing(name)),
                _day(claim.review_by),
            )
            for name, claim in course.claims.items()
        ),
    )


def _of_statements(held: Carried, course: Course) -> Iterator[str]:
    yield f"\n## {len(held.statements)} cited statements\n"
    yield from _rows(
        ("Place", "Statement", "Cites", "Sources", "Read again by"),
        (
            (
                f"`{each.place}`",
                each.words,
                _names(each.ids),
                _names(_behind(each.ids, course)),
                _day(min(_days(each.ids, course), default=None)),
            )
            for each in held.statements
        ),
    )


def _of_sources(held: Carried, course: Course) -> Iterator[str]:
    yield f"\n## {len(course.sources)} sources\n"
    yield from _rows(
        (
            "Source", "Title", "By", "Published", "Kind", "Who gains", "Last read",
            "Read again by", "Places",
        ),
        (
            (
                f"`{name}`",
                f"[{source.title}]({source.url})" if source.url else source.title,
                source.authors,
                f"{source.published}, {source.year or 'no year'}",
                source.kind,
                source.interest or "",
                _day(source.checked) or "not read",
                _day(source.review_by),
                _names(held.resting_on(name)),
            )
            for name, source in course.sources.items()
        ),
    )  # fmt: skip


def _of_readings(held: Carried, behind: Behind) -> Iterator[str]:
    yield f"\n## {len(behind.readings)} readings\n"
    yield from _rows(
        ("Source", "For", "Where", "What it says, in our own words", "Read", "How", "Places"),
        (
            (
                f"`{reading.source}`",
                f"`{reading.point}`",
                reading.where,
                reading.says,
                _day(reading.read),
                reading.how,
                _names(held.citing(reading.point)),
            )
            for reading in behind.readings
        ),
    )


def _behind(ids: Iterable[str], course: Course) -> dict[str, None]:
    """The sources of what is cited."""
    claims = course.claims
    named = (claims[each].sources if each in claims else (each,) for each in ids)
    return dict.fromkeys(chain.from_iterable(named))


def _days(ids: tuple[str, ...], course: Course) -> Iterator[date]:
    """The last days on which what is cited is trusted."""
    both: list[Claim | Source] = [course.claims[each] for each in ids if each in course.claims]
    both += [course.sources[each] for each in _behind(ids, course)]
    return (each.review_by for each in both if each.review_by)


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


def main(modules: str, docs: str) -> int:
    """Write the page for the course in a folder; the status is 1 if the course has faults."""
    folder = Path(modules)
    try:
        lines = list(table(loader.load(folder), loader.behind(folder), must_be_said(Path(docs))))
    except CourseError as error:
        print(error, file=sys.stderr)
        return error.status
    (Path(docs) / PAGE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
