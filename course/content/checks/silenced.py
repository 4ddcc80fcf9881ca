"""`silenced.yaml`: findings that an author has looked at and lets stand, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Annotated

from msgspec import Meta

from course.content.checks.rule import RULES, declare
from course.content.checks.signed import SIGNED
from course.content.source.binding import Written
from course.content.source.nodes import Mapping, Node, Scalar, Sequence, get
from course.content.texts import Id, Line, Part
from course.errors import Problem

FILE = "silenced.yaml"


class Silenced(Part, frozen=True, kw_only=True):
    """One rule that one item may break."""

    file: Annotated[str, Meta(max_length=120)]
    item: Id | None = None
    """A page, question, claim, source or term by its id; the whole file if it is None."""
    code: Annotated[str, Meta(pattern=r"^[A-Z]\d\d$", description="the code of a rule, as in R03")]
    reason: Line


_RULE = declare(
    "W06",
    "Whatever is silenced is there, and may be silenced",
    why=(
        "A silencing that silences nothing hides the next fault of its kind. What keeps a course "
        "from opening cannot be silenced."
    ),
    severity="warning",
    bad="""\
# silenced.yaml
- {file: en/water.yaml, item: here, code: R03, reason: The name of the office has it so.}
""",
    good="""\
# a page
text: The form is signed by a nurse. [^book]
# silenced.yaml
- {file: en/water.yaml, item: here, code: R03, reason: The name of the office has it so.}
""",
)


def apply(
    written: Written[tuple[Silenced, ...]],
    problems: Iterable[Problem],
    files: Collection[Written[object]],
) -> Iterator[Problem]:
    """The problems that are not silenced, and one for each silencing that is out of place."""
    entries = list(written.each(Silenced))
    roots = {each.file: each.root for each in files}
    used: set[int] = set()
    for problem in problems:
        item = item_at(roots.get(problem.file), problem.line)
        silencing = [
            number
            for number, (_, entry) in enumerate(entries)
            if (entry.file, entry.code) == (problem.file, problem.code)
            and entry.item in (None, item)
            and _may_be_silenced(entry.code)
        ]
        used.update(silencing)
        if not silencing:
            yield problem
    yield from _out_of_place(written, [entry for n, entry in enumerate(entries) if n not in used])


def _out_of_place(
    written: Written[tuple[Silenced, ...]], unused: list[tuple[tuple[str | int, ...], Silenced]]
) -> Iterator[Problem]:
    for path, entry in unused:
        if entry.code not in RULES:
            what = f"There is no rule {entry.code}."
            cure = "The rules and their codes are listed in docs/rules.md."
        elif entry.code == SIGNED:
            what = f"{entry.code} cannot be silenced: what was signed is for a clinician to say."
            cure = 'Delete this entry; "prolo review approve" has an item approved.'
        elif not _may_be_silenced(entry.code):
            what = f"{entry.code} cannot be silenced: a course that breaks it does not open."
            cure = "Mend the fault, and delete this entry."
        else:
            what = f"Nothing breaks {entry.code} there, so this entry silences nothing."
            cure = "Delete it, or mend its file and its item."
        problem = written.problem((*path, "code"), what, cure)
        yield replace(problem, code=_RULE.code, severity=_RULE.severity)


def _may_be_silenced(code: str) -> bool:
    return code in RULES and not RULES[code].stops and code not in (_RULE.code, SIGNED)


def item_at(root: Node | None, line: int) -> str | None:
    """The id of the page, question, claim, source or term that a line belongs to."""
    found: tuple[int, str] | None = None
    for start, name in _items(root):
        if start <= line and (found is None or start >= found[0]):
            found = start, name
    return found[1] if found else None


def _items(root: Node | None) -> Iterator[tuple[int, str]]:
    if not isinstance(root, Mapping):
        return
    listed = False
    for key in ("pages", "questions"):
        parts = root.entries[key].value if key in root.entries else None
        if isinstance(parts, Sequence):
            listed = True
            for item in parts.items:
                named = get(item, ("id",))
                if isinstance(named, Scalar):
                    yield item.line, named.text
    if not listed and "format" not in root.entries:
        for name, entry in root.entries.items():
            yield entry.key.line, name
