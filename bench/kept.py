"""What the program has on the disk of the one learner in its folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec

Place = tuple[str, str | None, str | None]
"""The kind of a place, its module and its id where it has them."""


class _Place(msgspec.Struct):
    kind: str
    module: str | None = None
    id: str | None = None


class _Learner(msgspec.Struct):
    place: _Place


class _File(msgspec.Struct):
    learner: dict[str, _Learner]
    answers: dict[str, msgspec.Raw] = {}


class Kept(msgspec.Struct, frozen=True):
    """Where the learner is and how often they answered, as a file says."""

    place: Place
    answers: int


def content(data: Path) -> bytes:
    """The newest learner's file in a data folder. Raises ValueError if there is none."""
    files = (data / "learners").glob("*.json")
    return max(files, key=lambda path: path.stat().st_mtime_ns).read_bytes()


def parse(content: bytes) -> Kept:
    """What a learner's file says. Raises msgspec.DecodeError for what is no such file."""
    file = msgspec.json.decode(content, type=_File)
    place = file.learner["1"].place
    return Kept((place.kind, place.module, place.id), len(file.answers))


def raw_save(path: Path, content: bytes) -> float:
    """Milliseconds to write so many bytes and bring them to the disk: the least a save must do."""
    began = time.perf_counter()
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(opened, content)
    os.fsync(opened)
    os.close(opened)
    return (time.perf_counter() - began) * 1000
