"""`prolo unpack`: the course of a pack in a new folder, once all of it was looked at."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from course.cli.pack import told
from course.cli.parser import Parser
from course.content import loader, packing
from course.locations import Locations


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that prolo pack has made")
    folder = "the folder for the course, which must not be there yet"
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=folder)


def run(asked: argparse.Namespace, where: Locations) -> int:  # noqa: ARG001 - it is put elsewhere
    """Look at the pack, and put its course into the folder. Raises UsageError and ContentError."""
    about = packing.unpack(asked.file, asked.folder)
    print(f"{asked.folder} has {told(about)}")
    errors = len(loader.check(asked.folder, date.today()))
    print(
        f"It has {errors} errors: prolo check {asked.folder}" if errors else "No errors were found."
    )
    return 0
