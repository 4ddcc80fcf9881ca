"""Whether files are still those that they were: the course's own, and the program that read them.

A file is known again by its inode, size and times, which takes 5 µs; it is read only where one of
these differs. On Windows, which notes no time that cannot be set back, an edit goes unseen that
keeps the size and sets the old time. What was made of the files is not used after an upgrade, for
the files of the program are signed like those of the course, and so are the versions of Python and
of the packages that read.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

_CONTENT = Path(__file__).parent
_PROGRAM = (_CONTENT, _CONTENT.with_name("language"))
"""The packages whose code and words decide what becomes of a file."""
_PACKAGES = ("markdown_it_py-", "msgspec-", "pyyaml-")
"""How the folders begin in which an installer notes the versions of the packages that they use."""
_SECOND = 1_000_000_000
_SETTLED = 2 * _SECOND
"""Nanoseconds. A file that was changed less long ago may be changed again within the same tick of
the clock, and nothing but its bytes would tell."""


class Signature(Struct, frozen=True):
    """What a set of files was. `stamps` and `digests` have the same keys."""

    versions: str
    stamps: dict[str, str]
    """By file, its inode, size and times; empty where they are not to be relied on."""
    digests: dict[str, str]


class Seen:
    """The files of a course and of the program as they stand on the disk at one moment."""

    def __init__(self, folder: Path) -> None:
        """Look at the files. Raises OSError if a folder cannot be listed."""
        self._versions = _versions()
        self._paths: dict[str, str] = {}
        self._stamps: dict[str, str] = {}
        self._unsettled: set[str] = set()
        self._settled_by = time.time_ns() - _SETTLED
        self._look_into(folder, "course/")
        for package in _PROGRAM:
            self._look_into(package, f"program/{package.name}/")

    def _look_into(self, folder: Path | str, prefix: str) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    self._look_into(entry.path, f"{prefix}{entry.name}/")
                    continue
                # A name may hold bytes that are no text.
                name = ascii(prefix + entry.name)
                found = entry.stat(follow_symlinks=False)
                size, changed, entered = found.st_size, found.st_mtime_ns, found.st_ctime_ns
                self._paths[name] = entry.path
                self._stamps[name] = f"{found.st_ino} {size} {changed} {entered}"
                # Where the clock counts whole seconds, as in an image of a disk that was built with
                # one date for all files, equal times say nothing.
                if max(changed, entered) > self._settled_by or not entered % _SECOND:
                    self._unsettled.add(name)

    def signature(self) -> Signature:
        """The signature of these files. Reads all of them, and raises nothing."""
        stamps = {name: self._sure(name) for name in self._stamps}
        digests = {name: _digest(path) for name, path in self._paths.items()}
        return Signature(self._versions, stamps, digests)

    def matched(self, signed: Signature) -> Signature | None:
        """The signature, with new stamps where only these have changed; None if the files have.

        Raises nothing.
        """
        if signed.versions != self._versions:
            return None
        if signed.stamps == self._stamps:
            return signed
        if signed.stamps.keys() != self._stamps.keys():
            return None
        stamps = dict(signed.stamps)
        for name, stamp in self._stamps.items():
            if stamps[name] != stamp:
                if _digest(self._paths[name]) != signed.digests.get(name):
                    return None
                stamps[name] = self._sure(name)
        return Signature(signed.versions, stamps, signed.digests)

    def _sure(self, name: str) -> str:
        return "" if name in self._unsettled else self._stamps[name]


def _versions() -> str:
    found = [sys.version]
    for folder in sys.path:
        if folder.endswith("-packages"):
            with suppress(OSError), os.scandir(folder) as entries:
                names = (entry.name for entry in entries)
                found += sorted(name for name in names if name.lower().startswith(_PACKAGES))
    return " ".join(found)


def _digest(path: str) -> str:
    # Where all stamps agree nothing is read, and loading this takes 2 ms.
    import hashlib

    try:
        # What is no file is refused by the reader, whatever it may lead to.
        if not stat.S_ISREG(Path(path).lstat().st_mode):
            return "no file"
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"
