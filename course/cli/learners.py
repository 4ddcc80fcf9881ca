"""`prolo learners`: looking after the visits that are kept on this machine."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from course import clinic
from course.cli.parser import Parser
from course.content import loader
from course.learners import retention
from course.learners.exports import Exporter
from course.learners.imports import import_file
from course.learners.integrity import IntegrityCheck
from course.learners.listing import Entry, Listing
from course.locations import Locations

_ROW = "{:<11}  {:<8}  {:<16}  {:<16}  {:>7}  {:>4}"


_WHATS = {
    "list": "a line for each visit, the last one first",
    "show": "one visit",
    "forget": "remove one visit at once, uncounted",
    "purge": "count and remove the visits that ended long ago",
    "export": "write one visit, or all, to the standard output",
    "import": "bring back what export wrote as JSON",
    "check": "open every file and say what is wrong",
}


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("action", _WHATS, required=True)
    for name in ("show", "forget"):
        parser.commands[name].add_argument("code", metavar="CODE")
    days = "as many days ago; if not given, the clinic's keep_days"
    purge = parser.commands["purge"]
    purge.add_argument("--older-than", type=_days, metavar="DAYS", help=days)
    export = parser.commands["export"]
    export.add_argument("code", nargs="?", metavar="CODE", help="if not given, every visit")
    forms = "json can be brought back; csv is a table; if not given, json"
    export.add_argument("--format", choices=("json", "csv"), default="json", help=forms)
    parser.commands["import"].add_argument("file", type=Path, metavar="FILE")
    repair = "use the copies before damaged ones"
    parser.commands["check"].add_argument("--repair", action="store_true", help=repair)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked; the status is 1 if `check` found a fault that it did not mend."""
    return _ACTIONS[asked.action](asked, where)


def _list(asked: argparse.Namespace, where: Locations) -> int:
    listing = Listing(where.learners, loader.load(where.modules, asked.language))
    entries = listing.entries()
    print(_ROW.format("code", "language", "first (UTC)", "last (UTC)", "modules", "done"))
    for entry in entries:
        print(_row(entry))
    _say_left_out(listing.unreadable)
    return 0


def _show(asked: argparse.Namespace, where: Locations) -> int:
    course = loader.load(where.modules, asked.language)
    entry, started = Listing(where.learners, course).entry(asked.code)
    begun = {module.module: module for module in started}
    print(f"code      {entry.code}")
    print(f"language  {entry.language}")
    print(f"first     {_time(entry.created)} UTC")
    print(f"last      {_time(entry.last_seen)} UTC")
    print(f"done      {entry.finished} of {entry.modules} modules, {entry.percent} %")
    for module in course.modules:
        if found := begun.get(module.id):
            minutes = round(found.seconds / 60)
            how_far = f"{found.steps_done} of {found.steps} steps, {minutes} min"
            at = "finished" if found.finished else "at " + found.left_at.replace(":", " ")
            print(f"  {module.id}: {how_far}, {at}")
        else:
            print(f"  {module.id}: not started")
    return 0


def _forget(asked: argparse.Namespace, where: Locations) -> int:
    retention.forget(where.learners, asked.code)
    print("The visit is removed.")
    return 0


def _purge(asked: argparse.Namespace, where: Locations) -> int:
    days = asked.older_than
    if days is None:
        days = clinic.load(where.clinic).keep_days
    course = loader.load(where.modules, asked.language)
    now = datetime.datetime.now(datetime.UTC)
    gone = retention.purge(where.learners, course, days, now)
    print(f"Visits that ended more than {days} days ago, counted and removed: {gone}")
    return 0


def _export(asked: argparse.Namespace, where: Locations) -> int:
    exporter = Exporter(where.learners, asked.code)
    write = exporter.write_json if asked.format == "json" else exporter.write_csv
    write(sys.stdout)
    _say_left_out(exporter.unreadable)
    return 0


def _import(asked: argparse.Namespace, where: Locations) -> int:
    found = import_file(where.learners, asked.file)
    print(f"Visits brought back: {found.new}. There already, and the same: {found.there}.")
    return 0


def _check(asked: argparse.Namespace, where: Locations) -> int:
    checked = IntegrityCheck(where.learners, asked.repair)
    for line in checked.lines():
        print(line)
    print(f"Visits looked at: {checked.files}. Faults: {checked.faults}.")
    return 1 if checked.faults else 0


_ACTIONS = {
    "list": _list,
    "show": _show,
    "forget": _forget,
    "purge": _purge,
    "export": _export,
    "import": _import,
    "check": _check,
}


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("give a whole number of days, 0 or more")
    return int(text)


def _row(entry: Entry) -> str:
    done = f"{entry.finished}/{entry.modules}"
    first, last = _time(entry.created), _time(entry.last_seen)
    return _ROW.format(entry.code, entry.language, first, last, done, f"{entry.percent} %")


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _say_left_out(unreadable: int) -> None:
    if unreadable:
        how = "Run prolo learners check."
        print(f"Files that cannot be read, and are left out: {unreadable}. {how}", file=sys.stderr)
