"""`prolo schema`: what an editor needs to help with a file of a course."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.parser import Parser
from course.clinic import Clinic
from course.content.drafting import schemas
from course.errors import UsageError
from course.locations import Locations

_KINDS = (*schemas.KINDS, "clinic")


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    kind = f"the kind of file: one of {', '.join(_KINDS)}; if not given, module"
    parser.add_argument("kind", nargs="?", choices=_KINDS, default="module", help=kind)
    folder = "write all of them into this folder instead, such as my-course/schema"
    parser.add_argument("--to", type=Path, metavar="DIR", help=folder)


def run(asked: argparse.Namespace, _where: Locations) -> int:
    """Print a JSON Schema, or write every one into a folder. Raises UsageError."""
    if asked.to is None:
        print(_text(asked.kind), end="")
        return 0
    try:
        asked.to.mkdir(parents=True, exist_ok=True)
        for kind in _KINDS:
            (asked.to / f"{kind}.json").write_text(_text(kind), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{asked.to} cannot be written ({error.strerror}).") from None
    print(f"{asked.to} has the schemas of {len(_KINDS)} kinds of files.")
    return 0


def _text(kind: str) -> str:
    if kind == "clinic":
        return schemas.text_of(Clinic, "The settings of a clinic")
    return schemas.written(kind)
