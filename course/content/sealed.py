"""Files of a cache, sealed so that a damaged one is known and never used.

Each is JSON behind a line with its seal: its length and checksum. Nothing here is needed, so
nothing here fails: what cannot be read is not there, and what cannot be written is not kept.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from course import durable

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
    content = msgspec.json.encode(value)
    seal = _seal(content)
    with suppress(OSError):
        durable.write(path, seal.encode() + b"\n" + content)
    return seal


def _seal(content: bytes) -> str:
    return f"{len(content)}-{zlib.crc32(content):08x}"
