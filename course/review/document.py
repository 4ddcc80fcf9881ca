"""The document for the reviewer: one HTML file that asks nothing of any network, to read or print.

First what has changed since the last signature, then what rests on nothing, then page by page all
that patients see, each statement beside its source and what was read there, and at last all that
was not told yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from course.content.compiled import Edition
from course.content.kinds.figures import DrawingFigure, MapFigure
from course.content.loader import UnderReview
from course.content.model import Module, Page
from course.content.review.changes import Change, changes, redline
from course.content.review.items import mark_of, of_module
from course.content.wording import figures_of
from course.review import walk
from course.review.evidence import Evidence, Ground, Statement
from course.visit.route import Place

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
color:#1c1c1c;background:#fff}
h2{margin-top:3rem;border-bottom:2px solid #1c1c1c}h3{margin-top:2rem;break-after:avoid}
code,pre{font:13px/1.45 ui-monospace,monospace;background:#f2f2f2;padding:.1rem .3rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6rem}
small,.who{color:#4a4a4a}.who{font-style:italic;margin:.8rem 0 .2rem}
.seen{border-left:4px solid #1f5f8b;padding-left:.8rem}.seen p{margin:.2rem 0}
.title{font-weight:bold}.card::before{content:"\\25a1  "}.button{color:#4a4a4a}
.button::before{content:"[ "}.button::after{content:" ]"}.item{margin-left:1.2rem}
ins{background:#d8f0dd;text-decoration:underline}del{background:#f8dcdc}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #bbb}
img{max-width:24rem;max-height:20rem;border:1px solid #bbb;background:#fff}
@media print{body{max-width:none;font-size:11pt}tr,.seen p{break-inside:avoid}}
"""
Drawn = Callable[[str], str]
"""Gives the address of a picture by its name, with the picture in it; empty if it is none."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
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

    def __init__(self, under: UnderReview, edition: Edition, drawn: Drawn) -> None:
        self._under, self._edition, self._drawn = under, edition, drawn
        self._course = under.course
        self._evidence = Evidence(under.course, under.behind)
        self._buttons: set[walk.Line] = set()
        """Those that were told: they are the same wherever they stand."""

    def lines(self) -> Iterator[str]:
        """The whole of it, line by line."""
        course = self._course
        title = escape(f"{course.title}: for the reviewer")
        yield f'<!DOCTYPE html>\n<html lang="{escape(course.language)}"><head>'
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>"
        yield from self._state()
        yield from self._changes()
        yield from self._bare()
        yield "<h2>Where everybody begins</h2>"
        yield from self._seen(walk.first_screens(self._edition))
        yield from self._item("course")
        for module in course.modules:
            yield from self._module(module)
        yield "<h2>The parts, their results, and the end</h2>"
        yield from self._seen(walk.ways(self._edition))
        for first in _APART:
            yield from self._table(first)
        yield "</body></html>"

    def _state(self) -> Iterator[str]:
        under, signed = self._under, self._under.review.signed
        if signed is None:
            told = "Nobody has signed it yet."
        else:
            told = f"{signed.by}, {signed.role}, signed it on {signed.on}, until {signed.next}."
        mark = _code(mark_of(under.now))
        yield f"<p>{escape(told)} The mark of all that stands here is {mark}.</p>"
        yield (
            "<p>Each page, question and danger sign is an item with a name, such as "
            f"{_code('risks/emergency')}. Below it stands all that a signature covers. What "
            "patients see has a blue line beside it; what is seen by some alone says by whom. "
            "Answer with these commands, or tell your author:</p><ul>"
        )
        for command, what in (
            ('approve ITEM --by NAME --role ROLE --note "..."', "this one is right"),
            ('ask ITEM "..." --by NAME', "a question to the author"),
            ("sign --by NAME --role ROLE --next DATE", "all of it is right"),
        ):
            yield f"<li>{_code(f'prolo review {command}')}: {escape(what)}</li>"
        yield "</ul>"
        if under.review.written.value and under.review.written.value.questions:
            yield "<h2>Questions that are open</h2><ul>"
            for each in under.review.written.value.questions:
                yield f"<li>{_code(each.item)} {escape(each.asks)} ({escape(each.by)})</li>"
            yield "</ul>"

    def _changes(self) -> Iterator[str]:
        kept = self._under.review.kept
        if not kept:
            return
        found = changes(kept, self._under.now)
        yield "<h2>What is not as it was signed or approved</h2>"
        if not found:
            yield "<p>Nothing has changed.</p>"
        for change in found:
            yield f"<h3>{_code(change.item)} ({change.kind})</h3><pre>{_redline(change)}</pre>"

    def _bare(self) -> Iterator[str]:
        """What rests on nothing, and what its author lets stand against a rule."""
        yield "<h2>What rests on nothing</h2>"
        points = (f"{point} from {source}" for point, source in self._evidence.without_reading())
        for what, names in (
            ("Pages and questions that cite nothing", self._evidence.bare()),
            ("Sources that nobody has read", self._evidence.unread()),
            ("Points for which nothing read is kept", points),
        ):
            listed = ", ".join(map(_code, names)) or "none"
            yield f"<p><b>{what}:</b> {listed}</p>"
        if self._under.let_stand:
            yield "<p><b>Findings of the check that the author lets stand:</b></p><ul>"
            for each in self._under.let_stand:
                where = f"{each.file} {each.item or ''}".strip()
                yield f"<li>{_code(each.code)} {escape(where)}: {escape(each.reason)}</li>"
            yield "</ul>"
        if self._under.without:
            yield "<p><b>Words that the check does not take for a danger here:</b></p><ul>"
            for gone in self._under.without:
                kind = gone.kind.replace("_", " ")
                yield f"<li>{_code(gone.word)} ({kind}): {escape(gone.because)}</li>"
            yield "</ul>"

    def _module(self, module: Module) -> Iterator[str]:
        mark = mark_of(of_module(module.id, self._under.now))
        yield f"<h2>{escape(module.title)}</h2><p>{_code(module.id)}, mark {_code(mark)}</p>"
        yield from self._signed(module.id)
        for page in module.pages:
            yield from self._place(module, Place("page", module.id, page.id), page.title)
            yield from self._pictures(page)
            yield from self._covered(f"{module.id}/{page.id}")
        on_pages = {page.check.question for page in module.pages if page.check}
        for question in module.questions:
            if question.id in on_pages:
                # What is seen of it stands on its page.
                yield f"<h3>{escape(question.ask)}</h3>"
            else:
                yield from self._place(
                    module, Place("question", module.id, question.id), question.ask
                )
            yield from self._covered(f"{module.id}/{question.id}")

    def _place(self, module: Module, place: Place, title: str) -> Iterator[str]:
        yield f"<h3>{escape(title)}</h3>"
        yield from self._seen(walk.at_place(self._edition, module, place))

    def _seen(self, told: Iterable[walk.Told]) -> Iterator[str]:
        yield '<div class="seen">'
        for each in told:
            new = [line for line in each.lines if line not in self._buttons]
            self._buttons.update(line for line in new if line.kind == "button")
            when = f"after the answer “{each.when}”" if each.when else ""
            who = ", ".join(filter(None, (each.who, when)))
            if who and new:
                yield f'<p class="who">{escape(who[0].upper() + who[1:])}:</p>'
            yield from (f'<p class="{line.kind}">{escape(line.text)}</p>' for line in new)
        yield "</div>"

    def _pictures(self, page: Page) -> Iterator[str]:
        for figure in figures_of(page):
            if isinstance(figure, DrawingFigure | MapFigure):
                yield self._image(figure.file, figure.alt)

    def _image(self, name: str, alt: str) -> str:
        address = self._drawn(name) if name in self._course.svgs else ""
        return f'<p><img src="{escape(address)}" alt="{escape(alt)}"></p>' if address else ""

    def _item(self, name: str) -> Iterator[str]:
        yield f"<h3>{_code(name)}</h3>"
        yield from self._signed(name)

    def _covered(self, name: str) -> Iterator[str]:
        yield f"<p>{_code(name)}</p>"
        yield from _statements(self._evidence.at(name))
        yield from self._signed(name)

    def _signed(self, name: str) -> Iterator[str]:
        record = self._under.review.written.value
        for each in record.approved if record else ():
            if each.item == name and each.mark == mark_of({name: self._under.now.get(name, "")}):
                note = f": {each.note}" if each.note else "."
                told = f"{each.by}, {each.role}, approved this on {each.on}{note}"
                yield f"<p><b>{escape(told)}</b></p>"
        yield f"<pre>{escape(self._under.now.get(name, ''))}</pre>"

    def _table(self, first: str) -> Iterator[str]:
        """All items of a kind that belongs to no module."""
        names = [name for name in self._under.now if f"{name}/".startswith(f"{first}/")]
        if names:
            yield f"<h2>{_HEADS[first]}</h2>"
        for name in names:
            yield from self._item(name)
            yield from _statements(self._evidence.at(name)) if first == "triage" else ()
            if first == "pictures":
                yield self._image(name.partition("/")[2], "")


def _statements(found: list[Statement]) -> Iterator[str]:
    if not found:
        return
    yield "<table><tr><th>What is stated</th><th>What it rests on</th></tr>"
    for each in found:
        behind = "".join(f"<p>{escape(claim)}</p>" for claim in each.claims)
        behind += "".join(map(_ground, each.grounds))
        yield f"<tr><td>{escape(each.words)}</td><td>{behind}</td></tr>"
    yield "</table>"


def _ground(ground: Ground) -> str:
    source = ground.source
    read = f"read on {source.checked}" if source.checked else "<b>not read by anybody</b>"
    gains = f" <b>{escape(source.interest)}</b>" if source.interest else ""
    told = f"{source.title} ({source.year or 'no year'}, {source.kind}), "
    lines = [f"<p>{_code(ground.name)} {escape(told)}{read}.{gains}</p>"]
    for each in ground.readings:
        said = f"{each.where}: {each.says} ({each.how}, {each.read})"
        lines.append(f"<p><small>{escape(said)}</small></p>")
    return "".join(lines)


def _redline(change: Change) -> str:
    tags = {"same": "", "out": "del", "in": "ins"}
    lines = []
    for line in redline(change):
        pieces = ((tags[each.state], escape(each.text)) for each in line)
        lines.append("".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in pieces))
    return "\n".join(lines)


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"
