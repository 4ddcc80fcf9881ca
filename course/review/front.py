"""What the document for the reviewer says before it tells the course: what one would sign."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.silenced import Silenced
from course.content.loader import UnderReview
from course.content.review.changes import Change, changes, redline
from course.content.review.items import mark_of
from course.review.blocks import Block, Bullets, Exact, Head, Par, Run, RunStyle, code, plain
from course.review.evidence import Evidence


class Front:
    """The first parts of the document of one course in one language."""

    def __init__(self, under: UnderReview, evidence: Evidence) -> None:
        self._under, self._evidence = under, evidence

    @property
    def mark(self) -> str:
        """The mark of all that stands in the document."""
        return mark_of(self._under.now)

    def state(self) -> Iterator[Block]:
        """Who signed it, what a signature means, and how to answer."""
        under, signed = self._under, self._under.review.signed
        if signed is None:
            told = "Nobody has signed it yet."
        else:
            told = f"{signed.by}, {signed.role}, signed it on {signed.on}, until {signed.next}."
        pages = sum(len(module.pages) for module in self._under.course.modules)
        questions = sum(len(module.questions) for module in self._under.course.modules)
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

    def questions(self) -> Iterator[Block]:
        """What the author was asked, and has not answered."""
        record = self._under.review.written.value
        if record and record.questions:
            yield part("Questions that are open")
            yield Bullets(
                tuple(
                    (code(each.item), Run(f" {each.asks} ({each.by})")) for each in record.questions
                )
            )

    def changes(self) -> Iterator[Block]:
        """What differs from the words that were signed, word for word."""
        kept = self._under.review.kept
        if not kept:
            return
        found = changes(kept, self._under.now)
        yield part("What is not as it was signed or approved")
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

    def bare(self) -> Iterator[Block]:
        """What rests on nothing, and what its author lets stand against a rule."""
        yield part("What rests on nothing")
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
                    (code(each.code), Run(f" {_place(each)}: {each.reason}"))
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


def part(title: str, name: str = "") -> Head:
    """The heading of a part; the contents lead there."""
    to = name or "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return Head(2, plain(title), f"part-{to}")


def _place(silenced: Silenced) -> str:
    """The file, and the item of it where one is named."""
    return " ".join(filter(None, (silenced.file, silenced.item)))


def _redline(change: Change) -> tuple[tuple[Run, ...], ...]:
    styles: dict[str, RunStyle] = {"same": "", "out": "out", "in": "in"}
    return tuple(
        tuple(Run(piece.text, styles[piece.state]) for piece in line) for line in redline(change)
    )
