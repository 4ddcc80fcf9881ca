"""The command line: one module a subcommand, imported only when it runs."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from course import locations
from course.errors import CourseError

SUBCOMMANDS = {
    "where": "print the folders and files in use",
    "check": "check the modules and say what is wrong with them",
    "learners": "list, show, remove, export, bring back and check the visits that are kept",
    "report": "say what the answers tell about the course",
    "kiosk": "run the course full screen for one stranger after another",
}

CLOSED = 128 + 13
"""The exit status of a program whose reader has gone, as shells give it: not all was said."""
_PRINT = {"where", "check", "learners", "report"}
"""Those that only print; the others rule the screen."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit status is 0, 1 for content at fault or 2 for wrong usage.

    It is `CLOSED` if whoever read what was printed left before the end.
    """
    asked = _parser().parse_args(arguments)
    command = import_module(f"course.cli.{asked.command or 'run'}")
    try:
        where = locations.find(asked.modules, asked.data_dir, asked.clinic)
        if asked.command not in _PRINT:
            return int(command.run(asked, where))
        # Not on the way to the first screen.
        from course.learners.terminal import output

        with output():
            return int(command.run(asked, where))
        return CLOSED
    except CourseError as error:
        print(error, file=sys.stderr)
        return error.status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prolo", description="Runs the course. Without a subcommand it opens on the screen."
    )
    parser.add_argument("--modules", type=Path, metavar="DIR", help="the folder of the course")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where progress is kept")
    parser.add_argument("--clinic", type=Path, metavar="FILE", help="the clinic's settings")
    parser.add_argument("--language", metavar="CODE", help="two letters, such as en")
    plain = "tell the course in plain lines with numbered choices, as for a screen reader"
    parser.add_argument("--plain", action="store_true", help=plain)
    subcommands = parser.add_subparsers(dest="command", metavar="")
    for name, what in SUBCOMMANDS.items():
        sub = subcommands.add_parser(name, help=what, description=what.capitalize() + ".")
        if name == "check":
            _add_check(sub)
        elif name == "learners":
            _add_learners(sub)
        elif name == "report":
            forms = ("table", "json", "csv", "html")
            sub.add_argument("--format", choices=forms, default="table")
            small = "show figures that rest on fewer than 11 people as well"
            sub.add_argument("--small-cells", action="store_true", help=small)
        elif name == "kiosk":
            _add_kiosk(sub)
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    paths = "a folder with a course, or files and folders in it; if not given, the course in use"
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=paths)
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    today = "check as if it were this day, as in 2026-11-22"
    parser.add_argument("--today", type=_day, metavar="DATE", help=today)


def _add_learners(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="a line for each visit, the last one first")
    actions.add_parser("show", help="one visit").add_argument("code", metavar="CODE")
    forget = actions.add_parser("forget", help="remove one visit at once, uncounted")
    forget.add_argument("code", metavar="CODE")
    purge = actions.add_parser("purge", help="count and remove the visits that ended long ago")
    days = "as many days ago; if not given, the clinic's keep_days"
    purge.add_argument("--older-than", type=_days, metavar="DAYS", help=days)
    export = actions.add_parser("export", help="write one visit, or all, to the standard output")
    export.add_argument("code", nargs="?", metavar="CODE")
    export.add_argument("--format", choices=("json", "csv"), default="json")
    bring = actions.add_parser("import", help="bring back what export wrote as JSON")
    bring.add_argument("file", type=Path, metavar="FILE")
    check = actions.add_parser("check", help="open every file and say what is wrong")
    check.add_argument("--repair", action="store_true", help="use the copies before damaged ones")


def _add_kiosk(parser: argparse.ArgumentParser) -> None:
    place = "where new modules arrive; if not given, modules.new in the data folder"
    parser.add_argument("--modules-incoming", type=Path, metavar="DIR", help=place)
    actions = parser.add_subparsers(dest="action", metavar="")
    actions.add_parser("set-pin", help="set the PIN of the staff")
    actions.add_parser("doctor", help="check whether this machine is fit to be a kiosk")
    # Those without a help are started by the supervisor, not by people.
    actions.add_parser("course").add_argument("--keep-modules", action="store_true")
    actions.add_parser("check-incoming")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a day of the calendar, as in 2026-11-22") from None


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("give a whole number of days, 0 or more")
    return int(text)
