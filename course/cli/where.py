"""`prolo where`: the folders and files in use."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.locations import Locations


def run(_asked: argparse.Namespace, where: Locations) -> int:
    """Print one path a line, each behind its name."""
    print(f"modules   {where.modules}")
    print(f"data      {where.data}")
    print(f"learners  {where.learners}")
    print(f"clinic    {where.clinic}{_remark(where.clinic)}")
    return 0


def _remark(clinic: Path) -> str:
    try:
        return "" if clinic.exists() else " (not there; nothing set)"
    except PermissionError:
        return " (you may not look there)"
