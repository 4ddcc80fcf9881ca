"""`prolo new`: files of a course with a to-do wherever words are missing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.cli import own_course
from course.cli.parser import Parser
from course.content.drafting import templates, writing
from course.content.drafting.writing import Desk, Made
from course.errors import UsageError
from course.locations import Locations

_WHATS = {
    "course": "write a course with one module, one page and one question",
    "module": "write a module with one page and one question, and put it into the course",
    "question": "put a question into a module",
    "figure": "put a figure onto a page",
    "language": "put a language into the course",
}
_ASKED = {
    "folder": ("The folder for the course", "my-course"),
    "title": ("The title of the course", ""),
    "part": ("The title of its first part", ""),
    "source": ("The title of a source that your facts come from", ""),
    "name": ("The title of the module", ""),
    "kind": ("The kind", ""),
    "module": ("The module, by its id", ""),
    "page": ("The page, as module/page", ""),
    "code": ("The two letters of the language, as in es", ""),
}
"""What is asked for where it was not given, and what Enter alone answers."""


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("what", _WHATS, required=True)
    course, module, question, figure, language = (parser.commands[name] for name in _WHATS)
    folder = "a new folder for the course"
    course.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=folder)
    course.add_argument("--title", metavar="TEXT", help="the title of the course")
    course.add_argument("--part", metavar="TEXT", help="the title of its first part")
    course.add_argument("--source", metavar="TEXT", help="the title of a source of its facts")
    number = "the number to call in an emergency; if not given, 911"
    course.add_argument("--emergency-number", default="911", metavar="NUMBER", help=number)
    module.add_argument("name", nargs="?", metavar="TITLE", help="the title of the module")
    kinds = "one of " + ", ".join(templates.KINDS)
    question.add_argument("kind", nargs="?", metavar="KIND", help=kinds)
    question.add_argument("module", nargs="?", metavar="MODULE", help="its id")
    question.add_argument("--id", metavar="ID", help="the name of the question")
    question.add_argument("--page", metavar="ID", help="the page that teaches it; else the first")
    sign = "for a triage question: the row of triage.yaml that it is about"
    question.add_argument("--sign", metavar="ID", help=sign)
    kinds = "one of " + ", ".join(templates.FIGURES)
    figure.add_argument("kind", nargs="?", metavar="KIND", help=kinds)
    page = "where it goes, as in risks/emergency"
    figure.add_argument("page", nargs="?", metavar="MODULE/PAGE", help=page)
    file = "for a drawing: the name of its file; if not given, that of the page"
    figure.add_argument("--file", metavar="NAME", help=file)
    language.add_argument("code", nargs="?", metavar="CODE", help="two letters, as in es")


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Write the files, and say what to do next. What is there already is never written over."""
    if asked.what == "course":
        made = _course(asked)
    else:
        desk = Desk(own_course.folder_of(asked, where), asked.language)
        made = {
            "module": lambda: desk.module(_given(asked, "name")),
            "question": lambda: desk.question(
                _given(asked, "kind"), _given(asked, "module"), asked.id, asked.page, asked.sign
            ),
            "figure": lambda: desk.figure(_given(asked, "kind"), _given(asked, "page"), asked.file),
            "language": lambda: desk.add_language(_given(asked, "code")),
        }[asked.what]()
    _tell(made)
    return 0


def _course(asked: argparse.Namespace) -> Made:
    folder = asked.folder or Path(_given(asked, "folder"))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already, and not empty. Name another folder.")
    return writing.new_course(
        folder,
        title=_given(asked, "title"),
        part=_given(asked, "part"),
        source=_given(asked, "source"),
        language=asked.language or "en",
        emergency=asked.emergency_number,
    )


def _given(asked: argparse.Namespace, name: str) -> str:
    """What was given, or is typed now. Raises UsageError where nobody can type."""
    given: str | None = getattr(asked, name, None)
    question, usual = _ASKED[name]
    if given is None and sys.stdin.isatty():
        hint = f" [{usual}]" if usual else ""
        try:
            given = input(f"{question}{hint}: ").strip() or usual
        except (EOFError, KeyboardInterrupt):
            raise UsageError("Nothing was written.") from None
    if not given:
        shown = f"--{name}" if name in ("title", "part", "source") else name.upper()
        raise UsageError(f"{question} is missing: give {shown}. prolo new --help tells more.")
    return str(given)


def _tell(made: Made) -> None:
    for file in made.written:
        print(f"wrote    {file}")
    for file in made.added_to:
        print(f"added to {file}")
    own_course.tell_next(made.next)
