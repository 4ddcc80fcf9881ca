"""`prolo import`: pages and questions that were written for something else, as a new module."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from course.cli.parser import Parser
from course.content.checks.unfinished import MARK
from course.content.folder import Folder
from course.content.importing import files, module
from course.content.importing.brought import Left
from course.content.kept import put
from course.errors import UsageError
from course.locations import Locations


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    file = (
        "pages in Markdown (.md) or from a word processor (.docx, .odt, .rtf), or questions in "
        "GIFT (.gift, .txt), Moodle XML (.xml) or a table (.csv, .tsv)"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=file)
    name = "the id of the new module; that of the file if not given"
    parser.add_argument("--module", metavar="ID", help=name)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Write the module, and print what could not be taken over; the status is 1 if there is any.

    Raises UsageError and ContentError, and then writes nothing.
    """
    brought = files.read(asked.file)
    name = asked.module or module.id_of(asked.file.stem)
    if not name or name != module.id_of(name):
        raise UsageError("Give the module an id: --module before-you-go.")
    if not brought.pages and not brought.questions:
        _tell(asked.file, brought.left)
        raise UsageError(f"{asked.file}: Nothing of it can be taken over.")
    language = asked.language or next(iter(Folder(where.modules).languages()), "en")
    shown = f"{language}/{name}.yaml"
    if os.path.lexists(where.modules / shown):
        raise UsageError(f"{where.modules / shown} is there already. Give another --module.")
    title = asked.file.stem.replace("-", " ").replace("_", " ").strip().capitalize()[:60]
    text, more = module.written(name, title, brought, asked.file.name)
    put(where.modules / shown, text)
    left = sorted((*brought.left, *more))
    _tell(asked.file, left)
    print(
        f"{where.modules / shown}: {len(brought.pages)} pages and "
        f"{len(brought.questions) - len(more)} questions. "
        f"To-dos: {text.count(MARK) - 1}."
    )
    print(f"Then add {name} to modules in course.yaml, and: prolo check {where.modules / shown}")
    return 1 if left else 0


def _tell(file: Path, left: tuple[Left, ...] | list[Left]) -> None:
    for each in left:
        # The lines of a word processor are not those of its file.
        line = "" if file.suffix.lower() in files.WORD else f":{each.line}"
        print(f"{file}{line}: {each.what} was left. {each.why}")
