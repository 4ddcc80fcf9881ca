"""Writes the files of a course."""

from __future__ import annotations

from pathlib import Path

from course import durable
from course.errors import UsageError

_ALL_MAY_READ = 0o644


def put(path: Path, text: str) -> None:
    """Write a file of a course, whole or not at all.

    Others than its owner read it too: its authors, and the kiosk. Raises UsageError if it cannot be
    written.
    """
    try:
        path.parent.mkdir(exist_ok=True)
        with durable.replacing(path) as file:
            file.write(text.encode())
            Path(file.name).chmod(_ALL_MAY_READ)
    except OSError as error:
        raise UsageError(
            f"{path}: This file cannot be written ({error.strerror}). "
            "Work in a folder of the course that you may write to."
        ) from None
