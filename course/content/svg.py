"""Pictures in SVG: their bytes, and what a page needs to know of them to be laid out."""

from __future__ import annotations

from pathlib import Path

from course.content.source.files import UnreadableError, read_bytes

FOLDER = "pictures"


def svg(folder: Path, name: str) -> bytes:
    """The file of a picture of the course in `folder`, as it is there now; empty if it is not.

    Raises nothing.
    """
    try:
        return read_bytes(folder, f"{FOLDER}/{name}.svg")
    except UnreadableError:
        return b""
