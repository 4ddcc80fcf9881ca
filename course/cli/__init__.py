"""The command line: one module a subcommand, imported only when it runs."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import course
from course import locations
from course.cli.parser import Parser
from course.errors import CourseError

SUBCOMMANDS = {
    "where": "print the folders and files in use",
    "check": "check the modules and say what is wrong with them",
    "new": "write a new course, module, question, figure or language, to be filled in",
    "preview": "show the page being written as people see it, beside what is to be mended",
    "schema": "print what an editor needs to help with a file of a course",
    "minutes": "say how long each part of the course takes",
    "learners": "list, show, remove, export, bring back and check the visits that are kept",
    "report": "say what the answers tell about the course",
    "voice": "have a natural voice speak the lines of the course, once",
    "review": "have a clinician read, approve and sign what patients see",
    "handout": "write what a person takes home from their visit",
    "export": "write the course as a page for a browser",
    "translate": "bring the course into another language, and say how far that is",
    "import": "take over pages and questions that were written for something else",
    "pack": "write the course into one file, to be handed on",
    "unpack": "put the course of such a file into a new folder",
    "kiosk": "run the course full screen for one stranger after another",
    "sync": "join this kiosk to others through a hub, beside it",
    "fleet": "enrol kiosks at a hub",
}

CLOSED = 128 + 13
"""The exit status of a program whose reader has gone, as shells give it: not all was said."""
_PRINT = {
    *("where", "check", "schema", "minutes", "learners", "report", "handout", "review", "voice"),
    *("export", "translate", "import", "pack", "unpack", "fleet"),
}
"""Those that only print; the others rule the screen."""
_OF_AUTHORS = {"check", "minutes", "translate", "import", "pack", "preview", "review"}
"""Those that are for the course of the folder in which one stands, where there is one."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit status is 0, 1 for content at fault or 2 for wrong usage.

    It is `CLOSED` if whoever read what was printed left before the end.
    """
    given = sys.argv[1:] if arguments is None else arguments
    asked = _parser(given).parse_args(given)
    # What is made for a first frame stays: to look through it for garbage only holds that up.
    (gc.enable if asked.command else gc.disable)()
    command = import_module(_module(asked.command or "run"))
    try:
        where = locations.find(_modules(asked), asked.data_dir, asked.clinic)
        if asked.command not in _PRINT:
            return int(command.run(asked, where))
        # Not on the way to the first screen.
        from course.learners.terminal import output

        with output():
            status = int(command.run(asked, where))
            # Of a short text it shows here only that nobody reads it.
            sys.stdout.flush()
            return status
        return CLOSED
    except CourseError as error:
        print(error, file=sys.stderr)
        return error.status


def _modules(asked: argparse.Namespace) -> Path | None:
    if asked.modules is None and asked.command in _OF_AUTHORS and Path("course.yaml").is_file():
        return Path()
    named: Path | None = asked.modules
    return named


def _module(command: str) -> str:
    """The module of a command, whose name no word of the language can be."""
    return f"course.cli.{command}{'_' * iskeyword(command)}"


def _parser(given: list[str]) -> Parser:
    """What can be asked for; only the commands that stand in `given` bring their own options."""
    what = "Runs the course. Without a command it opens on the screen."
    parser = Parser(given, prog="prolo", description=what)
    version = f"prolo {course.__version__}"
    parser.add_argument("--version", action="version", version=version, help="say which this is")
    plain = "tell the course in plain lines with numbered choices, as for a screen reader"
    parser.add_argument("--plain", action="store_true", help=plain)
    parser.add_commands("command", SUBCOMMANDS)
    for name, command in parser.commands.items():
        if name in given:
            import_module(_module(name)).add_arguments(command)
    return parser
