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
from course.content.review.changes import Change, changes, redline
from course.content.review.items import mark_of, of_module
from course.content.wording import figures_of
from course.review import walk
from course.review.blocks import (
    Block,
    Bullets,
    Contents,
    Exact,
    Head,
    Par,
    Picture,
    Resting,
    Run,
    RunStyle,
    Seen,
    Sheet,
    code,
    plain,
)
from course.review.evidence import Evidence, Ground, Statement
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
        self._buttons: set[walk.Line] = set()
        """Those that were told: they are the same wherever they stand."""

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self._course.title}: for the reviewer"

    @property
    def mark(self) -> str:
        """The mark of all that stands in it."""
        return mark_of(self._under.now)

    def blocks(self) -> list[Block]:
        """The whole of it, block by block."""
        parts = [*self._parts()]
        heads = [each for each in parts if isinstance(each, Head) and each.level == 2]
        rows = tuple((each.to, "".join(run.text for run in each.runs)) for each in heads)
        begin = [Head(1, plain(self.title)), *self._state(), Contents(rows)]
        return [*begin, *parts]

    def _parts(self) -> Iterator[Block]:
        yield from self._questions()
        yield from self._changes()
        yield from self._bare()
        yield _part("Where everybody begins")
        yield self._seen(walk.first_screens(self._edition))
        yield from self._item("course")
        for module in self._course.modules:
            yield from self._module(module)
        yield _part("The parts, their results, and the end")
        yield self._seen(walk.ways(self._edition))
        for first in _APART:
            yield from self._table(first)
        yield from self._sheet()

    def _state(self) -> Iterator[Block]:
        under, signed = self._under, self._under.review.signed
        if signed is None:
            told = "Nobody has signed it yet."
        else:
            told = f"{signed.by}, {signed.role}, signed it on {signed.on}, until {signed.next}."
        pages = sum(len(module.pages) for module in self._course.modules)
        questions = sum(len(module.questions) for module in self._course.modules)
        signs = sum(name.startswith("triage/") for name in under.now)
        yield Par(plain(told))
        yield Par(
            (
                Run(
                    "Your signature says that you have read what stands here, and that it is right "
                ),
                Run("for your patients. It covers every word, number, key, order and source of "),
                Run(f"{pages} pages, {questions} questions and {signs} danger signs, with all "),
                Run("that stands behind them. The mark of it all is "),
                code(self.mark),
                Run(". Any change afterwards changes the mark, and ends what you signed: "),
                Run("patients are told so, and you are shown the change."),
            )
        )
        yield Par(
            (
                Run(
                    "What patients see has a blue line beside it; what is seen by some alone says "
                ),
                Run(
                    "by whom. Each page, question and danger sign is an item with a name, such as "
                ),
                code("risks/emergency"),
                Run(". The gray box below it is the item letter for letter, as it is signed. "),
                Run("Answer on the last page, tell your author, or use these commands:"),
            )
        )
        yield Bullets(
            tuple(
                (code(f"prolo review {command}"), Run(f": {what}"))
                for command, what in (
                    ('approve ITEM --by NAME --role ROLE --note "..."', "this one is right"),
                    ('ask ITEM "..." --by NAME', "a question to the author"),
                    ("sign --by NAME --role ROLE --next DATE", "all of it is right"),
                )
            )
        )

    def _questions(self) -> Iterator[Block]:
        record = self._under.review.written.value
        if record and record.questions:
            yield _part("Questions that are open")
            yield Bullets(
                tuple(
                    (code(each.item), Run(f" {each.asks} ({each.by})")) for each in record.questions
                )
            )

    def _changes(self) -> Iterator[Block]:
        kept = self._under.review.kept
        if not kept:
            return
        found = changes(kept, self._under.now)
        yield _part("What is not as it was signed or approved")
        if not found:
            yield Par(plain("Nothing has changed."))
            return
        many = f"{len(found)} of {len(self._under.now)} items"
        yield Par(
            (
                Run(f"{many}. What is "),
                Run("struck out", "out"),
                Run(" was signed, and is gone; what is "),
                Run("underlined", "in"),
                Run(" is new, and nobody has signed it."),
            )
        )
        for change in found:
            yield Head(3, (code(change.item), Run(f" ({change.kind})")))
            yield Exact(_redline(change))

    def _bare(self) -> Iterator[Block]:
        """What rests on nothing, and what its author lets stand against a rule."""
        yield _part("What rests on nothing")
        points = (f"{point} from {source}" for point, source in self._evidence.without_reading())
        for what, names in (
            ("Pages and questions that cite nothing", self._evidence.bare()),
            ("Sources that nobody has read", self._evidence.unread()),
            ("Points for which nothing read is kept", points),
        ):
            listed = [run for name in names for run in (code(name), Run(", "))][:-1]
            yield Par((Run(f"{what}:", "bold"), Run(" "), *(listed or [Run("none")])))
        if self._under.let_stand:
            yield Par((Run("Findings of the check that the author lets stand:", "bold"),))
            yield Bullets(
                tuple(
                    (
                        code(each.code),
                        Run(f" {f'{each.file} {each.item or chr(32)}'.strip()}: {each.reason}"),
                    )
                    for each in self._under.let_stand
                )
            )
        if self._under.without:
            what = "Words that the check does not take for a danger here:"
            yield Par((Run(what, "bold"),))
            yield Bullets(
                tuple(
                    (code(gone.word), Run(f" ({gone.kind.replace('_', ' ')}): {gone.because}"))
                    for gone in self._under.without
                )
            )

    def _module(self, module: Module) -> Iterator[Block]:
        mark = mark_of(of_module(module.id, self._under.now))
        yield _part(module.title, module.id)
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
        names = [name for name in self._under.now if f"{name}/".startswith(f"{first}/")]
        if names:
            yield _part(_HEADS[first], first)
        for name in names:
            yield from self._item(name)
            yield from _statements(self._evidence.at(name)) if first == "triage" else ()
            picture = name.partition("/")[2]
            if first == "pictures" and picture in self._course.svgs:
                yield Picture(picture, "")

    def _sheet(self) -> Iterator[Block]:
        """Where a person signs by hand who reads it on paper."""
        yield _part("To be signed")
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


def _part(title: str, name: str = "") -> Head:
    """The heading of a part; the contents lead there."""
    to = name or "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return Head(2, plain(title), f"part-{to}")


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


def _redline(change: Change) -> tuple[tuple[Run, ...], ...]:
    styles: dict[str, RunStyle] = {"same": "", "out": "out", "in": "in"}
    return tuple(
        tuple(Run(piece.text, styles[piece.state]) for piece in line) for line in redline(change)
    )
