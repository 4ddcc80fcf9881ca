"""Puts one setting into the clinic's file and leaves every other line as it is."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from course import clinic, durable
from course.errors import ContentError, UsageError

NAME = "staff_pin_hash"


def set_pin_hash(path: Path, hashed: str) -> None:
    """Write the hash of the staff's PIN; on the disk when this returns.

    The file keeps its owner, and others than owner and group lose the right to read it. Raises
    ContentError if the file has faults, UsageError if it cannot be written.
    """
    clinic.load(path)
    try:
        old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        with durable.replacing(path) as new:
            new.write(with_setting(old, NAME, hashed).encode())
            new.flush()
            _keep_owner(new.fileno(), path)
            if _read_back(Path(new.name)) != hashed:
                raise UsageError(
                    f"{path}: The setting {NAME} is written in a way that cannot be replaced. "
                    "Delete it from the file, then try again."
                )
    except OSError as error:
        raise UsageError(
            f"{path}: This file cannot be written ({error.strerror}). "
            "Run this as the user that the kiosk runs as."
        ) from None


def with_setting(text: str, name: str, value: str) -> str:
    """A file with `name` set to `value`, on the line where it stood or else on a last one."""
    line = f'{name}: "{value}"'
    found = re.compile(rf"^{re.escape(name)}[ \t]*:.*$", re.MULTILINE)
    if found.search(text):
        return found.sub(lambda _: line, text, count=1)
    if text and not text.endswith("\n"):
        text += "\n"
    return f"{text}{line}\n"


def _read_back(path: Path) -> str | None:
    with suppress(ContentError):
        return clinic.load(path).staff_pin_hash
    return None


def _keep_owner(fd: int, path: Path) -> None:
    """Root may set the PIN, but the kiosk's own user has to read it."""
    old = path.stat() if path.exists() else path.parent.stat()
    with suppress(PermissionError):
        os.fchown(fd, old.st_uid, old.st_gid)
    os.fchmod(fd, old.st_mode & 0o770 if path.exists() else 0o600)
