"""`prolo learners`: looking after the visits that are kept on this machine."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

from course import clinic
from course.cli.elsewhere import elsewhere
from course.cli.parser import Parser
from course.content import loader
from course.learners import place, retention
from course.learners.clock import Clock
from course.learners.exports import Exporter
from course.learners.imports import import_file
from course.learners.integrity import IntegrityCheck
from course.learners.listing import Entry, Listing
from course.learners.scan import Share
from course.locations import Locations

_ROW = "{:<11}  {:<8}  {:<16}  {:<16}  {:>7}  {:>4}"


_WHATS = {
    "list": "a line for each visit, the last one first",
    "show": "one visit",
    "forget": "remove one visit at once, uncounted",
    "purge": "put the visits that ended long ago to rest, then count and remove them",
    "restore": "bring back who was put to rest",
    "clock": "say whether the clock of this machine is believed",
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
    for name in ("restore", "export"):
        every = "if not given, every visit"
        parser.commands[name].add_argument("code", nargs="?", metavar="CODE", help=every)
    right = "it is right, whatever it was before: go by it from now on"
    parser.commands["clock"].add_argument("--right", action="store_true", help=right)
    export = parser.commands["export"]
    forms = "json can be brought back; csv is a table; if not given, json"
    export.add_argument("--format", choices=("json", "csv"), default="json", help=forms)
    part = "one part of so many, as in 2/4: each visit is in one of them"
    export.add_argument("--part", type=_share, metavar="N/OF", help=part)
    parser.commands["import"].add_argument("file", type=Path, metavar="FILE")
    repair = "use the copies before damaged ones"
    parser.commands["check"].add_argument("--repair", action="store_true", help=repair)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked; the status is 1 if `check` found a fault that it did not mend, or if any
    visit could not be read.

    Raises UsageError where the visits cannot be looked into.
    """
    command = f"prolo learners {asked.action}"
    place.look(where.learners, command, may_make=asked.action in ("import", "restore"))
    place.name(where.learners)
    return _ACTIONS[asked.action](asked, where)


def _list(asked: argparse.Namespace, where: Locations) -> int:
    listing = Listing(where.learners, loader.load(where.modules, asked.language))
    print(_ROW.format("code", "language", "first (UTC)", "last (UTC)", "modules", "done"))
    for entry in listing.entries():
        print(_row(entry))
    return _left_out(listing.unreadable)


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
    others = elsewhere(where, clinic.load(where.clinic))
    retention.forget(where.learners, asked.code, others)
    print("The visit is removed.")
    if others is not None:
        print("From the hub and the other kiosks it goes as soon as they can be reached.")
    return 0


def _purge(asked: argparse.Namespace, where: Locations) -> int:
    days = asked.older_than
    if days is None:
        days = clinic.load(where.clinic).keep_days
    course = loader.load(where.modules, asked.language)
    gone = retention.purge(where.learners, course, days, Clock(where.learners))
    print(f"Visits that ended more than {days} days ago, put to rest for two days: {gone.resting}")
    print(f"Visits that had rested, counted and removed: {gone.removed}")
    return 0


def _restore(asked: argparse.Namespace, where: Locations) -> int:
    now = datetime.datetime.now(datetime.UTC)
    print(f"Visits brought back: {retention.restore(where.learners, asked.code, now)}")
    return 0


def _clock(asked: argparse.Namespace, where: Locations) -> int:
    clock = Clock(where.learners)
    if asked.right:
        clock.keep()
    else:
        clock.believe()
    print(f"The clock is believed: {clock.now:%Y-%m-%d %H:%M} UTC.")
    return 0


def _export(asked: argparse.Namespace, where: Locations) -> int:
    exporter = Exporter(where.learners, asked.code, asked.part)
    write = exporter.write_json if asked.format == "json" else exporter.write_csv
    write(sys.stdout)
    return _left_out(exporter.unreadable)


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
    "restore": _restore,
    "clock": _clock,
    "export": _export,
    "import": _import,
    "check": _check,
}


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("give a whole number of days, 0 or more")
    return int(text)


def _share(text: str) -> Share:
    found = re.fullmatch(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", text, re.ASCII)
    if found is None or int(found[1]) > int(found[2]):
        raise argparse.ArgumentTypeError("give a part and how many there are, as in 2/4")
    return Share(int(found[1]), int(found[2]))


def _row(entry: Entry) -> str:
    done = f"{entry.finished}/{entry.modules}"
    first, last = _time(entry.created), _time(entry.last_seen)
    return _ROW.format(entry.code, entry.language, first, last, done, f"{entry.percent} %")


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _left_out(unreadable: int) -> int:
    """Say how many could not be read; the status is 1 if there are any."""
    if unreadable:
        how = "Run prolo learners check."
        print(f"Files that cannot be read, and are left out: {unreadable}. {how}", file=sys.stderr)
    return 1 if unreadable else 0
