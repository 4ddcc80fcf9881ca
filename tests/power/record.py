"""What was done to a disk, in its order."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WRITE, FLUSH, SAID = b"w", b"f", b"s"
_HEAD = struct.Struct("<cQI")


@dataclass(frozen=True)
class Done:
    """One thing: some bytes written at a place, the cache brought to the medium, or words said."""

    kind: bytes
    at: int
    data: bytes


class Recorder:
    """Adds to a record; used in a `with`, after which all of it is in its file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, kind: bytes, at: int, data: bytes) -> None:
        """What has been done just now."""
        self._file.write(_HEAD.pack(kind, at, len(data)) + data)


def read(path: Path) -> Iterator[Done]:
    """What was done, from the first to the last."""
    with path.open("rb") as file:
        while head := file.read(_HEAD.size):
            kind, at, size = _HEAD.unpack(head)
            yield Done(kind, at, file.read(size))
