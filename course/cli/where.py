"""`prolo where`: the folders and files in use."""

from __future__ import annotations

import argparse

from course.locations import Locations


def run(_asked: argparse.Namespace, where: Locations) -> int:
    """Print one path a line, each behind its name."""
    print(f"modules   {where.modules}")
    print(f"data      {where.data}")
    print(f"learners  {where.learners}")
    print(f"clinic    {where.clinic}{'' if where.clinic.exists() else ' (not there; nothing set)'}")
    return 0
