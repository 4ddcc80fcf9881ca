"""Files of a cache, sealed so that a damaged one is known and never used.

Each is JSON behind a line with its seal: its length and checksum. Nothing here is needed, so
nothing here fails: what cannot be read is not there, and what cannot be written is not kept.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def load(path: Path, wanted: type[T], seal: str | None = None) -> T | None:
    """What the file holds; None if it is missing or damaged, or is not the one with that seal.

    Raises nothing.
    """
    try:
        found, _, content = path.read_bytes().partition(b"\n")
        if found != (seal or _seal(content)).encode() or found != _seal(content).encode():
            return None
        return msgspec.json.decode(content, type=wanted)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None


def save(path: Path, value: object) -> str:
    """Put a value into the file, whole or not at all; gives its seal. Raises nothing.

    Nobody else may look into the file, nor into any folder that is made for it.
    """
    # Only who reads a changed course writes.
    import tempfile

    content = msgspec.json.encode(value)
    seal = _seal(content)
    try:
        _make(path.parent)
        handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    except OSError:
        return seal
    new = Path(name)
    try:
        # After a power cut the seal tells whether it is whole: no one need wait for the disk.
        with os.fdopen(handle, "wb") as file:
            file.write(seal.encode() + b"\n" + content)
        new.replace(path)
    except OSError:
        _remove(new)
    return seal


def _make(folder: Path) -> None:
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


def _seal(content: bytes) -> str:
    return f"{len(content)}-{zlib.crc32(content):08x}"
