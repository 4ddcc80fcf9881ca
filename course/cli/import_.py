"""`prolo import`: pages and questions that were written for something else, as a new module."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from course.cli import own_course
from course.cli.parser import Parser
from course.content.folder import Folder
from course.content.importing import files, module
from course.content.importing.brought import Left
from course.content.kept import put
from course.content.todo import MARK
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
    """Write the module, and print what could not be taken over; the status is 1 if there is any,
    and so it says.

    Raises UsageError and ContentError, and then writes nothing.
    """
    folder = own_course.folder_of(asked, where)
    brought = files.read(asked.file)
    name = asked.module or module.id_of(asked.file.stem)
    if not name or name != module.id_of(name):
        raise UsageError("Give the module an id: --module before-you-go.")
    if not brought.pages and not brought.questions:
        _tell(asked.file, brought.left)
        raise UsageError(f"{asked.file}: Nothing of it can be taken over.")
    language = asked.language or next(iter(Folder(folder).languages()), "en")
    shown = f"{language}/{name}.yaml"
    if os.path.lexists(folder / shown):
        raise UsageError(f"{folder / shown} is there already. Give another --module.")
    title = asked.file.stem.replace("-", " ").replace("_", " ").strip().capitalize()[:60]
    text, more = module.written(name, title, brought, asked.file.name)
    put(folder / shown, text)
    left = sorted((*brought.left, *more))
    _tell(asked.file, left)
    pages, questions = len(brought.pages), len(brought.questions) - len(more)
    print(f"wrote {folder / shown}: {_many(pages, 'page')} and {_many(questions, 'question')}.")
    if left:
        told = f"{_many(len(left), 'thing')} could not be taken over, told above."
        print(f"{told} So this ends with the status 1.")
    own_course.tell_next(_steps(folder, folder / shown, name, text.count(MARK) - 1, len(left)))
    return 1 if left else 0


def _steps(folder: Path, file: Path, name: str, todos: int, left: int) -> Iterator[str]:
    yield f'Open {folder / "course.yaml"} in your editor, and add {name} to "modules".'
    if left:
        yield f"Read above what was left. Write into {file} what your readers need of it."
    if todos:
        yield f'In {file}, write your own words behind each "{MARK}". There are {todos}.'
    yield f"prolo preview {file} shows each page as you save it."
    yield f"prolo check {file} says what is left to do: what it states needs its sources."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _tell(file: Path, left: tuple[Left, ...] | list[Left]) -> None:
    for each in left:
        # The lines of a word processor are not those of its file.
        line = "" if file.suffix.lower() in files.WORD else f":{each.line}"
        print(f"{file}{line}: {each.what} was left. {each.why}")
