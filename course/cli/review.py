"""`prolo review`: what a clinician reads, signs, approves and asks, and what has changed since."""

from __future__ import annotations

import argparse
import base64
import re
from datetime import date
from pathlib import Path

from course import clinic, durable
from course.cli.parser import Parser
from course.content import loader, spoken
from course.content.loader import UnderReview
from course.content.review import desk, record
from course.content.review.changes import changes, told
from course.content.review.desk import Person
from course.content.review.record import Approved, Asked, Record
from course.content.source.characters import FORBIDDEN
from course.errors import UsageError
from course.locations import Locations

_WHATS = {
    "export": "write all that patients see into one document for the reviewer",
    "status": "say who signed, and what has changed since",
    "sign": "sign all of the course as it stands",
    "approve": "approve single items as they stand",
    "ask": "ask the author about an item",
    "questions": "list what the author was asked",
}
_LONGEST = 300
_ROOT = re.compile(r"<svg\b[^>]*>")


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("action", _WHATS, required=True)
    export = "the file that is written, such as review.pdf for paper, or review.html"
    parser.commands["export"].add_argument("file", type=Path, metavar="FILE", help=export)
    size = "the paper of a PDF; if not given, that of the clinic's settings"
    parser.commands["export"].add_argument("--paper", choices=("letter", "a4"), help=size)
    for name in ("sign", "approve", "ask"):
        who = "the name of whoever reviews"
        parser.commands[name].add_argument("--by", required=True, metavar="NAME", help=who)
    for name in ("sign", "approve"):
        role = 'their role, such as "Physician"'
        parser.commands[name].add_argument("--role", required=True, metavar="ROLE", help=role)
    until = "the last day on which the signature counts, as in 2027-11-22"
    parser.commands["sign"].add_argument(
        "--next", required=True, type=_day, metavar="DATE", help=until
    )
    item = "as the exported page names it, as in preparation/medicines"
    approve, ask = parser.commands["approve"], parser.commands["ask"]
    approve.add_argument("items", nargs="+", metavar="ITEM", help=item)
    approve.add_argument("--note", metavar="TEXT", help="what is to be kept beside it")
    ask.add_argument("item", metavar="ITEM", help=item)
    ask.add_argument("question", metavar="QUESTION", help="what the author is to answer")


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked; the status of `status` is 1 if all is not as it was signed."""
    under = loader.under_review(where.modules, asked.language)
    return _ACTIONS[asked.action](asked, where, under)


def _export(asked: argparse.Namespace, where: Locations, under: UnderReview) -> int:
    ending = asked.file.suffix.lower()
    if ending not in (".html", ".htm", ".pdf"):
        raise UsageError(f"{asked.file}: End its name with .pdf for paper, or with .html.")
    # It takes a while to load, and nothing else needs it.
    from course.content.compiled import Edition
    from course.review import page, paper
    from course.review.document import Document
    from course.ui.styles import drawings
    from course.ui.styles.themes import LIGHT

    language = under.course.language
    edition = Edition.of(under.course, spoken.words(where.modules, language), where.modules)
    document = Document(under, edition)
    style = f"<style>{drawings.css(LIGHT)}</style>"

    def svg(name: str) -> str:
        written = edition.svg(name).decode("utf-8", "replace")
        return _ROOT.sub(lambda found: found[0] + style, written, count=1)

    def address(name: str) -> str:
        return f"data:image/svg+xml;base64,{base64.b64encode(svg(name).encode()).decode()}"

    if ending == ".pdf":
        size = asked.paper or clinic.load(where.clinic).paper
        written = paper.pdf(document, language, svg, size)
    else:
        lines = page.lines(document.title, language, document.blocks(), address)
        written = "\n".join(lines).encode()
    try:
        durable.write(asked.file, written)
    except OSError as error:
        raise UsageError(f"{asked.file}: It cannot be written ({error.strerror}).") from None
    then = "Print it" if ending == ".pdf" else "Open it in a browser, or print it"
    print(f"{asked.file} has all {len(under.now)} items. {then}. Its mark is {document.mark}.")
    return 0


def _status(_asked: argparse.Namespace, _where: Locations, under: UnderReview) -> int:
    found, signed = record.sound(under.review), under.review.signed
    print(f'"{under.course.title}" in {under.course.language}')
    if signed is None:
        print(
            f"Nobody has signed it. {len(found.approved)} of {len(under.now)} items are approved."
        )
    else:
        print(f"Signed by {signed.by}, {signed.role}, on {signed.on}, until {signed.next}.")
    if found.questions:
        print(
            f"Questions that are open: {len(found.questions)}. prolo review questions lists them."
        )
    if signed is None:
        return 1
    _record(under)
    differ = changes(under.review.kept, under.now)
    if not differ:
        print("All is as it was signed.")
        return 0
    print(f"Not as it was signed: {len(differ)} of {len(under.now)} items.")
    for change in differ:
        print(f"\n{change.item} ({change.kind})")
        for line in told(change):
            print(f"  {line}")
    return 1


def _sign(asked: argparse.Namespace, where: Locations, under: UnderReview) -> int:
    today = date.today()
    if asked.next <= today:
        raise UsageError(
            f"--next: {asked.next} is not after today. Give the day of the next review."
        )
    modules = [module.id for module in under.course.modules]
    made, kept = desk.sign(
        record.sound(under.review), under.now, modules, _person(asked), (today, asked.next)
    )
    record.write(where.modules, under.course.language, made, kept)
    print(f"Signed: {len(kept)} items. {_kept_in(where, under)}")
    return 0


def _approve(asked: argparse.Namespace, where: Locations, under: UnderReview) -> int:
    person, made, kept = _person(asked), _record(under), under.review.kept
    note = _line("--note", asked.note) if asked.note else None
    for item in asked.items:
        given = Approved(
            item=item, by=person.by, role=person.role, on=date.today(), mark="0" * 12, note=note
        )
        made, kept = desk.approve(made, kept, under.now, item, given)
    record.write(where.modules, under.course.language, made, kept)
    print(f"Approved: {', '.join(asked.items)}. {_kept_in(where, under)}")
    return 0


def _ask(asked: argparse.Namespace, where: Locations, under: UnderReview) -> int:
    by, asks = _line("--by", asked.by), _line("QUESTION", asked.question)
    question = Asked(item=asked.item, by=by, on=date.today(), asks=asks)
    made = desk.ask(_record(under), under.now, question)
    record.write(where.modules, under.course.language, made, under.review.kept)
    print(f"Asked about {asked.item}. {_kept_in(where, under)}")
    return 0


def _questions(_asked: argparse.Namespace, _where: Locations, under: UnderReview) -> int:
    questions = record.sound(under.review).questions
    for each in questions:
        print(f"{each.item}: {each.asks} ({each.by}, {each.on})")
    if not questions:
        print("No question is open.")
    return 0


_ACTIONS = {
    "export": _export,
    "status": _status,
    "sign": _sign,
    "approve": _approve,
    "ask": _ask,
    "questions": _questions,
}


def _record(under: UnderReview) -> Record:
    """What was kept before. Raises UsageError where other words are kept than were signed: one more
    approval would make all of them signed."""
    found = record.sound(under.review)
    if found.signed is not None and not under.review.is_whole:
        file = record.words_of(under.course.language)
        raise UsageError(
            f"{file} does not hold the words that were signed. Bring it back as it was, or have "
            "all of the course signed again with prolo review sign."
        )
    return found


def _kept_in(where: Locations, under: UnderReview) -> str:
    return f"It is kept in {where.modules / record.file_of(under.course.language)}."


def _person(asked: argparse.Namespace) -> Person:
    return Person(_line("--by", asked.by), _line("--role", asked.role))


def _line(name: str, text: str) -> str:
    """A text as a file can keep it, on one line. Raises UsageError."""
    line = " ".join(text.split())
    if not line or len(line) > _LONGEST:
        raise UsageError(f"{name}: Write 1 to {_LONGEST} characters.")
    if FORBIDDEN.search(line):
        raise UsageError(f"{name}: It has a character that nobody can see. Type it again.")
    return line


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a day of the calendar, as in 2027-11-22") from None
