"""`prolo pack`: the course in one file, to be handed on."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from course.cli.parser import Parser
from course.content import loader, packing
from course.content.packing import Packed
from course.locations import Locations


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    file = "the file that is written, such as knee.prolo"
    parser.add_argument("file", type=Path, metavar="FILE", help=file)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Write the file, and say what is in it. Raises UsageError and ContentError."""
    about = packing.pack(where.modules, asked.file)
    print(f"{asked.file} has {told(about)}")
    if errors := len(loader.check(where.modules, date.today())):
        print(f'The course opens, and has {errors} errors. "prolo check" tells them.')
    return 0


def told(about: Packed) -> str:
    """What a pack says of itself, in two lines."""
    day = f", of {about.version}" if about.version else ""
    return (
        f'"{about.title}"{day}, in {", ".join(about.languages)}: {len(about.files)} files.\n'
        f"Its mark is {about.mark[:12]}. Whoever unpacks it should find the same."
    )
