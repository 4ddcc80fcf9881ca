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

from progress.errors import LearnerBusy, NotOurFile, OtherOwner
from progress.owner import name_of, own_id, own_name

LOCK_WAIT = 2.0
"""Seconds. A save takes milliseconds, so whoever holds a lock this long is stuck."""
STUCK_WAIT = 0.04
"""Seconds, for a lock that was stuck before: nobody waits long for it a second time."""
_stuck: set[int] = set()
"""Such locks, not by their names, for these hold codes."""

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

    Raises LearnerBusy if it cannot be had within `LOCK_WAIT`, or within `STUCK_WAIT` if it could
    not be had before; OtherOwner in another user's folder.
    """
    refuse_another_owner(path.parent)
    wait = STUCK_WAIT if hash(path) in _stuck else LOCK_WAIT
    # The soft fallback is a lock by existence, which a dead process would hold for ever.
    held = FileLock(path, timeout=wait, mode=0o600, poll_interval=0.005, fallback_to_soft=False)
    try:
        _acquire(held, path)
    except Timeout:
        _stuck.add(hash(path))
        raise LearnerBusy from None
    _stuck.discard(hash(path))
    try:
        yield
    finally:
        held.release()


def _acquire(held: FileLock, path: Path) -> None:
    try:
        held.acquire()
    except PermissionError:
        # In a folder of ours another user's lock is a remnant, for they are refused here.
        if not is_another_owners(path):
            raise
        remove(path)
        held.acquire()


def refuse_another_owner(folder: Path) -> None:
    """Raises OtherOwner if the folder belongs to another user: what this one saves there, that one
    could not open."""
    found = os.stat(folder)
    if found.st_uid != own_id(found):
        raise OtherOwner(str(folder), name_of(found.st_uid), own_name())


def is_another_owners(path: Path) -> bool:
    """Whether a file is there that belongs to another user."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_uid != own_id(found)


def is_another_owners_folder(path: Path) -> bool:
    """Whether a folder is there that belongs to another user."""
    try:
        refuse_another_owner(path)
    except OSError:
        return False
    except OtherOwner:
        return True
    return False


def is_own_file(path: Path) -> bool:
    """Whether it is a file, and this user's."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_uid == own_id(found)


def make_folder(folder: Path) -> None:
    """Make the folder, unless it is there, and let nobody else look into it.

    Folders above it that are missing are made likewise, and all are on the disk when this returns:
    a file is only as safe as the name of its folder. Raises OtherOwner for another user's folder.
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
    refuse_another_owner(folder)
    if stat.S_IMODE(mode) & 0o077:
        # A disk formatted FAT knows no rights; the doctor of the kiosk says what that means.
        with suppress(PermissionError):
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
    """The content, though not much past `limit`.

    Raises NotOurFile rather than follow a link, OtherOwner for another user's file.
    """
    try:
        opened = os.open(path, os.O_RDONLY | _CAREFULLY)
    except OSError as error:
        if error.errno in _LINK_OR_SOCKET:
            raise NotOurFile(str(path.parent)) from None
        if is_another_owners(path):
            raise _other_owner(path) from None
        raise
    try:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise NotOurFile(str(path.parent))
        if found.st_uid != own_id(found):
            raise _other_owner(path)
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


def keep_as(path: Path, second_name: Path, limit: int) -> bool:
    """Give a file of at most `limit` bytes a second name, which outlives the first.

    False where the disk knows no second names, and got a copy.
    """
    try:
        os.link(path, second_name)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # A copy, for to move it would leave nothing under the first name for an instant.
        write_new(second_name, read(path, limit))
        return False
    return True


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


def move(path: Path, other: Path) -> None:
    """Move a file over another, which is gone in the same instant, and on the disk for good when
    this returns; of a file from another folder, the name that it had there is not."""
    replace(path, other)
    with suppress(FileNotFoundError):  # somebody has removed it since
        sync_file(other)
    sync_folder(other.parent)


def remove(path: Path) -> None:
    """Remove a file; it need not be there."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_whatever(path: Path) -> None:
    """Remove what stands where a file of ours belongs; a folder only if it is empty."""
    (os.rmdir if stat.S_ISDIR(os.lstat(path).st_mode) else os.unlink)(path)


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


def sync_file(path: Path) -> None:
    """Bring where a file lies to the disk under the name that it was moved to.

    A disk formatted FAT, which knows no second names, keeps that beside the name and writes it with
    the file, not with the folder: until then the name stands for what was moved over.
    """
    if os.name == "nt":  # Windows brings only what may be written to the disk
        return
    opened = os.open(path, os.O_RDONLY | _CAREFULLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def set_time(path: Path, seconds: float) -> None:
    """Set when the content was last changed, in seconds since 1970 in UTC."""
    os.utime(path, (seconds, seconds), follow_symlinks=False)


def _other_owner(path: Path) -> OtherOwner:
    return OtherOwner(str(path.parent), name_of(os.lstat(path).st_uid), own_name())
