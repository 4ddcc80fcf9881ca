"""The system calls under a save, all in one place so that a test can make each of them fail.

Everything here raises OSError as it comes, but for what is refused on purpose.
"""

# The calls go by their own names, for it is those that a test makes fail.
# ruff: noqa: PTH101, PTH102, PTH105, PTH108, PTH116

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from progress.errors import LearnerBusy, NotOurFile

LOCK_WAIT = 2.0
"""Seconds. A save takes milliseconds, so whoever holds a lock this long is stuck."""

# Windows lacks the first three. Without NONBLOCK, opening a pipe would wait for ever.
_CAREFULLY = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_LINK_OR_SOCKET = {errno.ELOOP, errno.EMLINK, errno.ENXIO}
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the lock at this path; the system lets go of it when its holder dies.

    Raises LearnerBusy if it cannot be had within `LOCK_WAIT`.
    """
    # The soft fallback is a lock by existence, which a dead process would hold for ever.
    held = FileLock(
        path, timeout=LOCK_WAIT, mode=0o600, poll_interval=0.005, fallback_to_soft=False
    )
    try:
        held.acquire()
    except Timeout:
        raise LearnerBusy from None
    try:
        yield
    finally:
        held.release()


def make_folder(folder: Path) -> None:
    """Make the folder, unless it is there, and let nobody else look into it.

    Folders above it that are missing are made likewise, and all are on the disk when this returns:
    a file is only as safe as the name of its folder.
    """
    if not exists(folder):
        if not exists(folder.parent):
            make_folder(folder.parent)
        with suppress(FileExistsError):
            os.mkdir(folder, mode=0o700)
        sync_folder(folder.parent)
    mode = os.stat(folder).st_mode
    if not stat.S_ISDIR(mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if stat.S_IMODE(mode) & 0o077:
        os.chmod(folder, 0o700)


def exists(path: Path) -> bool:
    """Whether anything is there, be it a dangling link, or may be where the system does not say."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:  # to take it for gone would be to say that someone is forgotten who is not
        return True
    return True


def read(path: Path, limit: int) -> bytes:
    """The content, though not much past `limit`; raises NotOurFile rather than follow a link."""
    try:
        opened = os.open(path, os.O_RDONLY | _CAREFULLY)
    except OSError as error:
        if error.errno in _LINK_OR_SOCKET:
            raise NotOurFile(str(path.parent)) from None
        raise
    try:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != _own_id(found):
            raise NotOurFile(str(path.parent))
        content = b""
        while len(content) <= limit and (part := os.read(opened, 65536)):
            content += part
        return content
    finally:
        os.close(opened)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is on the disk when this returns. Call it with the lock held.

    Whatever has the name was left by a writer that died, for a living one would hold the lock.
    """
    with suppress(FileNotFoundError):
        os.unlink(path)
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(opened, left) :]
        os.fsync(opened)
    finally:
        os.close(opened)


def same_file(one: Path, other: Path) -> bool:
    """Whether both names are there and stand for one file."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except FileNotFoundError:
        return False


def keep_as(path: Path, second_name: Path, limit: int) -> None:
    """Give a file of at most `limit` bytes a second name, which outlives the first."""
    try:
        os.link(path, second_name)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A copy, for to move it would leave nothing under the first name for an instant.
        write_new(second_name, read(path, limit))


def names_in(folder: Path) -> Iterator[str]:
    """The names in a folder, in no order, one by one; none if there is no folder."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.name


def changed_at(path: Path) -> float:
    """When the content was last changed, in seconds since 1970 in UTC."""
    return os.lstat(path).st_mtime


def replace(path: Path, other: Path) -> None:
    """Move a file over another, which is gone in the same instant."""
    os.replace(path, other)


def remove(path: Path) -> None:
    """Remove a file; it need not be there."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_held_lock(path: Path) -> None:
    """Remove the lock that this process holds; who waits for it will make it anew."""
    if os.name != "nt":  # Windows removes no open file, and there filelock does so by itself
        remove(path)


def sync_folder(folder: Path) -> None:
    """Bring the names in the folder to the disk."""
    if os.name == "nt":  # Windows cannot open a folder, and keeps a journal of names by itself
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _own_id(found: os.stat_result) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else found.st_uid
