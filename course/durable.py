"""Durable writes of small files: a power cut leaves the old file or the new one, and always whole.

Whoever in `course` replaces a file does it here. What is kept of learners is saved by `progress`,
which knows nothing of the course and has earlier copies besides.

Everything here raises OSError as it comes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# Windows lacks some of them. Without NONBLOCK, opening a pipe would wait for ever.
_READ = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)


def read(path: Path, limit: int) -> bytes | None:
    """At most `limit` bytes of what the file holds; None if there is none.

    A link is not followed, and whatever else is no file is not waited for.
    """
    try:
        opened = os.open(path, _READ)
    except FileNotFoundError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "not a file", str(path))
        with os.fdopen(opened, "rb", closefd=False) as file:
            return file.read(limit)
    finally:
        os.close(opened)


def write(path: Path, content: bytes) -> None:
    """Put `content` into the file, for its owner alone; on the disk when this returns."""
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file to write and to look over, which takes the place of `path` at the end.

    It is on the disk when this returns. Until then it stands beside `path`, under its own `name`,
    for its owner alone. A link at `path` is replaced and not followed. If anything is raised while
    it is written, what was there stays, and the new file is gone.
    """
    # Loading it takes a while, and nothing is written before the first screen.
    from tempfile import NamedTemporaryFile

    make_folder(path.parent)
    file = NamedTemporaryFile(  # noqa: SIM115 - Windows moves no open file
        dir=path.parent, prefix=".", suffix=".new", delete=False
    )
    new = Path(file.name)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    with suppress(FileNotFoundError):  # whoever waited for it has removed it since
        sync_file(path)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove the file, if it is there; it is gone from the disk when this returns."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it that are missing, for their owner alone.

    They are on the disk when this returns: a file is only as safe as the name of its folder.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in the folder to the disk."""
    if os.name != "nt":  # Windows cannot open a folder, and keeps a journal of names by itself
        _sync(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def sync_file(path: Path) -> None:
    """Bring where a file lies to the disk under the name that it was moved to.

    A disk formatted FAT keeps that beside the name and writes it with the file, not with the
    folder: until then the name stands for what was moved over.
    """
    if os.name != "nt":  # Windows brings only what may be written to the disk
        _sync(path, _READ)


def _sync(path: Path, how: int) -> None:
    opened = os.open(path, how)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
