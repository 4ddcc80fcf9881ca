"""The document for the reviewer: all that a signature covers.

First what it means to sign, then what has changed since the last signature, what rests on nothing,
page by page all that patients see, each statement beside its source and what was read there, then
all that was not told yet, and at last lines to sign on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.content.compiled import Edition
from course.content.kinds.figures import DrawingFigure, MapFigure
from course.content.loader import UnderReview
from course.content.model import Module, Page
from course.content.review.items import mark_of, of_module
from course.content.wording import figures_of
from course.review import walk
from course.review.blocks import (
    Block,
    Contents,
    Exact,
    Head,
    Par,
    Picture,
    Resting,
    Run,
    Seen,
    Sheet,
    code,
    plain,
)
from course.review.evidence import Evidence, Ground, Statement
from course.review.front import Front, part
from course.visit.route import Place

_APART = (
    "triage",
    "claims",
    "sources",
    "readings",
    "glossary",
    "pictures",
    "words",
    "pronunciations",
)
"""The first part of the names of items that belong to no module, in the order of the document."""
_EXACTLY = "Letter for letter, as it is signed:"
_HEADS = {
    "triage": "Danger signs: the one table that says what to do",
    "claims": "Claims",
    "sources": "Sources",
    "readings": "What was read",
    "glossary": "Words that the course explains",
    "pictures": "Pictures",
    "words": "The words of the interface",
    "pronunciations": "How a reading voice says some words",
}


class Document:
    """The document of one course in one language."""

    def __init__(self, under: UnderReview, edition: Edition) -> None:
        self._under, self._edition = under, edition
        self._course = under.course
        self._evidence = Evidence(under.course, under.behind)
        self._front = Front(under, self._evidence)
        self._buttons: set[walk.Line] = set()
        """Those that were told: they are the same wherever they stand."""
        self._told: set[str] = set()
        """The items that were told: those of a module may be named as those of a kind are."""

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self._course.title}: for the reviewer"

    @property
    def mark(self) -> str:
        """The mark of all that stands in it."""
        return self._front.mark

    def blocks(self) -> list[Block]:
        """The whole of it, block by block."""
        parts = [*self._parts()]
        heads = [each for each in parts if isinstance(each, Head) and each.level == 2]
        rows = tuple((each.to, "".join(run.text for run in each.runs)) for each in heads)
        begin = [Head(1, plain(self.title)), *self._front.state(), Contents(rows)]
        return [*begin, *parts]

    def _parts(self) -> Iterator[Block]:
        yield from self._front.questions()
        yield from self._front.changes()
        yield from self._front.bare()
        yield part("Where everybody begins")
        yield self._seen(walk.first_screens(self._edition))
        yield from self._item("course")
        for module in self._course.modules:
            yield from self._module(module)
        yield part("The parts, their results, and the end")
        yield self._seen(walk.ways(self._edition))
        for first in _APART:
            yield from self._table(first)
        yield from self._sheet()

    def _module(self, module: Module) -> Iterator[Block]:
        mark = mark_of(of_module(module.id, self._under.now))
        yield part(module.title, f"module-{module.id}")
        yield Par((code(module.id), Run(", mark "), code(mark)))
        yield from self._signed(module.id)
        for page in module.pages:
            yield from self._place(module, Place("page", module.id, page.id), page.title)
            yield from self._pictures(page)
            yield from self._covered(f"{module.id}/{page.id}")
        on_pages = {page.check.question for page in module.pages if page.check}
        for question in module.questions:
            if question.id in on_pages:
                # What is seen of it stands on its page.
                yield Head(3, plain(question.ask))
            else:
                yield from self._place(
                    module, Place("question", module.id, question.id), question.ask
                )
            yield from self._covered(f"{module.id}/{question.id}")

    def _place(self, module: Module, place: Place, title: str) -> Iterator[Block]:
        yield Head(3, plain(title))
        yield self._seen(walk.at_place(self._edition, module, place))

    def _seen(self, told: Iterable[walk.Told]) -> Seen:
        lines: list[Par] = []
        for each in told:
            new = [line for line in each.lines if line not in self._buttons]
            self._buttons.update(line for line in new if line.kind == "button")
            when = f"after the answer “{each.when}”" if each.when else ""
            who = ", ".join(filter(None, (each.who, when)))
            if who and new:
                lines.append(Par(plain(f"{who[0].upper()}{who[1:]}:"), "who"))
            lines += (Par(plain(line.text), line.kind) for line in new)
        return Seen(tuple(lines))

    def _pictures(self, page: Page) -> Iterator[Block]:
        for figure in figures_of(page):
            if isinstance(figure, DrawingFigure | MapFigure) and figure.file in self._course.svgs:
                yield Picture(figure.file, figure.alt)

    def _item(self, name: str) -> Iterator[Block]:
        yield Head(3, (code(name),))
        yield from self._signed(name)

    def _covered(self, name: str) -> Iterator[Block]:
        yield Par((code(name),))
        yield from _statements(self._evidence.at(name))
        yield from self._signed(name)

    def _signed(self, name: str) -> Iterator[Block]:
        self._told.add(name)
        record = self._under.review.written.value
        for each in record.approved if record else ():
            if each.item == name and each.mark == mark_of({name: self._under.now.get(name, "")}):
                note = f": {each.note}" if each.note else "."
                told = f"{each.by}, {each.role}, approved this on {each.on}{note}"
                yield Par((Run(told, "bold"),))
        yield Par(plain(_EXACTLY), "note")
        yield Exact(tuple(map(plain, self._under.now.get(name, "").split("\n"))))

    def _table(self, first: str) -> Iterator[Block]:
        """All items of a kind that belongs to no module."""
        of_kind = (name for name in self._under.now if f"{name}/".startswith(f"{first}/"))
        names = [name for name in of_kind if name not in self._told]
        if names:
            yield part(_HEADS[first], first)
        for name in names:
            yield from self._item(name)
            yield from _statements(self._evidence.at(name)) if first == "triage" else ()
            picture = name.partition("/")[2]
            if first == "pictures" and picture in self._course.svgs:
                yield Picture(picture, "")

    def _sheet(self) -> Iterator[Block]:
        """Where a person signs by hand who reads it on paper."""
        yield part("To be signed")
        yield Par(
            (
                Run(f"I have read {self._course.title} as it stands here, under the mark "),
                code(self.mark),
                Run(". It is right for our patients, but for what I have written below."),
            )
        )
        yield Sheet(
            ("To be changed:", "", "", "Name:", "Role:", "Date:", "Read again by:", "Signed:")
        )


def _statements(found: list[Statement]) -> Iterator[Block]:
    if found:
        yield Resting(
            tuple(
                (
                    Par(plain(each.words)),
                    (
                        *(Par(plain(claim)) for claim in each.claims),
                        *(par for ground in each.grounds for par in _ground(ground)),
                    ),
                )
                for each in found
            )
        )


def _ground(ground: Ground) -> Iterator[Par]:
    source = ground.source
    told = f" {source.title} ({source.year or 'no year'}, {source.kind}), "
    read = Run(f"read on {source.checked}")
    if not source.checked:
        read = Run("not read by anybody", "bold")
    gains = (Run(f" {source.interest}", "bold"),) if source.interest else ()
    yield Par((code(ground.name), Run(told), read, Run("."), *gains))
    for each in ground.readings:
        said = f"{each.where}: {each.says} ({each.how}, {each.read})"
        yield Par((Run(said, "small"),))
