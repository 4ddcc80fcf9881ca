"""`prolo where`: the folders and files in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.parser import Parser
from course.locations import Locations


def add_arguments(_parser: Parser) -> None:
    """It takes none of its own."""


def run(_asked: argparse.Namespace, where: Locations) -> int:
    """Print one path a line, each behind its name."""
    print(f"modules   {where.modules}")
    print(f"data      {where.data}")
    print(f"learners  {where.learners}")
    print(f"cache     {where.cache}")
    print(f"clinic    {where.clinic}{_remark(where.clinic)}")
    return 0


def _remark(clinic: Path) -> str:
    try:
        return "" if clinic.exists() else " (not there; nothing set)"
    except PermissionError:
        return " (you may not look there)"
