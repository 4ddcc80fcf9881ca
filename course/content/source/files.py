"""The text of an authored file, from whatever stands at its path."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

MAX_BYTES = 1_000_000

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class UnreadableError(Exception):
    """Reading a file has to stop at a line and column, both from 1."""

    def __init__(self, what: str, cure: str, line: int = 1, column: int = 1) -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure
        self.line = line
        self.column = column


def read_text(folder: Path, shown: str) -> str:
    """The text of a regular UTF-8 file of at most MAX_BYTES bytes, its lines ended by `\\n`.

    `shown` is a path below `folder`, with `/` between its parts. A byte order mark at the start
    is dropped: Windows editors write one that nobody can see. Raises UnreadableError for anything
    else, without ever waiting for a pipe or following a link out of the folder.
    """
    data = read_bytes(folder, shown)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise UnreadableError(
            "The file is not saved as UTF-8.",
            'In your editor choose "Save as", plain text, and UTF-8 as the encoding.',
            line,
            column,
        ) from None


def read_bytes(folder: Path, shown: str) -> bytes:
    """What a regular file of at most MAX_BYTES bytes holds; `shown` and errors as `read_text`."""
    try:
        for parent in PurePosixPath(shown).parents[:-1]:
            if (folder / parent).is_symlink():
                raise UnreadableError(
                    f"The folder {parent} is a link to a folder somewhere else.",
                    "Put the folder itself in its place.",
                )
        # Opening is tried only on what looks like a file: Windows has no O_NOFOLLOW.
        _refuse_unless_regular((folder / shown).lstat().st_mode)
        handle = os.open(folder / shown, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _refuse_unless_regular(os.fstat(handle).st_mode)
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError("There is no such file.", "Write it, or mend its name.") from None
    except OSError as error:
        raise UnreadableError(
            f"The file cannot be read ({error.strerror}).", "Ask whoever looks after the computer."
        ) from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            "The file is larger than 1 MB.", "Make it shorter; a long module can become two."
        )
    return data


def _refuse_unless_regular(mode: int) -> None:
    if stat.S_ISLNK(mode):
        raise UnreadableError(
            "This is a link to a file somewhere else.", "Put the file itself in its place."
        )
    if not stat.S_ISREG(mode):
        raise UnreadableError("This is not a file.", "Put a text file in its place.")
