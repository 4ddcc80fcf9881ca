"""Sorting more than fits into memory: in runs that lie in a file, and are merged at the end."""

from __future__ import annotations

import heapq
import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

Row = tuple[Any, ...]
"""Numbers and texts."""

RUN = 5_000
"""Rows that are held at a time."""


def newest_first(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows from the largest to the smallest. Raises OSError if there is no room for a file."""
    every = iter(rows)
    run = sorted(islice(every, RUN), reverse=True)
    if len(run) < RUN:
        yield from run
        return
    files: list[IO[str]] = []
    try:
        while run:
            files.append(_file(run))
            run = sorted(islice(every, RUN), reverse=True)
        yield from heapq.merge(*map(_rows, files), reverse=True)
    finally:
        for file in files:
            file.close()


def _file(run: list[Row]) -> IO[str]:
    # It has no name, and is gone with the program.
    file = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115 - closed when all is merged
    file.writelines(f"{json.dumps(row)}\n" for row in run)
    file.seek(0)
    return file


def _rows(file: IO[str]) -> Iterator[Row]:
    return (tuple(json.loads(line)) for line in file)
