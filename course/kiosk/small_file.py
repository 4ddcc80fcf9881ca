"""Small private files, replaced as a whole: a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
from pathlib import Path

LONGEST = 4096
"""Bytes that are read at most; what someone else put there cannot fill the memory."""
FLAGS = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def read(path: Path) -> str | None:
    """What the file holds; None if there is none. Raises OSError if it cannot be read."""
    try:
        file = os.open(path, os.O_RDONLY | FLAGS)
    except FileNotFoundError:
        return None
    try:
        return os.read(file, LONGEST).decode("ascii", "replace")
    finally:
        os.close(file)


def write(path: Path, text: str) -> None:
    """Put `text`, which is ASCII, into the file; on the disk when this returns. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(path.name + ".new")
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | FLAGS, 0o600)
    try:
        os.write(file, text.encode("ascii"))
        os.fsync(file)
    finally:
        os.close(file)
    temporary.replace(path)
    _sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove the file, if it is there. Raises OSError."""
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)
